"""What an Eventsmith that ended badly has left unsaved: finds it, reads it, and lets it go. Knows no screen."""

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

from eventsmith.model import Catalog
from eventsmith.session.delta import DeltaError, replayed
from eventsmith.session.journal import ENDING, VERSION, folder_of, lock, remove
from eventsmith.store import CannotReadError, Document, new_document, read_bytes


@dataclass(frozen=True, slots=True)
class Left:
    """Work that was not saved. Its journal stays locked until one of `drop` and `keep` is called."""

    journal: Path
    handle: int
    document: Document
    """The file as it was when that work began: empty where there was none."""
    base: Catalog
    """What was in the file when the work was last saved, or else when it began."""
    has_changed: bool
    """Whether the file is another one now."""
    catalog: Catalog
    """What the work had made of it."""
    edits: int
    last: datetime
    """When the last edit was made, in local time."""

    @property
    def counted(self) -> str:
        """How much it is, in words."""
        return "1 edit" if self.edits == 1 else f"{self.edits} edits"

    @property
    def name(self) -> str:
        """What it is of."""
        return "a new catalog" if self.document.path is None else self.document.path.name

    @property
    def told(self) -> str:
        """All of it in a line."""
        were = "was" if self.edits == 1 else "were"
        return f"{self.counted} of {self.name} {were} not saved when Eventsmith ended ({self.last:%Y-%m-%d %H:%M})"

    def drop(self) -> None:
        """Deletes it: it is in a journal of the living now, or not wanted."""
        remove(self.journal)
        os.close(self.handle)

    def keep(self) -> None:
        """Leaves it for the next time."""
        os.close(self.handle)


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
        header, *lines = [*read_lines(stream.read())] or [{}]
    document = _document(header, now.path)
    try:
        if document is None:
            raise DeltaError("This is no journal of this version")
        at, holds, has_changed = _last_known(lines, document.data, now.data)
        if not holds and not any(line.get("changes") for line in lines[at:]):
            remove(file)
            return None
        known = replayed(document.catalog, [line.get("changes", ()) for line in lines[:at]])
        base = replayed(known, [holds])
        catalog = replayed(known, [line.get("changes", ()) for line in lines[at:]])
    except (DeltaError, LookupError):
        found.unreadable.append(file)
        return None
    edits = sum("changes" in line for line in lines[at:])
    last = datetime.fromtimestamp(os.fstat(handle).st_mtime).astimezone()
    return Left(file, handle, document, base, has_changed, catalog, max(edits, 1), last)


def _last_known(lines: list[dict[str, Any]], began: bytes, now: bytes) -> tuple[int, list[dict[str, Any]], bool]:
    """The mark of the file as it is now; of the file last saved for sure, where it is another one now.

    As the number of lines before it, what it holds besides what they made, and whether the file is another.
    """
    marks: list[tuple[int, str, list[dict[str, Any]], bool]] = [(0, sha256(began).hexdigest(), [], True)]
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


def _document(header: dict[str, Any], path: Path | None) -> Document | None:
    """The document as it was; None where the header is of another version, or holds none."""
    if header.get("eventsmith") != VERSION:
        return None
    try:
        data = zlib.decompress(base64.b64decode(header["base"]))
        document = read_bytes(data, path) if data else new_document(path)
    except (LookupError, TypeError, ValueError, zlib.error, CannotReadError):
        return None
    return None if document.problems else document
