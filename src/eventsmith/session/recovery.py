"""Unsaved work of earlier runs: how it is found in journals, read, kept and deleted.

Finding it costs one pass over its journal, whatever the size of the catalog; it is replayed only when asked for.
"""

from __future__ import annotations

import base64
import json
import os
import stat
import time
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, BinaryIO

from eventsmith.ground import disk
from eventsmith.ground.gc_pause import paused
from eventsmith.model import Catalog
from eventsmith.session.delta import DeltaError, replay
from eventsmith.session.journal_file import ENDING, VERSION, close, folder_of, lock, remove
from eventsmith.store import MAX_BYTES, CannotReadError, Document, new_document, read_bytes

DAMAGED = ".damaged"
"""The ending of damaged journals that were set aside."""
MOST_OF_A_LINE = 4 * MAX_BYTES
"""In bytes. The header holds a file as large as a catalog may be, and one edit may replace as much."""


class CannotRecoverError(Exception):
    """A journal is damaged, so that its work cannot be recovered."""


class NewerJournalError(Exception):
    """A newer Eventsmith wrote the journal, which only that can read."""


@dataclass(frozen=True, slots=True)
class _Work:
    """The result of replaying a journal."""

    document: Document
    base: Catalog
    catalog: Catalog


class UnsavedWork:
    """Unsaved work of an earlier run, whose journal stays locked until `drop`, `keep` or `set_aside` is called.

    `document`, `base` and `catalog` replay the journal at the first use and raise CannotRecoverError. That may take
    seconds where the file has changed since, because the old one has to be parsed.
    """

    def __init__(self, journal: Path, handle: int, lines: list[dict[str, Any]], now: Document) -> None:
        """Take over a locked journal. Raises CannotRecoverError if it is damaged, NewerJournalError if it is newer."""
        self.journal = journal
        self.handle = handle
        self.path = now.path
        self._header, *self._lines = lines or [{}]
        version, began = self._header.get("eventsmith"), self._header.get("sha256")
        if type(version) is int and version > VERSION:
            raise NewerJournalError
        is_ours = version == VERSION and isinstance(self._header.get("base"), str) and all(map(_is_line, self._lines))
        if not is_ours or not isinstance(began, str):
            raise CannotRecoverError(f"The journal {journal} is not one of Eventsmith's")
        self._now = now
        self.had_file = bool(began != sha256(b"").hexdigest())
        """Whether the catalog had a file when the work began."""
        self._at, self._holds, self.has_changed = _last_known(self._lines, began, now.data)
        self.when = _local_time(os.fstat(handle).st_mtime)
        """The local time of the last edit, in words."""
        self._work: _Work | None = None

    @property
    def is_empty(self) -> bool:
        """Whether everything was saved."""
        return not self._holds and not any(line.get("changes") for line in self._lines[self._at :])

    @property
    def edits(self) -> int:
        """The number of unsaved edits, each of which was a step of undo, as all that is typed into a field is one."""
        steps: int = sum(line.get("steps", 1) for line in self._lines[self._at :] if "changes" in line)
        return max(steps, 1)

    @property
    def document(self) -> Document:
        """The file as it was when the work began; empty where there was none."""
        return self._replay_once().document

    @property
    def base(self) -> Catalog:
        """The catalog in the file at the last save of the work or, without one, when the work began."""
        return self._replay_once().base

    @property
    def catalog(self) -> Catalog:
        """The catalog with the unsaved work."""
        return self._replay_once().catalog

    @property
    def edits_in_words(self) -> str:
        """The number of unsaved edits in words: “3 edits”."""
        return "1 edit" if self.edits == 1 else f"{self.edits} edits"

    @property
    def name(self) -> str:
        """The name of the file, in words."""
        return "a new catalog" if self.path is None else self.path.name

    @property
    def summary(self) -> str:
        """A line that says how much is unsaved, of which file, since when."""
        were = "was" if self.edits == 1 else "were"
        return f"{self.edits_in_words} of {self.name} {were} not saved when Eventsmith ended ({self.when})"

    def drop(self) -> None:
        """Delete the journal, once its work is in the journal of this session or has been discarded."""
        remove(self.journal)
        self.keep()

    def keep(self) -> None:
        """Unlock the journal and leave it, to be offered at the next start."""
        close(self.handle)
        self._work = None

    def set_aside(self) -> None:
        """Rename the journal, which is damaged, so that it is not offered again."""
        _set_aside(self.journal)
        self.keep()

    def _replay_once(self) -> _Work:
        if self._work is None:
            changes = [line.get("changes", ()) for line in self._lines]
            try:
                document = self._original_document()
                known = replay(document.catalog, changes[: self._at])
                base, catalog = replay(known, [self._holds]), replay(known, changes[self._at :])
            except (DeltaError, ValueError, zlib.error, CannotReadError) as error:
                raise CannotRecoverError(f"The journal {self.journal} cannot be read") from error
            self._work = _Work(document, base, catalog)
        return self._work

    def _original_document(self) -> Document:
        if not self.had_file:
            return new_document(self._now.path)
        document = self._now
        if self._header["sha256"] != sha256(document.data).hexdigest():
            with paused():
                packed = base64.b64decode(self._header["base"])
                # Limited to the size of a catalog, since a few bytes may decompress to gigabytes.
                data = zlib.decompressobj().decompress(packed, MAX_BYTES + 1)
                document = read_bytes(data, document.path)
        if document.problems:
            raise CannotReadError(document.problems[0], str(self.journal))
        return document


