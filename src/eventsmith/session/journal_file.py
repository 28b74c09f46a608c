"""The file of a journal: its path, its lines, its lock, and how it is created and deleted.

Each running Eventsmith has one file per catalog in the user's state folder. The first line says which catalog file it
is about, and holds the contents of that file; each further line is an edit. Every line has a checksum, and reading
stops at the first incomplete line. The file is locked while its process runs, and the system releases the lock however
the process ends.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import hashlib
import json
import os
import socket
import time
import zlib
from pathlib import Path
from typing import Any

from eventsmith.ground import disk
from eventsmith.store import Document

VERSION = 1
ENDING = ".jsonl"


def folder_of(path: Path | None) -> Path:
    """Return the folder of the journals of a catalog file; for None, of all catalogs without a file.

    Raises OSError where there is no home folder.
    """
    states = disk.own_folder("state")
    if states is None:
        raise OSError("there is no home folder")
    key = "new" if path is None else hashlib.sha256(_bytes_of_name(disk.real(path))).hexdigest()
    return states / "recovery" / key


def line_of(body: dict[str, Any]) -> bytes:
    """Return a journal line with its checksum."""
    data = json.dumps(body, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)


def header_of(document: Document) -> bytes:
    """Return the first line of a journal of unsaved work on a document."""
    data = document.data
    return line_of(
        {
            "eventsmith": VERSION,
            "path": None if document.path is None else str(disk.real(document.path)),
            "sha256": hashlib.sha256(data).hexdigest(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "start": time.time(),
            "base": base64.b64encode(zlib.compress(data, 1)).decode(),
        }
    )


def new_file(document: Document) -> tuple[Path, int]:
    """Create a journal file; return its path and its locked handle.

    It gets its name only once it holds the header, so that no journal lacks one.
    """
    folder = folder_of(document.path)
    try:
        return _new_file_in(folder, document)
    except FileNotFoundError:
        # Another Eventsmith has just removed the empty folder.
        return _new_file_in(folder, document)


def _new_file_in(folder: Path, document: Document) -> tuple[Path, int]:
    _make(folder)
    path = folder / f"{os.getpid()}-{time.time_ns()}{ENDING}"
    beside = path.with_suffix(".new")
    handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        lock(handle)
        write_all(handle, header_of(document))
        os.fsync(handle)
        os.rename(beside, path)
        _sync_folder(folder)
    except OSError:
        os.close(handle)
        remove(beside)
        raise
    return path, handle


def close(handle: int) -> None:
    """Close a journal and ignore errors: what was synced is safe, and failures of writing are reported elsewhere."""
    with contextlib.suppress(OSError):
        os.close(handle)


def lock(handle: int) -> bool:
    """Lock a file until it is closed; return False where somebody else holds the lock, True on disks without locks."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def remove(path: Path) -> None:
    """Delete a journal, and its folder if it is empty then."""
    with contextlib.suppress(OSError):
        path.unlink()
        path.parent.rmdir()


def write_all(handle: int, data: bytes) -> None:
    """Write all bytes, in several calls if the system takes only a part."""
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _make(folder: Path) -> None:
    """Make a private folder and its parents, each synced so that it survives a power cut."""
    if folder.is_dir():
        return
    _make(folder.parent)
    folder.mkdir(mode=0o700, exist_ok=True)
    _sync_folder(folder.parent)


def _bytes_of_name(path: Path) -> bytes:
    try:
        return os.fsencode(path)
    except ValueError:
        # Not a valid file name, but good enough for a key.
        return str(path).encode("utf-8", "surrogatepass")


def _sync_folder(folder: Path) -> None:
    # Some disks cannot sync a folder at all, and some folders must not be read.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
