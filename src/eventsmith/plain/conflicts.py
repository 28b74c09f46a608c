"""Values that two people have changed in different ways: whose to keep, event by event or value by value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import chain

from eventsmith.plain.interview import Interview
from eventsmith.plain.menus import Option, one
from eventsmith.plain.navigation import Back
from eventsmith.session.merging import Conflict, by_thing


def ask_theirs(interview: Interview, conflicts: Sequence[Conflict]) -> list[int]:
    """Ask whose values to keep, and return the numbers of the conflicts in which it is theirs.

    `back` leads to the previous question. Raises Back at the first one.
    """
    theirs: list[int] = []
    left = by_thing(conflicts)
    before: list[tuple[list[int], list[list[int]]]] = []
    """At each question that was answered: what had been chosen, and what was left."""
    while left:
        try:
            answer = _ask_whose(interview, conflicts, left)
        except Back:
            if not before:
                raise
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
    return theirs


def _ask_whose(interview: Interview, conflicts: Sequence[Conflict], left: Sequence[Sequence[int]]) -> str:
    """Ask whose values to keep of the next ones, those of one event together: return `mine`, `theirs` or `singly`.

    ` all` after it means all that are left.
    """
    group, number = left[0], sum(map(len, left))
    first = conflicts[group[0]]
    at = len(conflicts) - number + 1
    if len(group) == 1:
        question = f"{at} of {len(conflicts)}. {first.where}. Keep which one?"
        options = [Option("mine", f"Yours: {_told(first.mine)}"), Option("theirs", f"Theirs: {_told(first.theirs)}")]
    else:
        question = f"{at} to {at + len(group) - 1} of {len(conflicts)}. {first.name}: {len(group)} values. Keep whose?"
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
