"""Merging what somebody else has done to the file, and settling what both have changed."""

from __future__ import annotations

from collections.abc import Callable, Collection
from functools import partial
from pathlib import Path

from eventsmith.conversations.dialogue import (
    LEAVE,
    OVER,
    Answer,
    Comparison,
    Conversation,
    Question,
    Work,
    ask,
    ask_conflicts,
    do,
    do_unless_left,
)
from eventsmith.model import Catalog
from eventsmith.queries.differences import differences
from eventsmith.session.file_watch import CHANGED, GONE, read_again
from eventsmith.session.merging import Key, Merged, merge
from eventsmith.session.session import Session
from eventsmith.store.errors import CannotReadError

OTHER, TAKE = "other", "take"
"""What to do about a file that has changed: save elsewhere, do not save, overwrite it, or merge both."""
ELSEWHERE = (Answer(OTHER, "Save to another file", "Save elsewhere"), Answer(LEAVE, "Go on working", "Go on"))


def taking_in(session: Session, path: Path) -> Conversation[str]:
    """Tell what others have done to the session's file, and merge it into the session if that is wanted.

    Return TAKE once both are in the session, to be saved; else OTHER, LEAVE or OVER.
    """
    document, mine = session.document, session.catalog
    try:
        theirs = yield from do(Work(partial(read_again, document)))
    except CannotReadError as error:
        words = f"{path} was changed by somebody else, and cannot be read as it is now: {error.problem.message}"
        answers = (*ELSEWHERE, Answer(OVER, "Overwrite it"))
        return (yield from ask(Question(words, answers, enter=LEAVE, safe=LEAVE, on_disk=CHANGED)))
    if theirs is None:
        words = f"{path} is no longer there: somebody has moved or deleted it"
        answers = (Answer(OVER, "Write it again"), *ELSEWHERE)
        return (yield from ask(Question(words, answers, enter=OVER, safe=LEAVE, on_disk=GONE)))
    base = document.catalog
    again = partial(merge, base, mine, theirs.catalog)
    title = f"Reading what somebody else has changed in {path.name}"
    looked = yield from do_unless_left(
        Work(lambda: (again(), differences(base, theirs.catalog)), title, if_left="not now")
    )
    if looked is None:
        return LEAVE
    merged, changes = looked
    number = len(merged.conflicts)
    both = (
        f", including {'one value' if number == 1 else f'{number} values'} that you have changed, too" if number else ""
    )
    question = Question(
        f"Somebody else has changed {path.name}{both}",
        (
            Answer(TAKE, "Merge and save"),
            *ELSEWHERE,
            Answer(OVER, "Overwrite their changes", "Overwrite"),
        ),
        Comparison(changes, "Was", "Theirs", heading="What they did"),
        asked="What now?",
        enter=TAKE,
        safe=LEAVE,
        on_disk=CHANGED,
    )
    answer = yield from ask(question)
    if answer != TAKE:
        return answer
    catalog = yield from settling(merged, again)
    if catalog is None or session.catalog is not mine or session.document is not document:
        # The merge does not include what was done in the meantime.
        return LEAVE
    session.rebase(theirs, catalog, "merge what somebody else changed")
    return TAKE


def settling(merged: Merged, again: Callable[[Collection[Key]], Merged]) -> Conversation[Catalog | None]:
    """Ask whose values stay where both have changed one, and merge `again` with those; None if the person leaves."""
    if not merged.conflicts:
        return merged.catalog
    number = len(merged.conflicts)
    words = f"You and somebody else have both changed {'one value' if number == 1 else f'{number} values'}"
    chosen = yield from ask_conflicts(words, merged.conflicts)
    if chosen is None:
        return None
    keys = [merged.conflicts[at].key for at in sorted(chosen)]
    settled = yield from do_unless_left(
        Work(partial(again, keys), "Merging your changes and theirs", if_left="everything stays as it is")
    )
    return None if settled is None else settled.catalog
