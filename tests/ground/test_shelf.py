"""Data files on a shelf: whose goes first, what is told of one that cannot be read, and what is none."""

import os
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith.ground import disk
from eventsmith.ground.shelf import Shelf

MARK, TITLE = re.compile("^kind", re.MULTILINE), re.compile('^title = "(.*)"', re.MULTILINE)


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Shelf]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.chdir(tmp_path)
    (tmp_path / "ours").mkdir()
    yield Shelf("thing", lambda: tmp_path / "ours", MARK, TITLE)
    disk.forget_news()


def put(path: Path, title: str = "", mark: str = "kind") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# A comment\n{mark} = 1\n" + (f'title = "{title}"\n' if title else ""))
    return path


def news() -> list[str]:
    return [str(trouble) for trouble in disk.news()]


def test_the_projects_goes_before_the_users_and_either_before_the_shipped_one(shelf: Shelf) -> None:
    for folder, names in (("ours", "abcd"), ("data/eventsmith/things", "bc"), ("things", "c")):
        for name in names:
            put(Path(folder, f"{name}.toml"), f"{name} of {folder}")
    assert [(file.name, file.title, file.whose) for file in shelf.files()] == [
        ("c", "c of things", "project"),
        ("b", "b of data/eventsmith/things", "yours"),
        ("a", "a of ours", ""),
        ("d", "d of ours", ""),
    ]
    found = shelf.find("b")
    assert found is not None
    assert found.path == Path("data/eventsmith/things/b.toml").absolute()
    assert shelf.find("e") is None


def test_a_file_is_called_by_its_title_or_by_its_name_and_listed_by_that(shelf: Shelf) -> None:
    for name, title in (("a", "Zoo"), ("z", "aardvark"), ("m", "")):
        put(Path("ours", f"{name}.toml"), title)
    assert [file.title for file in shelf.files()] == ["aardvark", "m", "Zoo"]


def test_a_folder_that_is_there_twice_is_listed_once(shelf: Shelf) -> None:
    put(Path("ours/a.toml"))
    shelf.project = Path("ours")
    Path("data/eventsmith").mkdir(parents=True)
    Path("data/eventsmith/things").symlink_to(Path("ours").absolute())
    assert [(file.name, file.whose) for file in shelf.files()] == [("a", "")]


def test_what_is_of_another_kind_is_none(shelf: Shelf) -> None:
    put(Path("things/other.toml"), mark="sort")
    put(Path("things/a.txt"))
    Path("things/folder.toml").mkdir()
    Path("things/broken-link.toml").symlink_to("nowhere")
    assert shelf.files() == ()
    assert news() == []


def test_what_cannot_be_read_is_listed_and_told_once(shelf: Shelf) -> None:
    put(Path("things/a.toml"), "A")
    os.mkfifo("things/pipe.toml")
    Path("things/loop.toml").symlink_to("loop.toml")
    for _ in range(2):
        assert [file.name for file in shelf.files()] == ["a", "loop", "pipe"]
        shelf.forget()
    here = Path("things").absolute()
    assert news() == [
        f"{here}/loop.toml: the link leads back to itself; the thing is left out",
        f"{here}/pipe.toml: it is not a regular file; the thing is left out",
    ]
    assert shelf.is_known_whole()


def test_a_folder_that_cannot_be_read_is_told_once_and_hides_no_other(shelf: Shelf) -> None:
    put(Path("ours/a.toml"))
    Path("things").symlink_to("things")
    assert [file.name for file in shelf.files()] == ["a"]
    assert not shelf.is_known_whole()
    assert news() == [f"{Path('things').absolute()}: the link leads back to itself; the things there are left out"]


@pytest.mark.parametrize("name", [b"\xff", b"a\nb", b"\x1b[31m", "\x85".encode()])
def test_a_name_that_no_line_can_hold_is_told(shelf: Shelf, name: bytes) -> None:
    put(Path("things/a.toml"))
    Path("things/a.toml").rename(f"things/{os.fsdecode(name)}.toml")
    assert shelf.files() == ()
    (told,) = news()
    assert told.endswith("its name is not a single line of text; rename it; the thing is left out")


def test_a_title_without_end_is_cut_off(shelf: Shelf) -> None:
    put(Path("things/a.toml"), "x" * 5000)
    assert [file.title for file in shelf.files()] == [f"{'x' * 99}…"]


def test_a_new_file_is_found_once_what_there_was_is_forgotten(shelf: Shelf) -> None:
    assert shelf.files() == ()
    put(Path("things/a.toml"))
    assert shelf.files() == ()
    shelf.forget()
    assert [file.name for file in shelf.files()] == ["a"]


def test_a_broken_file_is_told_by_its_first_problem(shelf: Shelf) -> None:
    path = Path("things/a.toml")
    told = shelf.broken(path, [(2, 8, "wrong"), (3, 1, "wrong, too"), (4, 1, "as well")], is_hidden=False)
    assert told.message == "2:8: wrong (and 2 more)"
    assert news() == []
    assert shelf.broken(path, [(1, 1, "Unreadable")], is_hidden=True).message == "1:1: Unreadable"
    assert news() == ["things/a.toml: Unreadable; the thing is left out"]
