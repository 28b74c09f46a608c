"""Leaving a catalog: what happens to unsaved changes."""

from __future__ import annotations

from dataclasses import dataclass

from eventsmith.conversations.dialogue import Answer, Conversation, Question, ask
from eventsmith.conversations.saving import SaveOutcome, saving
from eventsmith.session.session import Session

SAVE, STAY, DROP = "save", "stay", "drop"


@dataclass(frozen=True, slots=True)
class LeaveOutcome:
    """Whether to leave."""

    may_leave: bool
    dropped: bool = False
    """Whether unsaved changes are given up."""
    saved: SaveOutcome | None = None
    """How the save before leaving ended, if there was one."""


def leaving(session: Session) -> Conversation[LeaveOutcome]:
    """Ask what happens to unsaved changes, and save them if that is wanted; stay if saving fails."""
    if not session.dirty:
        return LeaveOutcome(may_leave=True)
    question = Question(
        "There are unsaved changes.",
        (Answer(SAVE, "Save and leave"), Answer(STAY, "Stay"), Answer(DROP, "Leave without saving")),
        enter=SAVE,
        safe=STAY,
    )
    answer = yield from ask(question)
    if answer == SAVE:
        saved = yield from saving(session, session.document.path)
        return LeaveOutcome(may_leave=saved.durable, saved=saved)
    return LeaveOutcome(may_leave=answer == DROP, dropped=answer == DROP)
