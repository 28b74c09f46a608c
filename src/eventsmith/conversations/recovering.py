"""Recovering work that an Eventsmith left unsaved when it ended: what it would change, and what to do with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Literal

from eventsmith.conversations.dialogue import (
    Answer,
    Comparison,
    Conversation,
    Question,
    Work,
    ask,
    do,
    do_unless_left,
)
from eventsmith.conversations.merging import settling
from eventsmith.queries.differences import Difference, differences
from eventsmith.session.merging import Merged
from eventsmith.session.opening import describe_file_change, is_gone, merge_unsaved, recover, recovery_target
from eventsmith.session.recovery import CannotRecoverError, UnsavedWork
from eventsmith.session.session import Session

RECOVER, LATER, DROP = "recover", "later", "drop"


@dataclass(frozen=True, slots=True)
class RecoverOutcome:
    """What happened to unsaved work."""

    fate: Literal["recovered", "kept", "dropped", "put aside", "was saved"]
    """`put aside` if it could not be read, which ground/disk notes."""
    words: str = ""
    """What to tell, without a full stop; empty if nobody was asked."""
    is_gone: bool = False
    """Whether the file that it was recovered for no longer exists."""


def recovering(session: Session, left: UnsavedWork) -> Conversation[RecoverOutcome]:
    """Show what unsaved work would change; recover it as a step of undo, keep it for later, or discard it.

    If it is abandoned before its end, nothing has happened to the work, and the front end must keep it.
    """
    if session.read_only:
        yield from do(Work(left.keep))
        return RecoverOutcome("kept")
    while True:
        try:
            looked = yield from do_unless_left(Work(partial(_look, session, left), _title(left), if_left="later"))
        except CannotRecoverError:
            yield from do(Work(left.set_aside))
            return RecoverOutcome("put aside")
        if looked is None:
            return (yield from _kept(left))
        merged, now, changes = looked
        if recovery_target(session, left) is not now:
            # Somebody has worked on meanwhile, which the merge knows nothing of.
            continue
        gone = is_gone(session, left)
        if merged.catalog is now and not merged.conflicts and not gone:
            # The save was finished before Eventsmith ended.
            yield from do(Work(left.drop))
            return RecoverOutcome("was saved")
        answer = yield from ask(_what_becomes_of(session, left, changes))
        if answer == DROP:
            yield from do(Work(left.drop))
            return RecoverOutcome("dropped", f"{left.edits_in_words} of {left.name} discarded")
        if answer != RECOVER:
            return (yield from _kept(left))
        catalog = yield from settling(merged, partial(merge_unsaved, session, left))
        if catalog is not None and recovery_target(session, left) is now:
            recover(session, left, catalog)
            return RecoverOutcome("recovered", f"Recovered {left.edits_in_words}", gone)


def choosing(session: Session, left: Sequence[UnsavedWork]) -> Conversation[UnsavedWork | None]:
    """Ask which unsaved work to look at, the newest first; return None to keep all of it for later."""
    answers = []
    for at, each in reversed(list(enumerate(left))):
        changed = ", and the file has changed since" if each.has_changed else ""
        answers.append(Answer(str(at), f"{each.when}  {each.edits_in_words}{changed}"))
    times = "" if len(left) == 1 else f" {len(left)} times"
    question = f"Eventsmith ended{times} with unsaved work. Look at which?"
    picked = yield from ask(Question(question, answers, none="keep it for later"))
    return left[int(picked)] if picked else None


def _look(session: Session, left: UnsavedWork) -> tuple[Merged, object, list[Difference]]:
    now = recovery_target(session, left)
    merged = merge_unsaved(session, left)
    return merged, now, differences(now, merged.catalog)


def _title(left: UnsavedWork) -> str:
    return f"Reading {left.edits_in_words} of {left.name} that {'was' if left.edits == 1 else 'were'} not saved"


def _what_becomes_of(session: Session, left: UnsavedWork, changes: Sequence[Difference]) -> Question:
    return Question(
        left.summary,
        (
            Answer(RECOVER, "Recover it", "Recover"),
            Answer(LATER, "Keep it for later", "Keep for later"),
            Answer(DROP, "Discard it", "Discard"),
        ),
        Comparison(changes, note=describe_file_change(session, left)),
        enter=RECOVER,
        safe=LATER,
    )


def _kept(left: UnsavedWork) -> Conversation[RecoverOutcome]:
    words = f"{left.edits_in_words} of {left.name} kept, to be offered at the next start"
    yield from do(Work(left.keep))
    return RecoverOutcome("kept", words)