@dataclass(slots=True)
class UnsavedJournals:
    """The contents of a catalog's recovery folder."""

    left: list[UnsavedWork] = field(default_factory=list)
    """Unsaved work, the oldest first."""
    others: list[int] = field(default_factory=list)
    """IDs of other processes that have the catalog open now."""


def find_unsaved(now: Document) -> UnsavedJournals:
    """Find unsaved work on the file of a document or, for a document without one, on catalogs without a file.

    On the way, delete journals without unsaved work, and set damaged ones aside.
    """
    found = UnsavedJournals()
    try:
        folder = folder_of(now.path)
    except OSError:
        # Without a home folder nothing was kept; the journal of this session reports that.
        return found
    for file in sorted(disk.list_folder(folder, _LOSS), key=lambda file: file.name.partition("-")[2]):
        if file.suffix == DAMAGED:
            continue
        try:
            _inspect(file, now, found)
        except FileNotFoundError:
            # Deleted meanwhile by its own process.
            continue
        except OSError as error:
            disk.note(str(file), disk.why(error), _LOSS)
    return found


_LOSS = "what was not saved there is not offered"


def _inspect(file: Path, now: Document, found: UnsavedJournals) -> None:
    if not stat.S_ISREG(os.lstat(file).st_mode):
        # A link must not be followed, and opening a pipe would block.
        _set_aside(file)
        return
    handle = os.open(file, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    left = None
    try:
        if not lock(handle):
            number = file.name.partition("-")[0]
            if file.suffix == ENDING and number.isdecimal() and int(number) != os.getpid():
                found.others.append(int(number))
        elif file.suffix != ENDING:
            # Its process ended before the header was written.
            remove(file)
        else:
            left = _read(file, handle, now, found)
    finally:
        if left is None:
            close(handle)
        else:
            found.left.append(left)


def _read(file: Path, handle: int, now: Document, found: UnsavedJournals) -> UnsavedWork | None:
    with open(handle, "rb", closefd=False) as stream:
        lines = list(read_lines(stream))
    try:
        left = UnsavedWork(file, handle, lines, now)
    except CannotRecoverError:
        _set_aside(file)
        return None
    except NewerJournalError:
        disk.note(str(file), "a newer Eventsmith wrote it", _LOSS)
        return None
    if left.is_empty:
        remove(file)
        return None
    return left


def _last_known(lines: list[dict[str, Any]], began: str, now: bytes) -> tuple[int, list[dict[str, Any]], bool]:
    """Find the mark of the file as it is now, else of the last save that the disk confirmed.

    Return the number of lines up to it, the changes from these to the file's catalog, and whether the file is another.
    """
    marks: list[tuple[int, str, list[dict[str, Any]], bool]] = [(0, began, [], True)]
    marks += [(at, line["file"], line["holds"], line["sure"]) for at, line in enumerate(lines, 1) if "file" in line]
    is_now = sha256(now).hexdigest()
    # The first mark is always sure, so one is found.
    return next(
        (at, holds, file != is_now) for at, file, holds, is_sure in reversed(marks) if file == is_now or is_sure
    )


def read_lines(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield the bodies of a journal's lines up to the first incomplete one; the rest is not read."""
    while (head := stream.read(_HEAD)) and head[-1:] == b" ":
        body = stream.readline(MOST_OF_A_LINE)
        if body[-1:] != b"\n" or head[:-1] != b"%08x" % zlib.crc32(body[:-1]):
            return
        try:
            value = json.loads(body)
        except (ValueError, RecursionError):
            return
        if not isinstance(value, dict):
            return
        yield value


_HEAD = 9
"""The length of the checksum and the space behind it, in bytes."""


def _set_aside(journal: Path) -> None:
    """Rename a damaged journal so that it is not offered again, and report it through `disk.news`."""
    aside = journal.with_name(f"{journal.name}-{time.time_ns()}{DAMAGED}")
    try:
        os.rename(journal, aside)
    except OSError:
        # The disk does not allow it, so the journal stays where it is.
        aside = journal
    disk.note(str(aside), "a damaged journal of unsaved work", "kept there, not offered")


def _is_line(line: dict[str, Any]) -> bool:
    """Return whether this version may have written a line: an edit, or the mark of a save."""
    if "file" in line:
        is_mark = isinstance(line["file"], str) and isinstance(line.get("sure"), bool)
        return is_mark and _are_changes(line.get("holds"))
    return _are_changes(line.get("changes", [])) and type(line.get("steps", 1)) is int


def _are_changes(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(change, dict) for change in value)


def _local_time(seconds: float) -> str:
    try:
        return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        # Timestamps of files may lie outside the years that Python can represent.
        return "at an unknown time"
