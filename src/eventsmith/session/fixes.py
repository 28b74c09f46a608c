"""Make every safe fix of a catalog, until none is left: what the app's “fix all” and `eventsmith fix` do."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass

from eventsmith.edits import Edit, Together, Workbench
from eventsmith.model import Catalog, Place
from eventsmith.rules import Issue, Issues, Judge, all_rules

_Attempt = tuple[str, Place, str]
_FEW = 64
"""As many issues of one thing as are fixed one after the other, each on the ground of what the one before left."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """What was made, and what of it helped."""

    catalog: Catalog
    edit: Together
    """All of it as one step, for the catalog that was given."""
    issues: tuple[Issue, ...]
    """What was put right, in the order it was; places are of the moment it was made."""
    left: Issues
    """What is wrong with the catalog now."""


def is_fixable(issue: Issue) -> bool:
    """Tell whether `fix_all` would put it right: its fix cannot change what the catalog means."""
    return issue.fix is not None and issue.fix.safe


def fix_all(catalog: Catalog, rules: Collection[str] | None = None) -> Fixed:
    """Make all safe fixes, of the rules of these names where given, and those of issues that they bring to light.

    A fix that would make an issue as bad as its own, or worse, is left; so is an issue that comes back once fixed.
    """
    judge = Judge(all_rules())
    issues = judge.judge(catalog)
    known: dict[_Attempt, Issue] = {}
    edits: list[Edit] = []
    # Fixes that make ever new work for each other must end somewhere; honest ones stay far below.
    attempts_left = 10 * (len(_fixable(issues, rules, ())) + 10)
    while True:
        start, tried = catalog, set[_Attempt]()
        most = sys.maxsize
        while attempts_left > 0 and (todo := _fixable(issues, rules, tried)):
            batch = _apart(todo)[:most]
            made, after = _made(catalog, batch)
            now = judge.judge(after)
            while len(batch) > 1 and (new := _new(now, issues, batch)):
                rest = _blameless(batch, new)
                if not rest or len(rest) == len(batch):
                    most = len(batch) // 2 if len(batch) > _FEW else 1
                    rest = batch[:most]
                batch = rest
                made, after = _made(catalog, batch)
                now = judge.judge(after)
            # Where a few stand in the way of each other, the next may go together again: of a few all at once.
            most = 2 * most if most > 1 or len(todo) > _FEW else sys.maxsize
            attempts_left -= len(batch)
            tried.update(map(_attempt, batch))
            known.update((_attempt(issue), issue) for issue in batch)
            if _new(now, issues, batch):
                issues = judge.judge(catalog)
                continue
            edits += made
            catalog, issues = after, now
        # What was left because of something that is put right by now gets another try: so twice is once.
        if catalog == start or attempts_left <= 0:
            break
    open_still = {_attempt(issue) for issue in issues.open}
    helped = tuple(issue for attempt, issue in known.items() if attempt not in open_still)
    label = "fix an issue" if len(helped) == 1 else f"fix {len(helped)} issues"
    return Fixed(catalog, Together(tuple(edits), label), helped, issues)


def _fixable(issues: Issues, rules: Collection[str] | None, tried: Collection[_Attempt]) -> list[Issue]:
    return [
        issue
        for issue in issues.open
        if is_fixable(issue) and (rules is None or issue.rule.name in rules) and _attempt(issue) not in tried
    ]


def _attempt(issue: Issue) -> _Attempt:
    return issue.rule.name, issue.place, issue.message


def _apart(issues: Sequence[Issue]) -> list[Issue]:
    """Return as many issues as one judgement allows to fix: one for each event or campaign, the last first.

    From the end, so that what a fix takes out or puts in moves only what is done already. What looked at the whole
    comes last and alone, since each of the others may have changed its mind. Only where that would take for ever, as
    one thing has very many issues, those of its different parts are fixed at once.
    """
    numbers = Counter(issue.thing[:2] for issue in issues)
    crowded = {thing for thing, number in numbers.items() if number > _FEW}
    chosen = _disjoint([issue for issue in issues if issue.thing and issue.place], crowded)
    if not chosen and () in crowded:
        chosen = _disjoint([issue for issue in issues if issue.fix and issue.fix.within is not None], crowded)
    if not chosen:
        return list(issues[:1])
    return sorted(chosen, key=lambda issue: max(_parts(issue, crowded)), reverse=True)


def _disjoint(issues: Iterable[Issue], crowded: Collection[Place]) -> list[Issue]:
    """Return those of the issues, from the first, whose fixes change what is in no other's."""
    chosen: list[Issue] = []
    touched: set[Place] = set()
    around: set[Place] = set()
    for issue in issues:
        parts = _parts(issue, crowded)
        beginnings = {part[:size] for part in parts for size in range(1, len(part))}
        if touched.isdisjoint(beginnings | parts) and around.isdisjoint(parts):
            touched |= parts
            around |= beginnings
            chosen.append(issue)
    return chosen


def _parts(issue: Issue, crowded: Collection[Place]) -> set[Place]:
    """Return what the fix changes and what the issue is about: events and campaigns; if crowded, what is in one."""
    if issue.thing[:2] not in crowded:
        return {issue.thing[:2], issue.place[:2]}
    if issue.fix is not None and issue.fix.within is not None:
        return {issue.thing + issue.fix.within, issue.place}
    return {_thing_of(issue.thing), _thing_of(issue.place)}


def _thing_of(place: Place) -> Place:
    if place[2:3] != ("properties",) or len(place) < 4:
        return place[:2]
    return place[:6] if place[4:5] == ("fields",) and len(place) > 5 else place[:4]


def _new(now: Issues, before: Issues, fixed: Sequence[Issue]) -> list[Issue]:
    """Return issues that came, as bad as those that were put right, or worse."""
    severities = {issue.rule.severity for issue in fixed}
    return [issue for severity in severities for issue in now.new_since(before, severity)]


def _blameless(issues: Sequence[Issue], new: Sequence[Issue]) -> list[Issue]:
    """Return the issues about whose event or campaign nothing new is found: mostly one alone stands in the way."""
    blamed = {place[:2] for issue in new for place in (issue.thing, issue.place)}
    return [issue for issue in issues if blamed.isdisjoint((issue.thing[:2], issue.place[:2]))]


def _made(catalog: Catalog, issues: Sequence[Issue]) -> tuple[list[Edit], Catalog]:
    edits: list[Edit] = []
    bench = Workbench.of(catalog)
    for issue in issues:
        assert issue.fix is not None
        edit = issue.fix.make(bench, issue.thing)
        edit.change(bench)
        edits.append(edit)
    return edits, bench.finished()
