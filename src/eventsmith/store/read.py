"""Reading of files and bytes into documents, with an explanation wherever one cannot be read; never blocks."""

from __future__ import annotations

import errno
from pathlib import Path
from typing import Any

from eventsmith.ground import disk
from eventsmith.model import Catalog, Place
from eventsmith.store import layout
from eventsmith.store.document import Document, Positions
from eventsmith.store.errors import NO_CATALOG, UNREADABLE, CannotReadError, Problem
from eventsmith.store.parse import MAX_BYTES, parse
from eventsmith.store.validate import Where, validate

_WHY = {
    errno.ENOENT: "There is no such file; check the name, or create it with “eventsmith new”",
    errno.ENOTDIR: "There is no such file: a part of the path is a file, not a folder; check the path",
    errno.EACCES: "You have no permission to read this file; ask its owner, or change its permissions",
    errno.EPERM: "You have no permission to read this file; ask its owner, or change its permissions",
    errno.EISDIR: "This is a folder; name the file in it",
    errno.ELOOP: "The link leads back to itself; name the file it should lead to",
    errno.ENAMETOOLONG: "The name is too long for this disk; check it",
    errno.ENXIO: "This is not a regular file; name a TOML file",
    errno.EIO: "The disk failed while the file was read; try again, and check the disk",
}
_EMPTY = "The file is empty; start a catalog with “format = 1”, or create one with “eventsmith new”"
_FOREIGN = "This TOML file is not an Eventsmith catalog: it has none of its keys; a catalog starts with “format = 1”"


def new_document(path: Path | None, catalog: Catalog | None = None) -> Document:
    """Return a document that is not on disk yet, by default of an empty catalog."""
    return Document(path, b"", Catalog() if catalog is None else catalog)


def read_bytes(data: bytes, path: Path | None = None) -> Document:
    """Read the catalog in the bytes. Raises CannotReadError where there is none."""
    shown = "" if path is None else str(path)
    text, raw = parse(data, shown)
    if raw.keys().isdisjoint(Catalog.model_fields):
        raise CannotReadError(Problem(NO_CATALOG, _FOREIGN if raw else _EMPTY), shown)
    catalog, problems = validate(raw, _where_in(text))
    return Document(path, data, catalog, problems)


def read_file(path: Path) -> Document:
    """Read the catalog in the file. Raises CannotReadError, also for anything but a regular file."""
    return read_bytes(bytes_of(path), path)


def toml_table(data: bytes) -> dict[str, Any]:
    """Return the values of a TOML text of ours that is not a catalog, decimals exact. Raises CannotReadError."""
    return parse(data)[1]


def read_table(path: Path) -> tuple[dict[str, Any], Where]:
    """Return the values of a TOML file that is not a catalog, and a function to locate them. Raises CannotReadError."""
    return table_of(bytes_of(path), path)


def table_of(data: bytes, path: Path) -> tuple[dict[str, Any], Where]:
    """Return the same of a file whose bytes were read already."""
    text, raw = parse(data, str(path))
    return raw, _where_in(text)


def _where_in(text: str) -> Where:
    """Return a function from places in a text to positions; it scans the text at the first call."""
    scanned: list[Positions] = []

    def where(place: Place, key: bool) -> tuple[int, int]:
        if not scanned:
            scanned.append(Positions(text, layout.scan(text)))
        found = scanned[0]
        return found.line_and_column(found.key(place) if key else found.value(place))

    return where


def bytes_of(path: Path) -> bytes:
    """Return the contents of a file, at most one byte more than allowed. Raises CannotReadError."""
    read = disk.content(path, MAX_BYTES)
    if read.error is None:
        return read.data
    if isinstance(read.error, OSError):
        why = _WHY.get(read.error.errno or 0, f"The file cannot be read: {disk.why(read.error)}; try again")
    else:
        why = "This is not a file name; check it"
    raise CannotReadError(Problem(UNREADABLE, why), str(path))
