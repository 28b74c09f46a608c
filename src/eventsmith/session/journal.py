"""The journal: what is not saved yet, on disk at every moment, so that no crash takes it. Knows no screen.

One file for each running Eventsmith and catalog, in the user's own state folder. Its first line says what it is about
and holds the file as it was; each further line is an edit. Every line bears a checksum, and reading stops at the first
that is not whole. The file is locked while its Eventsmith lives, and the system frees the lock however that one dies.
"""

from __future__ import annotations

import base64
import contextlib
import fcntl
import hashlib
import json
import os
import socket
import threading
import time
import zlib
from pathlib import Path
from typing import Any

from platformdirs import user_state_path

from eventsmith.model import Catalog
from eventsmith.session.delta import delta
from eventsmith.store import Document

VERSION = 1
ENDING = ".jsonl"
GROUPED = 0.2
"""Seconds after which what was written is synced, where nothing has asked for it sooner: a key in a field, say."""
_SLOW = 0.05
"""Seconds: a disk that needs longer would hold up every edit, so its edits are synced in groups, too."""
_AGAIN = 2.0
"""Seconds until a disk that failed is tried again."""
_sync = getattr(os, "fdatasync", os.fsync)  # macOS has no fdatasync


def folder_of(path: Path | None) -> Path:
    """Where the journals of a catalog's file are; of all that have no file yet where it is None."""
    key = "new" if path is None else hashlib.sha256(os.fsencode(os.path.realpath(path))).hexdigest()
    return user_state_path("eventsmith") / "recovery" / key


def line_of(body: dict[str, Any]) -> bytes:
    """A line with its checksum."""
    data = json.dumps(body, separators=(",", ":")).encode()
    return b"%08x %s\n" % (zlib.crc32(data), data)


def header_of(document: Document) -> bytes:
    """The first line of a journal of unsaved work on a document."""
    data = document.data
    return line_of(
        {
            "eventsmith": VERSION,
            "path": None if document.path is None else os.path.realpath(document.path),
            "sha256": hashlib.sha256(data).hexdigest(),
            "host": socket.gethostname(),
            "pid": os.getpid(),
            "start": time.time(),
            "base": base64.b64encode(zlib.compress(data, 1)).decode(),
        }
    )


