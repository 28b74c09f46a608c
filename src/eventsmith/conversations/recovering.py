"""Recovering what an Eventsmith that ended badly has left unsaved: what it would change, and what becomes of it."""

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
from eventsmith.session.opening import catalog_now, fate_of, is_gone, recover, with_what_was_left
from eventsmith.session.recovery import CannotRecoverError, UnsavedWork
from eventsmith.session.session import Session

RECOVER, LATER, DROP = "recover", "later", "drop"


@dataclass(frozen=True, slots=True)
class RecoverOutcome:
    """What has become of unsaved work."""

    fate: Literal["recovered", "kept", "dropped", "put aside", "was saved"]
    """`put aside` where nothing could be made of it, which is noted at the disk's door."""
    words: str = ""
    """What to tell, without a full stop; empty where nobody was asked."""
    is_gone: bool = False
    """Whether the file it was recovered to is no longer there."""


def recovering(session: Session, left: UnsavedWork) -> Conversation[RecoverOutcome]:
    """Show what unsaved work would change; recover it as a step of undo, keep it for later, or discard it.

    Abandoned before its end nothing has become of the work: whoever holds it keeps it then.
    """
    if session.read_only:
        yield from do(Work(left.keep))
        return RecoverOutcome("kept")
    while True:
        try:
            looked = yield from do_unless_left(Work(partial(_look, session, left), _title(left), if_left="later"))
        except CannotRecoverError:
            yield from do(Work(left.put_aside))
            return RecoverOutcome("put aside")
        if looked is None:
            return (yield from _kept(left))
        merged, now, changes = looked
        if catalog_now(session, left) is not now:
            # Somebody has worked on meanwhile, which the merge knows nothing of.
            continue
        gone = is_gone(session, left)
        if merged.catalog is now and not merged.conflicts and not gone:
            # The save came through before the end did.
            yield from do(Work(left.drop))
            return RecoverOutcome("was saved")
        answer = yield from ask(_what_becomes_of(session, left, changes))
        if answer == DROP:
            yield from do(Work(left.drop))
            return RecoverOutcome("dropped", f"{left.counted} of {left.name} discarded")
        if answer != RECOVER:
            return (yield from _kept(left))
        catalog = yield from settling(merged, partial(with_what_was_left, session, left))
        if catalog is not None and catalog_now(session, left) is now:
            recover(session, left, catalog)
            return RecoverOutcome("recovered", f"Recovered {left.counted}", gone)


def choosing(session: Session, left: Sequence[UnsavedWork]) -> Conversation[UnsavedWork | None]:
    """Ask which of several unsaved works to look at, the newest first; None keeps all of them for later."""
    answers = []
    for at, each in reversed(list(enumerate(left))):
        changed = ", and the file has changed since" if each.has_changed else ""
        answers.append(Answer(str(at), f"{each.when}  {each.counted}{changed}"))
    times = "Work was" if len(left) == 1 else f"Work was {len(left)} times"
    question = f"{times} not saved when Eventsmith ended. Look at which?"
    picked = yield from ask(Question(question, answers, none="keep it for later"))
    return left[int(picked)] if picked else None


def _look(session: Session, left: UnsavedWork) -> tuple[Merged, object, list[Difference]]:
    now = catalog_now(session, left)
    merged = with_what_was_left(session, left)
    return merged, now, differences(now, merged.catalog)


def _title(left: UnsavedWork) -> str:
    return f"Reading {left.counted} of {left.name} that {'was' if left.edits == 1 else 'were'} not saved"


def _what_becomes_of(session: Session, left: UnsavedWork, changes: Sequence[Difference]) -> Question:
    return Question(
        left.told,
        (
            Answer(RECOVER, "Recover it", "Recover"),
            Answer(LATER, "Keep it for later", "Keep for later"),
            Answer(DROP, "Discard it", "Discard"),
        ),
        Comparison(changes, note=fate_of(session, left)),
        enter=RECOVER,
        safe=LATER,
    )


def _kept(left: UnsavedWork) -> Conversation[RecoverOutcome]:
    words = f"{left.counted} of {left.name} kept, to be offered at the next start"
    yield from do(Work(left.keep))
    return RecoverOutcome("kept", words)
