"""Saving a catalog: to which file, and what to do if that cannot be written."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial
from pathlib import Path

from eventsmith.conversations.dialogue import LEAVE, OVER, Answer, Conversation, Question, Work, ask, ask_path, do
from eventsmith.conversations.merging import ELSEWHERE, OTHER, TAKE, taking_in
from eventsmith.session.fault_report import fault_report
from eventsmith.session.opening import suggested_path
from eventsmith.session.session import ReadOnlyError, Session
from eventsmith.store.errors import CannotSaveError, ChangedOnDiskError, MiswrittenError

ANEW = "anew"


@dataclass(frozen=True, slots=True)
class SaveOutcome:
    """How a save ended."""

    words: str
    """What to tell, without a full stop; empty if it no longer matters."""
    path: Path | None = None
    """The file that the catalog is in now; None if it was not written."""
    durable: bool = False
    """Whether everything is safe on disk."""
    is_bad: bool = False
    """Whether something went wrong that nobody was asked about."""
    took_in: bool = False
    """Whether changes by somebody else were merged, as a step of undo."""


def saving(session: Session, path: Path | None) -> Conversation[SaveOutcome]:
    """Save the catalog and mark the session as saved; ask for a file if none is given, and what to do if it fails."""
    overwrite = anew = took_in = False
    while True:
        if path is None:
            own = session.document.path or suggested_path(session)
            path = yield from ask_path("Save the catalog to which file?", own)
            if path is None:
                return SaveOutcome("Nothing was written", took_in=took_in)
        document = session.document
        write = partial(session.write, path, overwrite=overwrite, anew=anew)
        try:
            saved = yield from do(Work(write, "Saving …", writes=path))
        except ReadOnlyError as error:
            return SaveOutcome(str(error), is_bad=True)
        except CannotSaveError as error:
            if session.document is not document:
                return SaveOutcome("", took_in=took_in)
            if isinstance(error, ChangedOnDiskError) and path == document.path and document.data:
                answer = yield from taking_in(session, path)
            else:
                answer = yield from _what_now(error)
            if answer == LEAVE:
                return SaveOutcome("Not saved; your work is kept here", took_in=took_in)
            took_in = took_in or answer == TAKE
            overwrite, anew = answer == OVER, answer == ANEW
            path = None if answer == OTHER else path
            continue
        if session.document is not document:
            # Saved to another file in the meantime, which is the one that work goes on in.
            return SaveOutcome("", took_in=took_in)
        session.mark_saved(saved)
        words = saved.warning or f"Saved {path}"
        return SaveOutcome(words, path, durable=saved.durable, is_bad=not saved.durable, took_in=took_in)


def _what_now(error: CannotSaveError) -> Conversation[str]:
    """Ask what to do about a file that cannot be written; return OTHER, OVER, ANEW or LEAVE."""
    answers = list(ELSEWHERE)
    words = str(error)
    if isinstance(error, MiswrittenError):
        answers.insert(0, Answer(ANEW, "Rewrite the whole file; comments stay"))
        words = yield from do(Work(partial(fault_report, error)))
    if isinstance(error, ChangedOnDiskError):
        answers.append(Answer(OVER, "Overwrite it"))
    return (yield from ask(Question(words, answers, asked="What now?", enter=LEAVE, safe=LEAVE)))
