"""Writes what a format made into the file or folder that somebody chose, and nowhere else. Knows no screen."""

from __future__ import annotations

import os
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath


class CannotExportError(Exception):
    """Not written. Its text says what, and what would help."""


def write_files(files: Mapping[str, bytes], path: Path, source: Path | None = None) -> None:
    """One file goes to the path, or into it where it is a folder; several go into a folder, which is made.

    Never over the catalog they were made of. Raises CannotExportError.
    """
    try:
        for target, data in _targets(files, path, source).items():
            if target != path:
                target.parent.mkdir(parents=True, exist_ok=True)
            _write_whole(target, data)
    except (OSError, RuntimeError, ValueError) as error:  # RuntimeError: a link that leads back to itself
        why = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise CannotExportError(f"{path}: cannot be written: {why}; name another place") from error


def _targets(files: Mapping[str, bytes], path: Path, source: Path | None) -> dict[Path, bytes]:
    if len(files) == 1 and not path.is_dir():
        targets = {path: next(iter(files.values()))}
    elif path.exists() and not path.is_dir():
        raise CannotExportError(f"{path}: is a file; {len(files)} files need a folder, name one")
    else:
        targets = {path / _within(name): data for name, data in files.items()}
    for target in targets:
        if source is not None and target.exists() and source.exists() and target.samefile(source):
            raise CannotExportError(f"{target}: is the catalog itself; name another place")
    return targets


def _within(name: str) -> PurePosixPath:
    """A format's name for a file, once it is sure that it leads nowhere else."""
    path = PurePosixPath(name)
    if path.is_absolute() or ".." in path.parts or not path.parts or "\0" in name or "\\" in name:
        raise CannotExportError(f"“{name}” would lead out of the folder; nothing was written")
    return path


def _write_whole(path: Path, data: bytes) -> None:
    """Writes a file so that it is, at every moment, the old one or the new one."""
    target = path.resolve()
    if target.exists() and not target.is_file():
        # A device or a pipe is written to, not replaced.
        with target.open("wb") as file:
            file.write(data)
        return
    beside = target.with_name(f".{target.name[:100]}.{os.getpid()}.new")
    try:
        _write_new(beside, data)
        if target.exists():
            beside.chmod(target.stat().st_mode & 0o7777)
        beside.replace(target)
    finally:
        with suppress(OSError):
            beside.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes) -> None:
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o666)
    with open(handle, "wb") as file:
        file.write(data)
        file.flush()
        os.fsync(handle)
