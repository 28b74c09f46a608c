"""What an Eventsmith that ended badly has left unsaved: finds it, reads it, and lets it go. Knows no screen.

To find it costs a look at its journal, whatever the size of the catalog; it is replayed when somebody asks for it.
"""

from __future__ import annotations

import base64
import json
import os
import stat
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any

from eventsmith.collecting import paused
from eventsmith.model import Catalog
from eventsmith.session.delta import DeltaError, replayed
from eventsmith.session.journal_file import ENDING, VERSION, folder_of, lock, remove
from eventsmith.store import CannotReadError, Document, new_document, read_bytes


class CannotRecoverError(Exception):
    """Nothing can be made of a journal. It is left where it is."""


@dataclass(frozen=True, slots=True)
class _Work:
    """What a journal comes to, once it is replayed."""

    document: Document
    base: Catalog
    catalog: Catalog


class Left:
    """Work that was not saved: what its journal tells at a glance, and what it comes to, when that is asked for.

    Its journal stays locked until one of `drop` and `keep` is called. What it comes to may take seconds where the file
    has changed since, as that is read as it was; raises CannotRecoverError.
    """

    def __init__(self, journal: Path, handle: int, lines: list[dict[str, Any]], now: Document) -> None:
        """Raises LookupError where the lines are no journal of this version."""
        self.journal = journal
        self.handle = handle
        self.path = now.path
        self._header, *self._lines = lines or [{}]
        if self._header.get("eventsmith") != VERSION or not isinstance(self._header["base"], str):
            raise LookupError
        self._now = now
        began = self._header["sha256"]
        self.had_file = bool(began != sha256(b"").hexdigest())
        """Whether there was a file when that work began."""
        self._at, self._holds, self.has_changed = _last_known(self._lines, began, now.data)
        self.last = datetime.fromtimestamp(os.fstat(handle).st_mtime).astimezone()
        """When the last edit was made, in local time."""
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
        return f"{self.counted} of {self.name} {were} not saved when Eventsmith ended ({self.last:%Y-%m-%d %H:%M})"

    def drop(self) -> None:
        """Deletes it: it is in a journal of the living now, or not wanted."""
        remove(self.journal)
        self.keep()

    def keep(self) -> None:
        """Leaves it for the next time."""
        os.close(self.handle)
        self._work = None

    def _replayed(self) -> _Work:
        if self._work is None:
            changes = [line.get("changes", ()) for line in self._lines]
            try:
                document = self._began_with()
                known = replayed(document.catalog, changes[: self._at])
                base, catalog = replayed(known, [self._holds]), replayed(known, changes[self._at :])
            except (DeltaError, ValueError, zlib.error, CannotReadError) as error:
                raise CannotRecoverError(f"The journal {self.journal} cannot be read; it is left there") from error
            self._work = _Work(document, base, catalog)
        return self._work

    def _began_with(self) -> Document:
        if not self.had_file:
            return new_document(self._now.path)
        document = self._now
        if self._header["sha256"] != sha256(document.data).hexdigest():
            with paused():
                document = read_bytes(zlib.decompress(base64.b64decode(self._header["base"])), document.path)
        if document.problems:
            raise CannotReadError(document.problems[0], str(self.journal))
        return document


@dataclass(slots=True)
class Leftovers:
    """All that stands in the recovery folder of a catalog."""

    left: list[Left] = field(default_factory=list)
    """The oldest first."""
    others: list[int] = field(default_factory=list)
    """Process numbers of those who have the same catalog open now."""
    unreadable: list[Path] = field(default_factory=list)
    """Journals of which nothing can be made; they are left where they are."""


def left_behind(now: Document) -> Leftovers:
    """Looks for unsaved work on the file of a document, or on catalogs without one.

    Deletes journals of which nothing is unsaved.
    """
    found = Leftovers()
    try:
        files = sorted(folder_of(now.path).iterdir(), key=lambda file: file.name.partition("-")[2])
    except OSError:
        return found
    for file in files:
        try:
            _look(file, now, found)
        except OSError:
            # Gone meanwhile, or not ours to read.
            continue
    return found


def _look(file: Path, now: Document, found: Leftovers) -> None:
    handle = os.open(file, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    left = None
    try:
        if not stat.S_ISREG(os.fstat(handle).st_mode):
            return
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
            os.close(handle)
        else:
            found.left.append(left)


def _read(file: Path, handle: int, now: Document, found: Leftovers) -> Left | None:
    with open(handle, "rb", closefd=False) as stream:
        lines = list(read_lines(stream.read()))
    try:
        left = Left(file, handle, lines, now)
    except (LookupError, TypeError):
        found.unreadable.append(file)
        return None
    if left.is_empty:
        remove(file)
        return None
    return left


def _last_known(lines: list[dict[str, Any]], began: str, now: bytes) -> tuple[int, list[dict[str, Any]], bool]:
    """The mark of the file as it is now; of the file last saved for sure, where it is another one now.

    As the number of lines before it, what it holds besides what they made, and whether the file is another.
    """
    marks: list[tuple[int, str, list[dict[str, Any]], bool]] = [(0, began, [], True)]
    marks += [(at, line["file"], line["holds"], line["sure"]) for at, line in enumerate(lines, 1) if "file" in line]
    is_now = sha256(now).hexdigest()
    for at, file, holds, is_sure in reversed(marks):
        if file == is_now or is_sure:
            return at, holds, file != is_now
    raise LookupError


def read_lines(data: bytes) -> Iterator[dict[str, Any]]:
    """The bodies of a journal's lines, up to the first that is not whole."""
    for line in data.split(b"\n")[:-1]:
        check, space, body = line[:8], line[8:9], line[9:]
        if space != b" " or check != b"%08x" % zlib.crc32(body):
            return
        try:
            value = json.loads(body)
        except ValueError:
            return
        if not isinstance(value, dict):
            return
        yield value
