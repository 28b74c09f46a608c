"""`eventsmith export`: where its files go, and where they do not."""

from __future__ import annotations

import errno
import io
import os
import subprocess
import sys
import threading
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import pytest

from eventsmith import formats
from eventsmith.formats import Format, Written
from eventsmith.model import Catalog

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS

Spawn = Callable[..., subprocess.CompletedProcess[bytes]]


@pytest.fixture
def becomes(monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """What the only format makes of any catalog; to be filled."""
    files: dict[str, bytes] = {}
    format_ = Format("plain", ".txt", lambda catalog: Written(files, (f"the colour of {catalog.name}",)), {})
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
        assert run("export", "shop.toml", "--to", "plain", "-o", path, "--force").status == 0
    assert Path("new.txt").read_bytes() == Path("old.txt").read_bytes() == Path("folder/a.txt").read_bytes() == b"text"
    assert Path("old.txt").stat().st_mode & 0o777 == 0o640
    assert sorted(os.listdir()) == ["folder", "new.txt", "old.txt", "shop.toml"]


def test_what_is_another_is_overwritten_by_force_only(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    Path("folder").mkdir()
    for path in (Path("old.txt"), Path("folder/a.txt")):
        path.write_text("by hand")
        to = ("export", "shop.toml", "--to", "plain", "-o", str(path if path.name == "old.txt" else path.parent))
        ran = run(*to)
        assert (ran.status, path.read_text()) == (2, "by hand")
        assert f"{path} already exists" in ran.err
        assert "overwrite it with --force" in ran.err
        assert run(*to, "--force").status == 0
        assert path.read_bytes() == b"text"


def test_what_is_the_same_or_empty_needs_no_force(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    path = Path("old.txt")
    path.touch()
    for _ in range(2):
        assert run("export", "shop.toml", "--to", "plain", "-o", "old.txt").status == 0
        assert path.read_bytes() == b"text"
        before = path.stat()
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_of_several_files_none_is_written_where_one_is_another(run: Run, becomes: dict[str, bytes]) -> None:
    becomes.update({"a.txt": b"a", "b.txt": b"b", "c.txt": b"c"})
    Path("folder").mkdir()
    Path("folder/b.txt").write_text("mine")
    ran = run("export", "shop.toml", "--to", "plain", "-o", "folder")
    assert (ran.status, os.listdir("folder")) == (2, ["b.txt"])
    assert "folder/b.txt already exists" in ran.err


def test_of_several_files_those_that_were_written_are_named(
    run: Run, becomes: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    becomes.update({"a.txt": b"a", "b.txt": b"b"})
    link, calls = os.link, []

    def full(one: str, other: str) -> None:
        calls.append(other)
        if len(calls) > 1:
            raise OSError(errno.ENOSPC, "")
        link(one, other)

    monkeypatch.setattr(os, "link", full)
    ran = run("export", "shop.toml", "--to", "plain", "-o", "folder")
    assert (ran.status, os.listdir("folder")) == (2, ["a.txt"])
    assert "No space is left on the disk of folder/b.txt" in ran.err
    assert "folder/a.txt was written before that" in ran.err
    assert "Nothing was changed" not in ran.err


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")
def test_a_read_only_file_is_refused(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    Path("old.txt").write_text("old")
    Path("old.txt").chmod(0o444)
    ran = run("export", "shop.toml", "--to", "plain", "-o", "old.txt", "--force")
    assert (ran.status, Path("old.txt").read_text()) == (2, "old")
    assert "no permission to write" in ran.err


def test_a_file_that_may_not_be_written_is_refused_whoever_asks(
    run: Run, becomes: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    becomes["a.txt"] = b"text"
    Path("old.txt").write_text("old")
    monkeypatch.setattr(os, "access", lambda path, mode: False)
    ran = run("export", "shop.toml", "--to", "plain", "-o", "old.txt", "--force")
    assert (ran.status, Path("old.txt").read_text(), sorted(os.listdir())) == (2, "old", ["old.txt", "shop.toml"])
    assert "no permission to write" in ran.err


def test_an_export_keeps_all_but_the_bytes(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    Path("real").mkdir()
    path = Path("real/old.txt")
    path.write_text("old")
    path.chmod(0o604)
    kept = {}
    with suppress(AttributeError, OSError):  # not everywhere
        os.setxattr(path, "user.origin", b"here")
        kept = {"user.origin": b"here"}
    if os.geteuid() == 0:
        os.chown(path, 65534, 65534)
    about = path.stat()
    Path("link.txt").symlink_to("real/old.txt")
    assert run("export", "shop.toml", "--to", "plain", "-o", "link.txt", "--force").status == 0
    now = path.stat()
    assert Path("link.txt").is_symlink()
    assert path.read_bytes() == b"text"
    assert (now.st_mode, now.st_uid, now.st_gid) == (about.st_mode, about.st_uid, about.st_gid)
    assert {name: os.getxattr(path, name) for name in kept} == kept
    assert os.listdir("real") == ["old.txt"]


def test_an_export_is_synced_with_the_names_of_its_folders(
    run: Run, becomes: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    becomes.update({"a.txt": b"a", "deep/b.txt": b"b"})
    synced: set[str] = set()
    sync = os.fsync

    def noted(handle: int) -> None:
        synced.add(os.path.basename(os.readlink(f"/proc/self/fd/{handle}")))
        sync(handle)

    if not Path("/proc/self/fd").exists():
        pytest.skip("there is no /proc here")
    monkeypatch.setattr(os, "fsync", noted)
    assert run("export", "shop.toml", "--to", "plain", "-o", "made/here").status == 0
    assert {Path().resolve().name, "made", "here", "deep"} <= synced
    assert sum(name.endswith(".tmp") for name in synced) == 2


def test_a_disk_that_fails_while_exporting_leaves_the_old_file(
    run: Run, becomes: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    becomes["a.txt"] = b"text"
    Path("old.txt").write_text("old")

    def full(handle: int, data: bytes) -> int:
        raise OSError(errno.ENOSPC, "")

    with monkeypatch.context() as patch:
        patch.setattr(os, "write", full)
        ran = run("export", "shop.toml", "--to", "plain", "-o", "old.txt", "--force")
    assert (ran.status, Path("old.txt").read_text(), sorted(os.listdir())) == (2, "old", ["old.txt", "shop.toml"])


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


def test_what_the_shell_has_opened_is_written_to_where_it_stands(spawn: Spawn, tmp_path: Path) -> None:
    def into(out: int, path: str) -> bytes:
        done = spawn("export", "shop.toml", "--to", "csv", "-o", path, stdout=out)
        assert done.returncode == 0, done.stderr
        return done.stdout

    csv = into(subprocess.PIPE, "-")
    assert b"Play Song" in csv
    for path in ("/dev/stdout", "/dev/fd/1", "/proc/self/fd/1"):
        assert into(subprocess.PIPE, path) == csv
        with (tmp_path / "log").open("wb") as log:
            log.write(b"before\n")
            log.flush()
            into(log.fileno(), path)
            log.write(b"after\n")
        assert (tmp_path / "log").read_bytes() == b"before\n" + csv + b"after\n"


def test_a_pipe_with_a_name_is_written_to_and_stays_one(run: Run, becomes: dict[str, bytes]) -> None:
    becomes["a.txt"] = b"text"
    os.mkfifo("pipe")
    read: list[bytes] = []
    reader = threading.Thread(target=lambda: read.append(Path("pipe").read_bytes()))
    reader.start()
    assert run("export", "shop.toml", "--to", "plain", "-o", "pipe").status == 0
    reader.join()
    assert read == [b"text"]
    assert Path("pipe").is_fifo()


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
