"""Whether what stands on disk is still what was read. Looks at the content; times and sizes only spare it the look."""

from __future__ import annotations

from pathlib import Path

from eventsmith.ground import disk
from eventsmith.store import CannotReadError, Document, bytes_of, read_bytes

SAME = ""
CHANGED = "changed by somebody else"
GONE = "no longer there"
UNREADABLE = "no longer readable"


class Watch:
    """Looks again and again; a look costs nothing while nobody has touched the file."""

    def __init__(self) -> None:
        self._seen: tuple[object, ...] = ()
        self._answer = SAME

    def look(self, document: Document) -> str:
        """Return what has become of the document's file: one of the words above. May take as long as the disk does."""
        path = document.path
        if path is None:
            return SAME
        seen = disk.state_of(path)
        # The document itself: what was saved stands on disk now.
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
    """Return what stands on disk now in the place of the document; None where nothing does.

    Raises CannotReadError, also for what could not be saved back whole.
    """
    path = document.path
    if path is None or not disk.may_be_there(path):
        return None
    read = read_bytes(bytes_of(path), path)
    if read.problems:
        raise CannotReadError(read.problems[0], str(path))
    return read
