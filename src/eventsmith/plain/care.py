"""How safe the work is: what has happened to the file and the journal since the last question."""

from __future__ import annotations

from eventsmith.ground import disk
from eventsmith.session.file_watch import CHANGED, GONE, UNREADABLE, Watch
from eventsmith.session.session import Session

_CURES = {
    CHANGED: "was changed by somebody else: type save to see what they did",
    GONE: "is no longer there: type save to write it again",
    UNREADABLE: "can no longer be read: type save to choose another file",
}


class Care:
    """What was said already about how safe the work of a session is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._watch = Watch()
        self._on_disk = ""
        self._trouble = ""

    def news(self) -> list[str]:
        """Return the lines to say now: what has changed since the last call."""
        lines = [f"{trouble}." for trouble in disk.news()]
        journal, document = self._session.journal, self._session.document
        trouble = journal.problem if journal is not None else ""
        if trouble != self._trouble:
            self._trouble = trouble
            lines.append(f"{trouble or 'Your work is kept in a journal again'}.")
        on_disk = self._watch.look(document)
        if on_disk != self._on_disk:
            self._on_disk = on_disk
            if on_disk and document.path is not None:
                lines.append(f"{document.path.name} {_CURES[on_disk]}.")
        return lines

    def mark_told(self, on_disk: str) -> None:
        """Note that the person was told already what has happened to the file, in the words of file_watch."""
        self._on_disk = on_disk
