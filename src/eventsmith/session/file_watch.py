"""Detection of changes to a file since it was read, by its contents; sizes and times only save reading them."""

from __future__ import annotations

from pathlib import Path

from eventsmith.ground import disk
from eventsmith.store import CannotReadError, Document, bytes_of, read_bytes

SAME = ""
CHANGED = "changed by somebody else"
GONE = "no longer there"
UNREADABLE = "no longer readable"


class Watch:
    """A watch on the file of a document. A look costs almost nothing while nobody touches the file."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._answer = SAME

    def look(self, document: Document) -> str:
        """Return the state of the document's file: SAME, CHANGED, GONE or UNREADABLE. May block as the disk does."""
        path = document.path
        if path is None:
            return SAME
        seen = disk.state_of(path)
        # The document is compared as well, since each save makes another one.
        if seen != self._seen[:-1] or self._seen[-1] is not document:
            self._answer = _compare(path, document.data, seen)
            self._seen = (*seen, document)
        return self._answer


def _compare(path: Path, data: bytes, seen: tuple[object, ...]) -> str:
    if seen == ("gone",):
        return GONE if data else SAME
    try:
        return SAME if bytes_of(path) == data else CHANGED
    except CannotReadError:
        return UNREADABLE


def read_again(document: Document) -> Document | None:
    """Read the document's file again; return None where there is none.

    Raises CannotReadError, also for a file with problems, which could not be saved back whole.
    """
    path = document.path
    if path is None or not disk.may_be_there(path):
        return None
    read = read_bytes(bytes_of(path), path)
    if read.problems:
        raise CannotReadError(read.problems[0], str(path))
    return read
