"""`eventsmith export`: where its files go, and where they do not."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path

import pytest

from eventsmith import formats
from eventsmith.formats import Format, Written
from eventsmith.model import Catalog

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS


@pytest.fixture
def becomes(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the only format makes of any catalog; to be filled."""
    files: dict[str, bytes] = {}
    format_ = Format("plain", ".txt", lambda catalog: Written(files, (f"the colour of {catalog.name}",)))
    monkeypatch.setattr(formats, "format_named", lambda name: format_)
    return files


@pytest.fixture(autouse=True)
def _catalog(run: Run) -> None:
    Path("shop.toml").write_text(CLEAN)


def test_one_file_goes_to_stdout(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = "é\r\n".encode()
    ran = run("export", "shop.toml", "--to", "plain")
    assert (ran.status, ran.out) == (0, "é\r\n")
    assert ran.err == "shop.toml: the colour of Shop\n"


def test_one_file_goes_to_a_path_or_into_a_folder(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    Path("folder").mkdir()
    Path("old.txt").write_text("old")
    Path("old.txt").chmod(0o640)
    for path in ("new.txt", "old.txt", "folder"):
        assert run("export", "shop.toml", "--to", "plain", "-o", path).status == 0
    assert Path("new.txt").read_bytes() == Path("old.txt").read_bytes() == Path("folder/a.txt").read_bytes() == b"text"
    assert Path("old.txt").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["folder", "new.txt", "old.txt", "shop.toml"]


def test_several_files_need_a_folder(run: Run, becomes: dict[str, bytes]) -> None:
    becomes.update({"a.txt": b"a", "deeper/b.txt": b"b"})
    ran = run("export", "shop.toml", "--to", "plain")
    assert (ran.status, ran.out) == (2, "")
    assert "-o" in ran.err
    assert run("export", "shop.toml", "--to", "plain", "-o", "shop.toml").status == 2
    assert run("export", "shop.toml", "--to", "plain", "-o", "made/here").status == 0
    assert Path("made/here/deeper/b.txt").read_bytes() == b"b"
    assert Path("shop.toml").read_text() == CLEAN


@pytest.mark.parametrize("name", ["../out.txt", "/tmp/out.txt", "a/../../out.txt", "", ".", "a\0b", "..\\out.txt"])
def test_nothing_is_written_outside(run: Run, becomes: dict[str, bytes], name: str) -> None:
    becomes.update({"a.txt": b"a", name: b"b"})
    ran = run("export", "shop.toml", "--to", "plain", "-o", "folder")
    assert ran.status == 2
    assert "would lead out of the folder" in ran.err
    assert os.listdir() == ["shop.toml"]


def test_the_catalog_itself_is_not_overwritten(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["shop.toml"] = b"text"
    Path("link.toml").symlink_to("shop.toml")
    for path in ("shop.toml", ".", "link.toml"):
        ran = run("export", "shop.toml", "--to", "plain", "-o", path)
        assert ran.status == 2
        assert "is the catalog itself" in ran.err
    assert Path("shop.toml").read_text() == CLEAN


def test_a_place_that_cannot_be_written(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    Path("loop").symlink_to("loop")
    for path in ("missing/a.txt", "shop.toml/a.txt", "loop", "x" * 300, "/dev/full", "a\0b"):
        ran = run("export", "shop.toml", "--to", "plain", "-o", path)
        assert ran.status == 2, path
        assert "-o" in ran.err
        assert "Traceback" not in ran.err
    assert sorted(os.listdir()) == ["loop", "shop.toml"]


def test_a_device_is_written_to_and_stays_one(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    assert run("export", "shop.toml", "--to", "plain", "-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()


def test_a_broken_catalog_is_not_exported(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    Path("shop.toml").write_text(MANY_PROBLEMS)
    ran = run("export", "shop.toml", "--to", "plain")
    assert (ran.status, ran.out) == (2, "")
    assert "shop.toml:11:1: error:" in ran.err


def test_an_unknown_format(run: Run) -> None:
    ran = run("export", "shop.toml", "--to", "csw")
    assert ran.status == 2
    assert "did you mean “csv”?" in ran.err


def test_every_format_can_be_asked_for(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    helped = run("export", "--help").out
    for format_ in formats.all_formats():
        assert f"  {format_.name} " in helped
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(CLEAN.encode())))
        assert run("export", "-", "--to", format_.name, "-o", f"out-{format_.name}").status == 0
        assert format_.write(Catalog()).files
