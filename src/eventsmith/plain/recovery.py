"""That nothing is lost: offers what was left unsaved, tells what becomes of file and journal, takes in what others did.

The rules of it are the session's; here they are asked about.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground import disk
from eventsmith.plain.menus import Option, one, read_out
from eventsmith.plain.navigation import Back, Changed, Go
from eventsmith.queries.differences import differences
from eventsmith.session.file_watch import Watch, read_again
from eventsmith.session.merging import by_thing, merge
from eventsmith.session.opening import catalog_now, fate_of, is_gone, open_kept, part_from, recover, with_what_was_left
from eventsmith.session.recovery import CannotRecoverError
from eventsmith.store.errors import CannotReadError

if TYPE_CHECKING:
    from eventsmith.model import Catalog
    from eventsmith.plain.interview import Interview
    from eventsmith.queries.differences import Difference
    from eventsmith.session.merging import Conflict, Key, Merged
    from eventsmith.session.recovery import UnsavedWork
    from eventsmith.session.session import Session

_CURES = {
    "changed by somebody else": "was changed by somebody else: save tells what they did",
    "no longer there": "is no longer there: save makes it again",
    "no longer readable": "can no longer be read: save asks for another place",
}
OTHER, LEAVE, OVER = "other", "leave", "over"
"""What can be done instead of saving in a file that is not as it was read: elsewhere, not at all, all the same."""
SAVED = "saved"
"""Said of unsaved work whose save came through before the end did."""
ELSEWHERE = (Option(OTHER, "Save to another place"), Option(LEAVE, "Go on working"))


class Care:
    """What was said already of how safe the work of a session is."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._watch = Watch()
        self._on_disk = ""
        self._trouble = ""

    def news(self) -> list[str]:
        """What is to be said now, because it is otherwise than when this was asked last."""
        lines = [f"{trouble}." for trouble in disk.news()]
        journal, document = self._session.journal, self._session.document
        trouble = journal.problem if journal is not None else ""
        if trouble != self._trouble:
            self._trouble = trouble
            lines.append(f"{trouble or 'What you do is kept in a journal again'}.")
        on_disk = self._watch.look(document)
        if on_disk != self._on_disk:
            self._on_disk = on_disk
            if on_disk and document.path is not None:
                lines.append(f"{document.path.name} {_CURES[on_disk]}.")
        return lines

    def knows(self, on_disk: str) -> None:
        """Says that it was told already what has become of the file."""
        self._on_disk = on_disk


