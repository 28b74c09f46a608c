"""All safe fixes of a catalog, made until none is left: the app's “fix all” and `eventsmith fix`."""

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
"""How many issues of one thing may be fixed one by one, each after judging what the fix before it left."""


@dataclass(frozen=True, slots=True)
class Fixed:
    """The result of fixing a catalog."""

    catalog: Catalog
    edit: Together
    """All fixes as one step, to be applied to the original catalog."""
    issues: tuple[Issue, ...]
    """The issues that were fixed, in order, each with its place at the time of its fix."""
    left: Issues
    """The issues of the fixed catalog."""


def is_fixable(issue: Issue) -> bool:
    """Return whether `fix_all` would fix an issue: it has a fix that cannot change what the catalog means."""
    return issue.fix is not None and issue.fix.safe


def fix_all(catalog: Catalog, rules: Collection[str] | None = None) -> Fixed:
    """Make all safe fixes of the named rules (None: of all), also of issues that only appear when others are fixed.

    Fixes that would cause an issue as severe as their own, or more so, are skipped, and an issue that comes back is
    not fixed again.
    """
    judge = Judge(all_rules())
    issues = judge.judge(catalog)
    known: dict[_Attempt, Issue] = {}
    edits: list[Edit] = []
    # A limit for fixes that keep causing issues for each other; ordinary ones stay far below it.
    attempts_left = 10 * (len(_fixable(issues, rules, ())) + 10)
    while True:
        start, tried = catalog, set[_Attempt]()
        most = sys.maxsize
        while attempts_left > 0 and (todo := _fixable(issues, rules, tried)):
            batch = _independent(todo)[:most]
            made, after = _apply(catalog, batch)
            now = judge.judge(after)
            while len(batch) > 1 and (new := _new(now, issues, batch)):
                rest = _unblamed(batch, new)
                if not rest or len(rest) == len(batch):
                    most = len(batch) // 2 if len(batch) > _FEW else 1
                    rest = batch[:most]
                batch = rest
                made, after = _apply(catalog, batch)
                now = judge.judge(after)
            # Only some fixes get in each other's way, so the next batch may be larger again, or all of a few.
            most = 2 * most if most > 1 or len(todo) > _FEW else sys.maxsize
            attempts_left -= len(batch)
            tried.update(map(_attempt, batch))
            known.update((_attempt(issue), issue) for issue in batch)
            if _new(now, issues, batch):
                issues = judge.judge(catalog)
                continue
            edits += made
            catalog, issues = after, now
        # Skipped fixes get another try after the others, so that fixing twice changes nothing more.
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


def _independent(issues: Sequence[Issue]) -> list[Issue]:
    """Return issues that can be fixed at once, before judging again: one per event or campaign, the last first.

    From the end, so that items which a fix inserts or removes only shift what is fixed already. Issues of the catalog
    as a whole are fixed last and one by one, since any other fix may settle them. If one thing has so many issues that
    this would take too long, those of its different parts are fixed at once.
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
    """Return the issues, taken from the first on, whose fixes do not touch anything that another's does."""
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
    """Return the places that a fix changes and its issue is about: an event or campaign; if crowded, a part of one."""
    if issue.thing[:2] not in crowded:
        return {issue.thing[:2], issue.place[:2]}
    if issue.fix is not None and issue.fix.within is not None:
        return {issue.thing + issue.fix.within, issue.place}
    return {_thing_of(issue.thing), _thing_of(issue.place)}


def _thing_of(place: Place) -> Place:
    """Return the place of the innermost property or field that a place is in, or that of its event or group."""
    for end in range(len(place) - len(place) % 2, 2, -2):
        if place[end - 2] in ("properties", "fields"):
            return place[:end]
    return place[:2]


def _new(now: Issues, before: Issues, fixed: Sequence[Issue]) -> list[Issue]:
    """Return new issues that are at least as severe as those that were fixed."""
    severities = {issue.rule.severity for issue in fixed}
    return [issue for severity in severities for issue in now.new_since(before, severity)]


def _unblamed(issues: Sequence[Issue], new: Sequence[Issue]) -> list[Issue]:
    """Return the issues whose event or campaign has no new issue: usually a single fix gets in the way."""
    blamed = {place[:2] for issue in new for place in (issue.thing, issue.place)}
    return [issue for issue in issues if blamed.isdisjoint((issue.thing[:2], issue.place[:2]))]


def _apply(catalog: Catalog, issues: Sequence[Issue]) -> tuple[list[Edit], Catalog]:
    edits: list[Edit] = []
    bench = Workbench.of(catalog)
    for issue in issues:
        assert issue.fix is not None
        edit = issue.fix.make(bench, issue.thing)
        edit.change(bench)
        edits.append(edit)
    return edits, bench.finished()
