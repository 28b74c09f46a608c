"""Turning to a file, and offering the work that was left unsaved in it."""

from __future__ import annotations

from pathlib import Path

from eventsmith.conversations.recovering import recovering
from eventsmith.plain.interview import Interview
from eventsmith.plain.navigation import Changed, Go
from eventsmith.plain.questions import held
from eventsmith.session.file_watch import GONE
from eventsmith.session.opening import end_session, open_with_journal


def begin(interview: Interview, path: Path | None) -> None:
    """Turn to a file, or to a new catalog if there is none, and offer the work that was left unsaved in it.

    Unsaved work of the session before is given up. Raises CannotReadError, and changes nothing then.
    """
    session, found = open_with_journal(path)
    before = interview.session
    interview.turn_to(session)
    end_session(before, "", keep=False)
    waiting = list(found.left)
    try:
        while waiting:
            try:
                outcome = held(interview, recovering(session, waiting[0]), away=(Go,))
            except Changed:
                # Ask about it again, because it would change something else now.
                continue
            waiting.pop(0)
            if outcome.is_gone:
                interview.care.mark_told(GONE)
            if outcome.words:
                more = " Type save to write it, or undo to take it back." if outcome.fate == "recovered" else ""
                interview.say(f"{outcome.words}.{more}")
    finally:
        for left in waiting:
            left.keep()
    if found.others:
        numbers = ", ".join(map(str, found.others))
        interview.say(f"Another Eventsmith (process {numbers}) has this open, too: saving merges what it has saved.")
