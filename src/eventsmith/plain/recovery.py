"""Turning to a file, and offering what was left unsaved of it."""

from __future__ import annotations

from pathlib import Path

from eventsmith.conversations.recovering import recovering
from eventsmith.plain.interview import Interview
from eventsmith.plain.navigation import Changed, Go
from eventsmith.plain.questions import held
from eventsmith.session.file_watch import GONE
from eventsmith.session.opening import open_kept, part_from


def begin(interview: Interview, path: Path | None) -> None:
    """Turn to a file, a new catalog where there is none, and offer what was left unsaved of it.

    What the one before has unsaved is given up. Raises CannotReadError; then all is as it was.
    """
    session, found = open_kept(path)
    before = interview.session
    interview.turn_to(session)
    part_from(before, "", keep=False)
    waiting = list(found.left)
    try:
        while waiting:
            try:
                outcome = held(interview, recovering(session, waiting[0]), away=(Go,))
            except Changed:
                # It is asked about anew, as what it would change is another thing now.
                continue
            waiting.pop(0)
            if outcome.is_gone:
                interview.care.knows(GONE)
            if outcome.words:
                more = " save writes it, undo takes it back." if outcome.fate == "recovered" else ""
                interview.say(f"{outcome.words}.{more}")
    finally:
        for left in waiting:
            left.keep()
    if found.others:
        numbers = ", ".join(map(str, found.others))
        interview.say(f"Another Eventsmith (process {numbers}) has this open, too: saving takes in what it has saved.")
