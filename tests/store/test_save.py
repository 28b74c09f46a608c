"""Saving: wholly the old or wholly the new file, whatever fails; nothing that nobody read is overwritten."""

from __future__ import annotations

import errno
import fcntl
import os
import stat
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from eventsmith.model import Catalog
from eventsmith.store import (
    CannotSaveError,
    ChangedOnDiskError,
    Document,
    new_document,
    read_file,
    save,
    save_formatted,
    updated_bytes,
)

OLD = b"# mine\nformat = 1\nname = 'a'\n"
NEW = b"# mine\nformat = 1\nname = 'b'\n"
as_root = pytest.mark.skipif(os.geteuid() == 0, reason="root may write everything")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.events.toml"
    path.write_bytes(OLD)
    return path


def renamed(document: Document) -> Catalog:
    return document.catalog.model_copy(update={"name": "b"})


def left(path: Path) -> list[str]:
    return sorted(item.name for item in path.parent.iterdir())


def test_a_save_changes_the_file_and_nothing_else(path: Path) -> None:
    path.chmod(0o640)
    document = read_file(path)
    catalog = renamed(document)
    after = save(document, catalog).document
    assert path.read_bytes() == after.data == NEW
    assert after.catalog is catalog
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert left(path) == [path.name]
    again = save(after, catalog.model_copy(update={"name": "c"})).document
    assert path.read_bytes() == again.data == NEW.replace(b"'b'", b"'c'")


def test_saving_without_a_change_writes_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_file(path)
    before = path.stat()
    monkeypatch.setattr(os, "replace", None)
    assert save(document, Catalog(name="a")).document.data == OLD
    assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)


def test_canonical_text_is_saved_under_the_same_watch(path: Path) -> None:
    document = read_file(path)
    after = save_formatted(document).document
    assert path.read_bytes() == after.data == b'# mine\nformat = 1\nname = "a"\n\n[naming]\nform = "verb-noun"\n'
    assert save_formatted(after).document.data == after.data
    path.write_bytes(b"format = 1\n")
    with pytest.raises(ChangedOnDiskError):
        save_formatted(document)


def test_a_link_stays_a_link(path: Path) -> None:
    link = path.parent / "link.toml"
    link.symlink_to(path.name)
    document = read_file(link)
    assert save(document, renamed(document)).document.path == link
    assert link.is_symlink()
    assert path.read_bytes() == NEW


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may give files away")
def test_the_owner_is_kept(path: Path) -> None:
    os.chown(path, 65534, 65534)
    document = read_file(path)
    save(document, renamed(document))
    assert (path.stat().st_uid, path.stat().st_gid) == (65534, 65534)


def test_a_new_file_gets_the_usual_permissions(tmp_path: Path) -> None:
    path = tmp_path / "new.toml"
    old = os.umask(0o027)
    try:
        document = save(new_document(path), Catalog(name="x")).document
    finally:
        os.umask(old)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert path.stat().st_nlink == 1
    assert read_file(path).data == document.data
    assert left(path) == ["new.toml"]


def test_what_nobody_read_is_not_overwritten(path: Path) -> None:
    other = path.with_name("other.toml")
    document = read_file(path)
    with pytest.raises(ChangedOnDiskError, match="already exists"):
        save(new_document(path), Catalog())
    assert path.read_bytes() == OLD
    save(document, renamed(document), other)
    assert (path.read_bytes(), other.read_bytes()) == (OLD, NEW)
    with pytest.raises(ChangedOnDiskError, match="already exists"):
        save(document, document.catalog, other)
    assert save(document, document.catalog, other, overwrite=True).document.path == other
    assert other.read_bytes() == OLD