class Journal:
    """Writes down at once what becomes of a document's catalog.

    Never raises: what stands in the way of writing is told by `problem`, and tried again.
    """

    def __init__(self, document: Document) -> None:
        self.problem = ""
        """Why what is done now is not written down, in words; empty where it is."""
        self.path: Path | None = None
        self._document = document
        self._written = self._latest = document.catalog
        self._handle: int | None = None
        self._unsynced = False
        self._is_slow = False
        self._next: Document | None = None
        self._tried = 0.0
        self._guard = threading.RLock()
        self._work = threading.Condition(self._guard)
        self._closed = False
        self._begin(document)
        self._keeper = threading.Thread(target=self._keep, name="journal", daemon=True)
        self._keeper.start()

    def record(self, catalog: Catalog, label: str, *, at_once: bool = True) -> None:
        """Writes down what the catalog has become: no crash takes it then. No power cut, either, once it is synced:
        at once, or soon, or by `sync`."""
        with self._guard:
            self._latest = catalog
            if self._closed or (not self._has_file() and not self._begin(self._document)):
                return
            self._write(label)
            at_once = at_once and not self._is_slow
            if not at_once:
                self._work.notify()
        if at_once:
            self.sync()

    def sync(self) -> None:
        """Has what is written survive a power cut."""
        with self._guard:
            if not self._unsynced or self._handle is None:
                return
            self._unsynced = False
            handle = os.dup(self._handle)
        try:
            started = time.monotonic()
            _sync(handle)
            self._is_slow = time.monotonic() - started > _SLOW
        except OSError as error:
            self._fail(error)
        finally:
            os.close(handle)

    def expect(self, data: bytes, catalog: Catalog) -> None:
        """Says that a file of these bytes, which say the catalog, may be on disk from now on: a save is under way."""
        with self._guard:
            self._mark(data, catalog, is_sure=False)
        self.sync()

    def turn_to(self, document: Document) -> None:
        """From now on only what differs from this document is unsaved. Soon a file about it takes this one's place."""
        with self._guard:
            self._next = document
            self._mark(document.data, document.catalog, is_sure=True)
            self._work.notify()
        self.sync()

    def close(self, *, keep: bool) -> None:
        """Ends it. Nothing is left of it unless it is to be kept: saved, or given up, is what was in it."""
        with self._guard:
            self._closed = True
            self._work.notify()
        # A disk that hangs must not keep one from leaving.
        self._keeper.join(2)
        self.sync()
        with self._guard:
            path, self.path = self.path, None
            handle, self._handle = self._handle, None
        if path is not None and not keep:
            remove(path)
        if handle is not None:
            os.close(handle)

    def _keep(self) -> None:
        while True:
            with self._guard:
                while not (self._closed or self._unsynced or self._next or self._is_due()):
                    self._work.wait(_AGAIN if self.problem else None)
                document, self._next = self._next, None
                if document is None and self._handle is None:
                    document = self._document
                if document is None:
                    self._work.wait_for(lambda: self._closed, GROUPED)
                if self._closed:
                    return
            if document is not None:
                self._begin(document)
            else:
                self.sync()

    def _is_due(self) -> bool:
        """Whether a disk that failed is to be tried again."""
        return self._handle is None and time.monotonic() - self._tried >= _AGAIN

    def _has_file(self) -> bool:
        """Whether there is a file to write to: somebody may have deleted it, or its folder."""
        if self._handle is not None and os.fstat(self._handle).st_nlink == 0:
            os.close(self._handle)
            self.path = self._handle = None
        return self._handle is not None

    def _write(self, label: str) -> None:
        changes = delta(self._written, self._latest)
        if changes and self._append({"label": label, "changes": changes}):
            self._written = self._latest

    def _mark(self, data: bytes, catalog: Catalog, *, is_sure: bool) -> None:
        """A mark says which file holds which catalog, as seen from the edits before it, and changes nothing itself."""
        holds = delta(self._written, catalog)
        self._append({"file": hashlib.sha256(data).hexdigest(), "holds": holds, "sure": is_sure})

    def _append(self, body: dict[str, Any]) -> bool:
        if self._handle is None:
            return False
        try:
            _write_all(self._handle, line_of(body))
        except OSError as error:
            self._fail(error)
            return False
        self._unsynced = True
        return True

    def _begin(self, document: Document) -> bool:
        """Starts a file about the document, then lets the one before go. Says whether that could be done."""
        if self.problem and not self._is_due():
            return False
        self._tried = time.monotonic()
        try:
            path, handle = _new_file(document)
        except OSError as error:
            # A file about an older document holds all that is unsaved as well.
            if self._handle is None:
                self._fail(error)
            return False
        with self._guard:
            old, old_handle = self.path, self._handle
            self.path, self._handle, self.problem = path, handle, ""
            self._document, self._written = document, document.catalog
            if self._next is not None:
                # Saved while this file was made.
                self._mark(self._next.data, self._next.catalog, is_sure=True)
            self._write("all until now")
        self.sync()
        if self.problem:
            return False
        if old is not None:
            remove(old)
        if old_handle is not None:
            os.close(old_handle)
        return True

    def _fail(self, error: OSError) -> None:
        """Lets go of a file that failed: its whole lines stay, and another is begun when the disk is tried again."""
        with self._guard:
            why = error.strerror or str(error)
            self.problem = f"No journal ({why}): a crash takes your work. Save often"
            self._tried = time.monotonic()
            self._unsynced = False
            self._work.notify()
            if self._handle is not None:
                os.close(self._handle)
                self._handle = None


def _new_file(document: Document) -> tuple[Path, int]:
    """A locked file that holds a header, under its name once it does."""
    folder = folder_of(document.path)
    if not folder.is_absolute():
        raise OSError("there is no home folder")
    try:
        return _new_file_in(folder, document)
    except FileNotFoundError:
        # Another Eventsmith has just tidied up there.
        return _new_file_in(folder, document)


def _new_file_in(folder: Path, document: Document) -> tuple[Path, int]:
    for part in (folder.parent.parent, folder.parent, folder):
        part.mkdir(mode=0o700, parents=True, exist_ok=True)
    path = folder / f"{os.getpid()}-{time.time_ns()}{ENDING}"
    beside = path.with_suffix(".new")
    handle = os.open(beside, os.O_RDWR | os.O_CREAT | os.O_EXCL | os.O_APPEND | os.O_NOFOLLOW | os.O_CLOEXEC, 0o600)
    try:
        lock(handle)
        _write_all(handle, header_of(document))
        os.fsync(handle)
        os.rename(beside, path)
        _sync_folder(folder)
    except OSError:
        os.close(handle)
        remove(beside)
        raise
    return path, handle


def lock(handle: int) -> bool:
    """Locks a file until it is closed; says whether nobody else has locked it. Some disks know no locks."""
    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return True
    return True


def remove(path: Path) -> None:
    """Deletes a journal, and its folder where it was the last."""
    with contextlib.suppress(OSError):
        path.unlink()
        path.parent.rmdir()


def _write_all(handle: int, data: bytes) -> None:
    rest = memoryview(data)
    while rest:
        rest = rest[os.write(handle, rest) :]


def _sync_folder(folder: Path) -> None:
    handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        # Some disks cannot sync a folder at all.
        with contextlib.suppress(OSError):
            os.fsync(handle)
    finally:
        os.close(handle)
