"""The issues of a file with their lines, for all formats that print them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from eventsmith.cli._files import read
from eventsmith.model import Catalog, Event, Place, show_place
from eventsmith.rules import Issue
from eventsmith.session.fixes import is_fixable
from eventsmith.session.session import Session
from eventsmith.store import CannotReadError, Document, Problem
from eventsmith.store.errors import NEWER_FORMAT, UNKNOWN_KEY


class Row(NamedTuple):
    """One issue. The fields have the names and the order of `check --format json`, which leaves out the last three."""

    rule: str
    severity: str
    place: str
    event: str | None
    line: int
    column: int
    message: str
    fixable: bool
    silenced: str = ""
    """The reason that the catalog gives for silencing it; empty if it is not silenced."""
    end: tuple[int, int] | None = None
    """Line and column after the header, key or value that the issue is about; None if there is none."""
    name: str = ""
    """The name of the event, if there is one."""


@dataclass(frozen=True, slots=True)
class Report:
    """All issues of one file, in the order of its lines."""

    name: str
    rows: list[Row]
    silenced: list[Row]
    whole: bool
    """Whether all of the file could be read."""
    text: str | None
    """The file's text; None if it is not a catalog at all, and the one row says what it is instead."""
    known: int = 0
    """The number of issues left out because they are known."""

    def number(self, severity: str) -> int:
        """Return how many open issues have a severity."""
        return sum(row.severity == severity for row in self.rows)


def report(name: str) -> Report:
    """Return the issues of a file; that it cannot be read is an issue too."""
    try:
        document = read(name)
    except CannotReadError as error:
        return Report(name, [_of_problem(error.problem, None)], [], False, None)
    return report_of(name, document)


def report_of(name: str, document: Document) -> Report:
    """Return the issues of a document, under the name of its file."""
    rows = [_of_problem(problem, document) for problem in document.problems]
    broken = _Broken(problem.place for problem in document.problems)
    if not any(problem.rule == NEWER_FORMAT for problem in document.problems):
        rows += [
            _of_issue(issue, document)
            for issue in Session(document).issues.everything
            # Salvaged values stand in for broken ones, so a rule would judge what nobody wrote.
            if not broken.touches(issue.place)
        ]
    rows.sort(key=lambda row: (row.line, row.column, row.rule))
    heard = [row for row in rows if not row.silenced]
    return Report(name, heard, [row for row in rows if row.silenced], not document.problems, document.text)


def _of_problem(problem: Problem, document: Document | None) -> Row:
    place, event, span = show_place(problem.place), None, None
    if document is not None:
        found = _event_at(document.catalog, problem.place)
        event = (found and found.id) or None
        span = document.span(problem.place, key=problem.rule == UNKNOWN_KEY)
    end = span and span[1]
    return Row(problem.rule, "error", place, event, problem.line, problem.column, problem.message, False, end=end)


def _of_issue(issue: Issue, document: Document) -> Row:
    line, column = document.where(issue.place)
    event, span = _event_at(document.catalog, issue.place), document.span(issue.place)
    return Row(
        issue.rule.name,
        issue.rule.severity,
        show_place(issue.place),
        (event and event.id) or None,
        line,
        column,
        issue.message,
        is_fixable(issue),
        issue.silenced,
        span and span[1],
        event.name if event else "",
    )


def _event_at(catalog: Catalog, place: Place) -> Event | None:
    """Return the event that a place is in."""
    if len(place) > 1 and place[0] == "events" and isinstance(place[1], int) and place[1] < len(catalog.events):
        return catalog.events[place[1]]
    return None


class _Broken:
    """The places where a file is broken."""

    def __init__(self, places: Iterable[Place]) -> None:
        self._wholes = set(places)
        self._beginnings = {place[:size] for place in self._wholes for size in range(1, len(place) + 1)}

    def touches(self, place: Place) -> bool:
        """Return whether something broken is at a place, in it, or around it."""
        around = (place[:size] for size in range(1, len(place)))
        return place in self._beginnings or not self._wholes.isdisjoint(around)
