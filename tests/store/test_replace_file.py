"""Replacing a file: what stands beside its bytes stays, and nobody comes to read it who could not before."""

from __future__ import annotations

import errno
import os
import shutil
import stat
import subprocess
from pathlib import Path
from typing import Any

import pytest

from eventsmith.store import CannotSaveError, ChangedOnDiskError
from eventsmith.store.replace_file import replace_file

ACCESS_LIST = "system.posix_acl_access"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "x.toml"
    path.write_bytes(b"old")
    path.chmod(0o640)
    return path


def needs_attributes(path: Path) -> None:
    try:
        os.setxattr(path, "user.probe", b"")
        os.removexattr(path, "user.probe")
    except (AttributeError, OSError) as error:
        pytest.skip(f"no extended attributes here: {error}")


def setfacl(*arguments: str | Path) -> None:
    program = shutil.which("setfacl")
    if program is None:
        pytest.skip("setfacl is not installed")
    done = subprocess.run([program, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"no access control lists here: {done.stderr.strip()}")


def mode_of(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def attributes(path: Path) -> dict[str, bytes]:
    return {name: os.getxattr(path, name) for name in os.listxattr(path)}


def test_extended_attributes_stay(path: Path) -> None:
    needs_attributes(path)
    os.setxattr(path, "user.origin", b"https://wiki.example/events")
    os.setxattr(path, "user.empty", b"")
    before = attributes(path)
    assert replace_file(path, b"new", b"old")
    assert path.read_bytes() == b"new"
    assert attributes(path) == before


def test_an_access_control_list_stays(path: Path) -> None:
    setfacl("-m", "u:65534:rw,g::-,m::rw", path)
    before, mode = attributes(path), mode_of(path)
    assert ACCESS_LIST in before
    assert replace_file(path, b"new", b"old")
    assert (attributes(path), mode_of(path)) == (before, mode)


def test_a_list_that_the_folder_gives_to_new_files_does_not_open_an_old_one(path: Path) -> None:
    setfacl("-d", "-m", "u:65534:rw", path.parent)
    before = attributes(path)
    assert ACCESS_LIST not in before
    assert replace_file(path, b"new", b"old")
    assert (attributes(path), mode_of(path)) == (before, 0o640)


def test_a_list_that_cannot_be_kept_leaves_the_group_nothing(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    setfacl("-m", "u:65534:rw,g::-,m::rw", path)

    def refused(*arguments: Any) -> None:
        raise OSError(errno.EOPNOTSUPP, "")

    assert mode_of(path) == 0o660
    monkeypatch.setattr(os, "setxattr", refused)
    assert replace_file(path, b"new", b"old")
    assert (path.read_bytes(), mode_of(path)) == (b"new", 0o600)


@pytest.mark.parametrize("call", ["listxattr", "getxattr", "setxattr", "removexattr"])
@pytest.mark.parametrize("code", [errno.EOPNOTSUPP, errno.EPERM, errno.ENODATA, errno.EIO, errno.ENOSPC, errno.E2BIG])
def test_attributes_that_fail_stop_no_save(path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int) -> None:
    needs_attributes(path)
    os.setxattr(path, "user.origin", b"here")

    def refused(*arguments: Any) -> None:
        raise OSError(code, os.strerror(code))

    with monkeypatch.context() as patch:
        patch.setattr(os, call, refused)
        assert replace_file(path, b"new", b"old")
    assert (path.read_bytes(), mode_of(path)) == (b"new", 0o640)
    assert os.listdir(path.parent) == [path.name]


def test_what_vouches_for_the_old_bytes_is_not_kept(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    needs_attributes(path)
    real, asked = os.getxattr, []
    monkeypatch.setattr(os, "listxattr", lambda file: ["user.origin", "security.ima"])
    monkeypatch.setattr(os, "getxattr", lambda file, name: b"here" if file == path else real(file, name))
    monkeypatch.setattr(os, "setxattr", lambda file, name, value: asked.append(name))
    assert replace_file(path, b"new", b"old")
    assert asked == ["user.origin"]


def test_a_new_file_is_as_private_as_the_one_it_is_like(path: Path) -> None:
    old = os.umask(0o022)
    try:
        for mode in (0o600, 0o640, 0o444):
            path.chmod(mode)
            copy = path.with_name(f"copy-{mode:o}")
            assert replace_file(copy, b"new", None, like=path)
            assert (copy.read_bytes(), mode_of(copy)) == (b"new", mode)
        gone = path.with_name("copy-of-nothing")
        assert replace_file(gone, b"new", None, like=path.with_name("missing"))
        assert mode_of(gone) == 0o600
    finally:
        os.umask(old)


def test_only_what_is_known_is_replaced(path: Path) -> None:
    with pytest.raises(ChangedOnDiskError, match="already exists"):
        replace_file(path, b"new", None)
    with pytest.raises(ChangedOnDiskError, match="changed by someone else"):
        replace_file(path, b"new", b"other")
    assert path.read_bytes() == b"old"
    assert replace_file(path, b"new", None, overwrite=True)
    with pytest.raises(CannotSaveError, match="folder"):
        replace_file(path.parent, b"new", None, overwrite=True)


def test_bytes_that_stand_there_are_not_written_again(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "replace", None)
    assert replace_file(path, b"old", b"old")
    assert replace_file(path, b"old", None, overwrite=True)