def begin(interview: Interview, path: Path | None) -> None:
    """Turns to a file, a new catalog where there is none, and offers what was left unsaved of it.

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
                answer, catalog = ("later", None) if session.read_only else _wanted(interview, waiting[0])
            except CannotRecoverError:
                waiting.pop(0).put_aside()
                continue
            _do_with(interview, waiting.pop(0), answer, catalog)
    finally:
        for left in waiting:
            left.keep()
    if found.others:
        numbers = ", ".join(map(str, found.others))
        interview.say(f"Another Eventsmith (process {numbers}) has this open, too: saving takes in what it has saved.")


def _wanted(interview: Interview, left: UnsavedWork) -> tuple[str, Catalog | None]:
    """Asks what becomes of unsaved work: `recover` it to a catalog, leave it for `later`, or `drop` it."""
    answers = [
        Option("recover", "Recover it"),
        Option("hear", "Hear what it would change"),
        Option("later", "Keep it for later"),
        Option("drop", "Discard it"),
    ]
    session = interview.session
    while True:
        merged = with_what_was_left(session, left)
        now = catalog_now(session, left)
        if merged.catalog is now and not merged.conflicts and not is_gone(session, left):
            return SAVED, None
        fate = fate_of(session, left)
        question = f"{left.told}.{f' {fate}.' if fate else ''}"
        try:
            answer = one(interview, question, answers, "Enter: recover it") or "recover"
            if answer == "hear":
                read_differences(interview, differences(now, merged.catalog))
            elif answer != "recover":
                return answer, None
            elif catalog := _settled(interview, merged, partial(with_what_was_left, session, left)):
                return answer, catalog
        except Changed:
            continue
        except (Back, Go):
            return "later", None


def _do_with(interview: Interview, left: UnsavedWork, answer: str, catalog: Catalog | None) -> None:
    session = interview.session
    if catalog is not None:
        if is_gone(session, left):
            interview.care.knows("no longer there")
        recover(session, left, catalog)
        interview.say(f"Recovered {left.counted}. save writes it, undo takes it back.")
    elif answer == SAVED:
        left.drop()
    elif answer == "drop":
        left.drop()
        interview.say(f"{left.counted} of {left.name} discarded.")
    else:
        left.keep()
        if not session.read_only:
            interview.say(f"{left.counted} of {left.name} kept, to be offered at the next start.")


def read_differences(interview: Interview, found: Collection[Difference]) -> None:
    """Says value by value what was and what becomes of it."""
    lines = [f"  {one.where}: {one.before or 'nothing'} becomes {one.after or 'nothing'}" for one in found]
    read_out(interview, lines or ["  No value differs, but the order."])


def _settled(interview: Interview, merged: Merged, again: Callable[[Collection[Key]], Merged]) -> Catalog | None:
    """The merged catalog, once it was asked what stays where both have changed the same; None where one leaves."""
    if not merged.conflicts:
        return merged.catalog
    number = len(merged.conflicts)
    interview.say(f"You and somebody else have both changed {'one value' if number == 1 else f'{number} values'}.")
    theirs: list[int] = []
    left = by_thing(merged.conflicts)
    before: list[tuple[list[int], list[list[int]]]] = []
    """What was chosen, and what was left, at each question that was answered."""
    while left:
        try:
            answer = _ask_whose(interview, merged.conflicts, left)
        except Back:
            if not before:
                return None
            theirs, left = before.pop()
            continue
        before.append((theirs, left))
        if answer == "singly":
            left = [*([at] for at in left[0]), *left[1:]]
            continue
        whose, _, rest = answer.partition(" ")
        settled = left if rest else left[:1]
        if whose == "theirs":
            theirs = [*theirs, *chain.from_iterable(settled)]
        left = left[len(settled) :]
    return again([merged.conflicts[at].key for at in theirs]).catalog


def _ask_whose(interview: Interview, conflicts: Sequence[Conflict], left: Sequence[Sequence[int]]) -> str:
    """Whose stays of the values that come next, those of one event together: `mine`, `theirs`, or to ask `singly`.

    With ` all` behind it, of all that are left.
    """
    group, number = left[0], sum(map(len, left))
    first = conflicts[group[0]]
    at = len(conflicts) - number + 1
    if len(group) == 1:
        question = f"{at} of {len(conflicts)}. {first.where}. Which one stays?"
        options = [Option("mine", f"Yours: {_told(first.mine)}"), Option("theirs", f"Theirs: {_told(first.theirs)}")]
    else:
        question = f"{at} to {at + len(group) - 1} of {len(conflicts)}. {first.name}: {len(group)} values. Whose stay?"
        each = [(one.within, one.mine, one.theirs) for one in (conflicts[at] for at in group)]
        options = [
            Option("mine", "Yours: " + "; ".join(f"{where}: {_told(mine)}" for where, mine, _ in each)),
            Option("theirs", "Theirs: " + "; ".join(f"{where}: {_told(theirs)}" for where, _, theirs in each)),
            Option("singly", "Ask value by value"),
        ]
    if len(left) > 1:
        options += [
            Option("mine all", f"In all {number} that are left: yours"),
            Option("theirs all", f"In all {number} that are left: theirs"),
        ]
    return one(interview, question, options, "Enter: yours") or "mine"


def _told(value: str) -> str:
    return value or "(nothing)"


def take_in(interview: Interview, path: Path) -> str:
    """Says what others have done to the file, and takes it in where one wants that.

    Answers with `save` to go on saving, or with one of the words above.
    """
    session = interview.session
    interview.care.knows("changed by somebody else")
    try:
        theirs = read_again(session.document)
    except CannotReadError as error:
        words = f"{path} was changed by somebody else, and cannot be read as it is now: {error.problem.message}."
        answers = [*ELSEWHERE, Option(OVER, "Write over it")]
        return one(interview, words, answers, "Enter: go on working") or LEAVE
    if theirs is None:
        interview.care.knows("no longer there")
        words = f"{path} is no longer there: somebody has moved or deleted it."
        return one(interview, words, [Option(OVER, "Make it again"), *ELSEWHERE], "Enter: make it again") or OVER
    base, mine = session.document.catalog, session.catalog
    merged = merge(base, mine, theirs.catalog)
    number = len(merged.conflicts)
    both = f", {'one value' if number == 1 else f'{number} values'} as you have" if number else ""
    interview.say(f"Somebody else has changed {path.name}{both}. What they did:")
    read_differences(interview, differences(base, theirs.catalog))
    answers = [Option("take", "Merge and save"), *ELSEWHERE, Option(OVER, "Write over what they did")]
    answer = one(interview, "What now?", answers, "Enter: merge and save") or "take"
    if answer != "take":
        return answer
    catalog = _settled(interview, merged, partial(merge, base, mine, theirs.catalog))
    if catalog is None:
        return LEAVE
    session.take_in(theirs, catalog, "take in what somebody else changed")
    interview.say("Both are in it now. undo takes theirs back.")
    return "save"
