"""The door to the file system: a plain answer to every question, and what one goes on without is told once."""

from __future__ import annotations

import errno
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from eventsmith.ground import disk

LONG = "x" * 5000
NO_NAMES = [LONG, "a\0b", "\ud800", f"{LONG[:300]}/b"]


@pytest.mark.parametrize("name", NO_NAMES)
def test_of_a_name_that_can_be_none_nothing_is_raised(folder: Path, name: str) -> None:
    path = Path(name)
    assert disk.kind(path, "it is left out") == "unknown"
    assert disk.may_be_there(path)
    assert disk.list_folder(path, "it is left out") == []
    assert disk.content(path, 10).error is not None
    assert disk.real(path)
    assert disk.absolute(path)
    assert disk.from_here(path)
    assert disk.expand_home(f"~{name}")
    assert disk.write_file(path, b"")
    assert disk.make_folder(path / "x")
    assert len(disk.state_of(path)) == 1
    assert all(len(str(trouble)) < 500 for trouble in disk.news())


def test_what_stands_somewhere_is_told(folder: Path) -> None:
    Path("file").write_text("")
    Path("folder").mkdir()
    Path("to-file").symlink_to("file")
    Path("to-nothing").symlink_to("gone")
    Path("loop").symlink_to("loop")
    os.mkfifo("pipe")
    kinds = {name: disk.kind(Path(name)) for name in sorted(os.listdir())}
    assert kinds == {
        "file": "file",
        "folder": "folder",
        "loop": "unknown",
        "pipe": "other",
        "to-file": "file",
        "to-nothing": "nothing",
    }
    assert all(disk.may_be_there(Path(name)) for name in kinds)
    assert not disk.may_be_there(Path("file/in-it"))
    assert not disk.news()
    assert [path.name for path in disk.list_folder(Path(), "", "e")] == ["file", "pipe", "to-file"]


def test_what_cannot_be_told_of_a_thing_is_told_once(folder: Path) -> None:
    Path("loop").symlink_to("loop")
    for _ in range(3):
        assert not disk.is_file(Path("loop"), "it is not offered")
        assert disk.list_folder(Path("loop"), "what is there is left out") == []
    assert list(map(str, disk.news())) == ["loop: the link leads back to itself; it is not offered"]
    assert not disk.is_folder(Path("loop"), "it is not offered")
    assert not disk.news()
    assert disk.is_amiss(Path("loop"))
    disk.forget_news()
    disk.is_file(Path("loop"), "it is not offered")
    assert not disk.news(said="eventsmith: loop: cannot be read")


def test_no_more_is_read_than_is_wanted_and_nothing_is_waited_for(folder: Path) -> None:
    with open("large", "wb") as file:
        file.truncate(3 * 2**30)
    assert disk.content(Path("large"), 100).data == b"\0" * 101
    os.mkfifo("pipe")
    error = disk.content(Path("pipe"), 100).error
    assert isinstance(error, OSError)
    assert error.errno == errno.ENXIO
    Path("link").symlink_to("large")
    assert disk.content(Path("link"), 5).error is None
    error = disk.content(Path("link"), 5, follow=False).error
    assert error is not None
    assert disk.why(error) == "it is a link, and none is followed here"


@pytest.mark.parametrize(
    "stand_there", [lambda path: path.symlink_to("other"), os.mkfifo, lambda path: path.write_text("old")]
)
def test_what_is_written_takes_the_place_of_what_is_there(folder: Path, stand_there: Callable[[Path], object]) -> None:
    Path("other").write_text("not ours")
    stand_there(Path("ours"))
    # Of one that was killed, and had our number; planted, perhaps.
    Path(f"ours.{os.getpid()}").symlink_to("other")
    assert disk.write_file(Path("ours"), b"new") == ""
    assert Path("ours").read_text() == "new"
    assert not Path("ours").is_symlink()
    assert Path("ours").stat().st_mode & 0o777 == 0o600
    assert Path("other").read_text() == "not ours"
    assert sorted(os.listdir()) == ["other", "ours"]


def test_why_nothing_can_be_written_is_said_and_nothing_is_left(folder: Path) -> None:
    Path("folder").mkdir()
    assert disk.write_file(Path("folder"), b"") == "it is a folder"
    assert disk.write_file(Path("nothing"), b"") == ""
    assert disk.write_file(Path("nothing/in-it"), b"")
    assert sorted(os.listdir()) == ["folder", "nothing"]


def test_in_a_deleted_folder_paths_are_taken_as_they_are(folder: Path) -> None:
    gone = folder / "gone"
    gone.mkdir()
    os.chdir(gone)
    gone.rmdir()
    path = Path("a.toml")
    assert [disk.absolute(path), disk.real(path), disk.from_here(path)] == [path] * 3
    assert disk.absolute(folder) == folder
    assert disk.kind(path) == "nothing"
    assert disk.list_folder(Path(), "nothing is offered") == []
    (trouble,) = disk.news()
    assert str(trouble).startswith("The folder you are in: it is not there; ")


@pytest.mark.parametrize("own", ["config", "state", "data"])
def test_without_a_home_there_are_no_folders_of_ones_own(own: disk.Own, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(f"XDG_{own.upper()}_HOME", "")
    monkeypatch.delenv("HOME")
    monkeypatch.setattr("pwd.getpwuid", lambda uid: {}[uid])
    assert disk.own_folder(own) is None
    assert disk.home() is None
    assert disk.expand_home("~/a.toml") == Path("~/a.toml")
    assert [trouble.thing for trouble in disk.news()] == ["There is no home folder"]
    monkeypatch.setenv(f"XDG_{own.upper()}_HOME", "/srv/own")
    assert disk.own_folder(own) == Path("/srv/own/eventsmith")


def test_an_error_of_the_machine_is_told_from_one_of_ours(folder: Path) -> None:
    assert disk.why_stopped(OSError(errno.EMFILE, "", "presets/a.toml")) == "presets/a.toml: too many files are open"
    assert disk.why_stopped(OSError(errno.EIO, "Input/output error")) == "the disk failed"
    assert disk.why_stopped(OSError(errno.EDQUOT, "Disk quota exceeded", b"a\xff")).endswith("Disk quota exceeded")
    for error in (ValueError("x"), OSError("x"), OSError(errno.EBADF, ""), OSError(errno.EINVAL, ""), None):
        assert disk.why_stopped(error) == ""


def test_what_somebody_does_to_a_file_is_noticed(folder: Path) -> None:
    path = Path("a.toml")
    assert disk.state_of(path) == ("gone",)
    path.write_text("one")
    was = disk.state_of(path)
    assert disk.state_of(path) == was
    subprocess.run(["sh", "-c", "echo two > a.toml"], check=True)
    assert disk.state_of(path) != was
