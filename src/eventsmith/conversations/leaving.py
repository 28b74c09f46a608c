"""Leaving a catalog: what becomes of what is not saved."""

from __future__ import annotations

from dataclasses import dataclass

from eventsmith.conversations.dialogue import Answer, Conversation, Question, ask
from eventsmith.conversations.saving import SaveOutcome, saving
from eventsmith.session.session import Session

SAVE, STAY, DROP = "save", "stay", "drop"


@dataclass(frozen=True, slots=True)
class LeaveOutcome:
    """Whether one leaves."""

    may_leave: bool
    dropped: bool = False
    """Whether what is not saved is given up."""
    saved: SaveOutcome | None = None
    """How the save has ended that was wanted before."""


def leaving(session: Session) -> Conversation[LeaveOutcome]:
    """Ask what becomes of what is not saved, and save it where that is wanted; one stays where that fails."""
    if not session.dirty:
        return LeaveOutcome(may_leave=True)
    question = Question(
        "There are changes that are not saved.",
        (Answer(SAVE, "Save and leave"), Answer(STAY, "Stay"), Answer(DROP, "Leave without saving")),
        enter=SAVE,
        safe=STAY,
    )
    answer = yield from ask(question)
    if answer == SAVE:
        saved = yield from saving(session, session.document.path)
        return LeaveOutcome(may_leave=saved.durable, saved=saved)
    return LeaveOutcome(may_leave=answer == DROP, dropped=answer == DROP)