def test_a_change_by_someone_else_is_noticed(path: Path) -> None:
    document = read_file(path)
    about = path.stat()
    path.write_bytes(OLD.replace(b"'a'", b"'z'"))
    os.utime(path, ns=(about.st_atime_ns, about.st_mtime_ns))
    for catalog in (renamed(document), document.catalog):
        with pytest.raises(ChangedOnDiskError, match="changed by someone else"):
            save(document, catalog)
    assert b"'z'" in path.read_bytes()
    assert save(document, renamed(document), overwrite=True).document.data == NEW
    path.unlink()
    with pytest.raises(ChangedOnDiskError, match="no longer there"):
        save(document, document.catalog)
    save(document, document.catalog, overwrite=True)
    assert path.read_bytes() == OLD


def test_a_mere_touch_is_no_change(path: Path) -> None:
    document = read_file(path)
    os.utime(path, ns=(1, 1))
    save(document, renamed(document))
    assert path.read_bytes() == NEW


def test_a_change_in_the_last_moment_is_noticed(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    document = read_file(path)
    sync = os.fsync

    def meanwhile(handle: int) -> None:
        path.write_bytes(b"format = 1\n")
        sync(handle)

    monkeypatch.setattr(os, "fsync", meanwhile)
    with pytest.raises(ChangedOnDiskError):
        save(document, renamed(document))
    assert path.read_bytes() == b"format = 1\n"
    assert left(path) == [path.name]


def test_what_is_no_plain_file_is_refused(path: Path) -> None:
    folder = path.parent
    os.link(path, folder / "twin")
    (folder / "loop").symlink_to("loop")
    os.mkfifo(folder / "pipe")
    document = read_file(path)
    with pytest.raises(CannotSaveError, match="hard links"):
        save(document, renamed(document))
    for name, words in [
        (".", "folder"),
        ("loop", "back to itself"),
        ("pipe", "not a regular file"),
        ("missing/x", "folder of .* is gone"),
        ("twin/x", "not a folder"),
        ("x" * 300, "too long"),
        ("nul\0", "not a file name"),
    ]:
        with pytest.raises(CannotSaveError, match=words):
            save(new_document(folder / name), Catalog(), overwrite=True)
    with pytest.raises(CannotSaveError, match="say where"):
        save(new_document(None), Catalog())
    assert path.read_bytes() == OLD


@as_root
def test_a_file_or_folder_without_permission_is_left_alone(path: Path) -> None:
    document = read_file(path)
    path.chmod(0o444)
    with pytest.raises(CannotSaveError, match="permission"):
        save(document, renamed(document))
    path.chmod(0o644)
    path.parent.chmod(0o555)
    try:
        with pytest.raises(CannotSaveError, match="permission"):
            save(document, renamed(document))
    finally:
        path.parent.chmod(0o755)
    assert path.read_bytes() == OLD


CALLS = ["open", "write", "fsync", "fchmod", "replace", "stat", "lstat", "fstat", "access", "close", "link", "unlink"]
ERRORS = ["ENOSPC", "EIO", "EACCES", "EROFS", "EDQUOT", "EMFILE", "ENOMEM", "EXDEV", "EBUSY", "EINTR"]


def failing(monkeypatch: pytest.MonkeyPatch, call: str, turn: int, code: int, *, forever: bool) -> Callable[[], int]:
    real: Any = getattr(os, call)
    count = 0

    def fake(*arguments: Any, **named: Any) -> Any:
        nonlocal count
        count += 1
        if count == turn or (forever and count > turn):
            if call == "close":
                real(*arguments)
            raise OSError(code, os.strerror(code))
        return real(*arguments, **named)

    monkeypatch.setattr(os, call, fake)
    return lambda: count


@pytest.mark.parametrize("call", CALLS)
@pytest.mark.parametrize("is_new", [False, True])
def test_when_a_call_fails_the_file_is_old_or_new(path: Path, call: str, is_new: bool) -> None:
    for name in ERRORS:
        for turn in range(1, 20):
            for name_left in left(path):
                (path.parent / name_left).unlink()
            if not is_new:
                path.write_bytes(OLD)
            document = new_document(path) if is_new else read_file(path)
            catalog = Catalog(name="b") if is_new else renamed(document)
            with pytest.MonkeyPatch.context() as patch:
                calls = failing(patch, call, turn, getattr(errno, name), forever=False)
                try:
                    save(document, catalog)
                    error = None
                except CannotSaveError as caught:
                    error = caught
            now = path.read_bytes() if path.exists() else b""
            if error is None:
                assert now == updated_bytes(document, catalog)
            else:
                assert now == document.data
                assert str(path) in str(error)
                assert "Nothing was changed" in str(error)
            if call != "unlink":
                assert left(path) in ([path.name], [])
            if calls() < turn:
                break


def test_a_folder_that_stays_locked_is_said(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules["eventsmith.store.replace_file"], "_LOCK_SECONDS", 0.1)
    document = read_file(path)
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        fcntl.flock(folder, fcntl.LOCK_EX)
        with pytest.raises(CannotSaveError, match=r"keeps the folder of .* locked; try again"):
            save(document, renamed(document))
    finally:
        os.close(folder)
    assert path.read_bytes() == OLD
    assert save(document, renamed(document)).document.data == NEW


def test_short_writes_are_finished(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    real = os.write
    monkeypatch.setattr(os, "write", lambda handle, data: real(handle, data[:3]))
    document = read_file(path)
    save(document, renamed(document))
    assert path.read_bytes() == NEW


def test_a_full_disk_says_what_to_do(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing(monkeypatch, "write", 1, errno.ENOSPC, forever=True)
    document = read_file(path)
    with pytest.raises(CannotSaveError) as caught:
        save(document, renamed(document))
    assert str(caught.value) == (
        f"No space is left on the disk of {path}; make room, or save elsewhere. Nothing was changed on disk."
    )


def test_an_unsynced_folder_is_told_and_the_document_is_the_new_one(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    failing(monkeypatch, "fsync", 2, errno.EIO, forever=True)
    document = read_file(path)
    saved = save(document, renamed(document))
    assert not saved.durable
    assert f"{path} was written, but the disk did not confirm" in saved.warning
    assert path.read_bytes() == saved.document.data == NEW


def test_what_a_killed_save_left_is_swept_away(path: Path) -> None:
    document = read_file(path)
    with pytest.MonkeyPatch.context() as patch:
        failing(patch, "unlink", 1, errno.EIO, forever=True)
        save(new_document(path.with_name("y")), document.catalog)
    assert len(left(path)) == 3
    save(read_file(path.with_name("y")), renamed(document))
    assert left(path) == [path.name, "y"]


def test_two_at_once_lose_nothing(path: Path) -> None:
    document = read_file(path)
    outcomes: list[str] = []

    def one(name: str) -> None:
        try:
            save(document, document.catalog.model_copy(update={"name": name}))
            outcomes.append(name)
        except ChangedOnDiskError:
            outcomes.append("")

    threads = [threading.Thread(target=one, args=(f"n{index}",)) for index in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    (winner,) = [name for name in outcomes if name]
    assert read_file(path).catalog.name == winner
    assert left(path) == [path.name]


KILLED = """
import os, sys
from pathlib import Path
from eventsmith.store import read_file, save
count = 0
def counted(name):
    real = getattr(os, name)
    def fake(*arguments, **named):
        global count
        count += 1
        if count == int(sys.argv[2]):
            os.kill(os.getpid(), 9)
        return real(*arguments, **named)
    setattr(os, name, fake)
document = read_file(Path(sys.argv[1]))
for name in ("open", "write", "fsync", "fchmod", "replace", "close", "unlink", "fstat", "stat"):
    counted(name)
save(document, document.catalog.model_copy(update={"name": "b"}))
"""


@pytest.mark.deep
def test_a_kill_at_any_call_leaves_old_or_new(path: Path) -> None:
    for turn in range(1, 40):
        path.write_bytes(OLD)
        done = subprocess.run([sys.executable, "-c", KILLED, str(path), str(turn)], check=False)
        assert path.read_bytes() in (OLD, NEW)
        if done.returncode == 0:
            return
    pytest.fail("the save has more calls than were tried")
