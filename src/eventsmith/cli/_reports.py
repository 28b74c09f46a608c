"""What is wrong with files, with lines: the facts of each issue, whatever they are printed as. Knows no output."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from eventsmith.cli._files import read
from eventsmith.model import Catalog, Place, show_place
from eventsmith.rules import Issue
from eventsmith.session.fixes import is_fixable
from eventsmith.session.session import Session
from eventsmith.store import CannotReadError, Document, Problem
from eventsmith.store.errors import NEWER_FORMAT, UNKNOWN_KEY


class Row(NamedTuple):
    """One issue. Fields are named, and stand, as in `check --format json`, which leaves out the last two."""

    rule: str
    severity: str
    place: str
    event: str | None
    line: int
    column: int
    message: str
    fixable: bool
    silenced: str = ""
    """The reason that the catalog gives for not wanting to hear of it."""
    end: tuple[int, int] | None = None
    """Line and column behind the header, key or value that it stands at; None where it stands at none."""


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with one file, in the order of its lines."""

    name: str
    rows: list[Row]
    silenced: list[Row]
    whole: bool
    """Whether the file could be read, all of it."""
    text: str | None
    """The file as text, where it is a catalog at all; else the one row says what it is."""

    def number(self, severity: str) -> int:
        """How many open issues of that severity."""
        return sum(row.severity == severity for row in self.rows)


def report(name: str) -> Report:
    """What is wrong with the file of that name; that it cannot be read is an issue, too."""
    try:
        document = read(name)
    except CannotReadError as error:
        return Report(name, [_of_problem(error.problem, None)], [], False, None)
    rows = [_of_problem(problem, document) for problem in document.problems]
    broken = _Broken(problem.place for problem in document.problems)
    if not any(problem.rule == NEWER_FORMAT for problem in document.problems):
        rows += [
            _of_issue(issue, document)
            for issue in Session(document).issues.everything
            # What was salvaged stands in for what is broken, so a rule would judge what nobody wrote.
            if not broken.touches(issue.place)
        ]
    rows.sort(key=lambda row: (row.line, row.column, row.rule))
    heard = [row for row in rows if not row.silenced]
    return Report(name, heard, [row for row in rows if row.silenced], not document.problems, document.text)


def _of_problem(problem: Problem, document: Document | None) -> Row:
    place, event, span = show_place(problem.place), None, None
    if document is not None:
        event = _event(document.catalog, problem.place)
        span = document.span(problem.place, key=problem.rule == UNKNOWN_KEY)
    end = span and span[1]
    return Row(problem.rule, "error", place, event, problem.line, problem.column, problem.message, False, end=end)


def _of_issue(issue: Issue, document: Document) -> Row:
    line, column = document.where(issue.place)
    place, event = show_place(issue.place), _event(document.catalog, issue.place)
    rule, fixable, span = issue.rule, is_fixable(issue), document.span(issue.place)
    end = span and span[1]
    return Row(rule.name, rule.severity, place, event, line, column, issue.message, fixable, issue.silenced, end)


def _event(catalog: Catalog, place: Place) -> str | None:
    """The ID of the event that the place is in, where it has one."""
    if len(place) > 1 and place[0] == "events" and isinstance(place[1], int) and place[1] < len(catalog.events):
        return catalog.events[place[1]].id or None
    return None


class _Broken:
    """The places of a file that are not as they should be."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._wholes = set(places)
        self._beginnings = {place[:size] for place in self._wholes for size in range(1, len(place) + 1)}

    def touches(self, place: Place) -> bool:
        """Whether something broken is at the place, in it, or around it."""
        around = (place[:size] for size in range(1, len(place)))
        return place in self._beginnings or not self._wholes.isdisjoint(around)
