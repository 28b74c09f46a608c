"""What an Eventsmith that ended badly has left unsaved: finds it, reads it, and lets it go.

To find it costs a look at its journal, whatever the size of the catalog; it is replayed when somebody asks for it.
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
from eventsmith.session.delta import DeltaError, replayed
from eventsmith.session.journal_file import ENDING, VERSION, close, folder_of, lock, remove
from eventsmith.store import MAX_BYTES, CannotReadError, Document, new_document, read_bytes

DAMAGED = ".damaged"
"""How journals end that were put aside."""
MOST_OF_A_LINE = 4 * MAX_BYTES
"""Bytes. The header holds a file as large as a catalog may be, and an edit may put one in its place."""


class CannotRecoverError(Exception):
    """Nothing can be made of a journal."""


class NewerJournalError(Exception):
    """A newer Eventsmith wrote it, and can read it."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What a journal comes to, once it is replayed."""

    document: Document
    base: Catalog
    catalog: Catalog


class UnsavedWork:
    """Work that was not saved: what its journal tells at a glance, and what it comes to, when that is asked for.

    Its journal stays locked until one of `drop` and `keep` is called. What it comes to may take seconds where the file
    has changed since, as that is read as it was; raises CannotRecoverError.
    """

    def __init__(self, journal: Path, handle: int, lines: list[dict[str, Any]], now: Document) -> None:
        """Raises CannotRecoverError where the lines are no journal, NewerJournalError where they are of a later one."""
        self.journal = journal
        self.handle = handle
        self.path = now.path
        self._header, *self._lines = lines or [{}]
        version, began = self._header.get("eventsmith"), self._header.get("sha256")
        if type(version) is int and version > VERSION:
            raise NewerJournalError
        is_ours = version == VERSION and isinstance(self._header.get("base"), str) and all(map(_is_line, self._lines))
        if not is_ours or not isinstance(began, str):
            raise CannotRecoverError(f"The journal {journal} is none that Eventsmith writes")
        self._now = now
        self.had_file = bool(began != sha256(b"").hexdigest())
        """Whether there was a file when that work began."""
        self._at, self._holds, self.has_changed = _last_known(self._lines, began, now.data)
        self.when = _local_time(os.fstat(handle).st_mtime)
        """When the last edit was made, in local time, in words."""
        self._work: _Work | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nothing was done that was not saved."""
        return not self._holds and not any(line.get("changes") for line in self._lines[self._at :])

    @property
    def edits(self) -> int:
        """How many edits were not saved."""
        return max(sum("changes" in line for line in self._lines[self._at :]), 1)

    @property
    def document(self) -> Document:
        """The file as it was when that work began: empty where there was none."""
        return self._replayed().document

    @property
    def base(self) -> Catalog:
        """What was in the file when the work was last saved, or else when it began."""
        return self._replayed().base

    @property
    def catalog(self) -> Catalog:
        """What the work had made of it."""
        return self._replayed().catalog

    @property
    def counted(self) -> str:
        """How much it is, in words."""
        return "1 edit" if self.edits == 1 else f"{self.edits} edits"

    @property
    def name(self) -> str:
        """What it is of."""
        return "a new catalog" if self.path is None else self.path.name

    @property
    def told(self) -> str:
        """All of it in a line."""
        were = "was" if self.edits == 1 else "were"
        return f"{self.counted} of {self.name} {were} not saved when Eventsmith ended ({self.when})"

    def drop(self) -> None:
        """Delete it: it is in a journal of the living now, or not wanted."""
        remove(self.journal)
        self.keep()

    def keep(self) -> None:
        """Leave it for the next time."""
        close(self.handle)
        self._work = None

    def put_aside(self) -> None:
        """Give the journal, which is damaged, a name by which it is offered no more."""
        _put_aside(self.journal)
        self.keep()

    def _replayed(self) -> _Work:
        if self._work is None:
            changes = [line.get("changes", ()) for line in self._lines]
            try:
                document = self._began_with()
                known = replayed(document.catalog, changes[: self._at])
                base, catalog = replayed(known, [self._holds]), replayed(known, changes[self._at :])
            except (DeltaError, ValueError, zlib.error, CannotReadError) as error:
                raise CannotRecoverError(f"The journal {self.journal} cannot be read") from error
            self._work = _Work(document, base, catalog)
        return self._work

    def _began_with(self) -> Document:
        if not self.had_file:
            return new_document(self._now.path)
        document = self._now
        if self._header["sha256"] != sha256(document.data).hexdigest():
            with paused():
                packed = base64.b64decode(self._header["base"])
                # No more than a catalog may be: a few bytes can be made to unfold into gigabytes.
                data = zlib.decompressobj().decompress(packed, MAX_BYTES + 1)
                document = read_bytes(data, document.path)
        if document.problems:
            raise CannotReadError(document.problems[0], str(self.journal))
        return document


@dataclass(slots=True)
class UnsavedJournals:
    """All that stands in the recovery folder of a catalog."""

    left: list[UnsavedWork] = field(default_factory=list)
    """The oldest first."""
    others: list[int] = field(default_factory=list)
    """Process numbers of those who have the same catalog open now."""


def find_unsaved(now: Document) -> UnsavedJournals:
    """Find unsaved work on the file of a document, or on catalogs without one.

    Delete journals of which nothing is unsaved, and put damaged ones aside.
    """
    found = UnsavedJournals()
    try:
        folder = folder_of(now.path)
    except OSError:
        # Without a home nothing was kept, and the journal that is begun now says so.
        return found
    for file in sorted(disk.list_folder(folder, _LOSS), key=lambda file: file.name.partition("-")[2]):
        if file.suffix == DAMAGED:
            continue
        try:
            _look(file, now, found)
        except FileNotFoundError:
            # Gone meanwhile.
            continue
        except OSError as error:
            disk.note(str(file), disk.why(error), _LOSS)
    return found


_LOSS = "what was not saved there is not offered"


def _look(file: Path, now: Document, found: UnsavedJournals) -> None:
    if not stat.S_ISREG(os.lstat(file).st_mode):
        # A link or a pipe, which is neither followed nor waited for.
        _put_aside(file)
        return
    handle = os.open(file, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    left = None
    try:
        if not lock(handle):
            number = file.name.partition("-")[0]
            if file.suffix == ENDING and number.isdecimal() and int(number) != os.getpid():
                found.others.append(int(number))
        elif file.suffix != ENDING:
            # It never came to hold anything.
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
        _put_aside(file)
        return None
    except NewerJournalError:
        disk.note(str(file), "a newer Eventsmith wrote it", _LOSS)
        return None
    if left.is_empty:
        remove(file)
        return None
    return left


def _last_known(lines: list[dict[str, Any]], began: str, now: bytes) -> tuple[int, list[dict[str, Any]], bool]:
    """Return the mark of the file as it is now, or else of the one that was last saved for sure.

    As the number of lines before it, what it holds besides what they made, and whether the file is another.
    """
    marks: list[tuple[int, str, list[dict[str, Any]], bool]] = [(0, began, [], True)]
    marks += [(at, line["file"], line["holds"], line["sure"]) for at, line in enumerate(lines, 1) if "file" in line]
    is_now = sha256(now).hexdigest()
    # The first of them is sure.
    return next(
        (at, holds, file != is_now) for at, file, holds, is_sure in reversed(marks) if file == is_now or is_sure
    )


def read_lines(stream: BinaryIO) -> Iterator[dict[str, Any]]:
    """Yield the bodies of a journal's lines, up to the first that is not whole; what lies behind is not read."""
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
"""Bytes of the checksum and the space behind it."""


def _put_aside(journal: Path) -> None:
    """Give a journal of which nothing can be made a name by which it is offered no more, and have that told."""
    aside = journal.with_name(f"{journal.name}-{time.time_ns()}{DAMAGED}")
    try:
        os.rename(journal, aside)
    except OSError:
        # The disk does not allow it, so that it stays where it was.
        aside = journal
    disk.note(str(aside), "a damaged journal of unsaved work", "kept there, not offered")


def _is_line(line: dict[str, Any]) -> bool:
    """Tell whether an Eventsmith of this version may have written it: an edit, or the mark of a save."""
    if "file" in line:
        is_mark = isinstance(line["file"], str) and isinstance(line.get("sure"), bool)
        return is_mark and _are_changes(line.get("holds"))
    return _are_changes(line.get("changes", []))


def _are_changes(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(change, dict) for change in value)


def _local_time(seconds: float) -> str:
    try:
        return f"{datetime.fromtimestamp(seconds).astimezone():%Y-%m-%d %H:%M}"
    except (ValueError, OverflowError, OSError):
        # A file can be dated later, and earlier, than there are years with a name.
        return "at a time that no calendar has"
