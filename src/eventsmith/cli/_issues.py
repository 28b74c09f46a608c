"""Issues of a file with their lines: the facts of each, whatever they are printed as. Knows no output."""

from __future__ import annotations

from dataclasses import dataclass

from eventsmith.cli._files import read
from eventsmith.model import Catalog, Place, show_place
from eventsmith.rules import Issue
from eventsmith.session import Session, is_fixable
from eventsmith.store import CannotReadError, Document, Problem

_OF_A_NEWER_FORMAT = "file-newer-format"


@dataclass(frozen=True, slots=True)
class Row:
    """One issue. Fields are named, and stand, as in `check --format json`."""

    rule: str
    severity: str
    place: str
    event: str | None
    line: int
    column: int
    message: str
    fixable: bool


@dataclass(frozen=True, slots=True)
class Report:
    """All that is wrong with one file, in the order of its lines."""

    name: str
    rows: list[Row]
    whole: bool
    """Whether the file could be read, all of it."""

    def number(self, severity: str) -> int:
        """How many issues of that severity."""
        return sum(row.severity == severity for row in self.rows)


def report(name: str) -> Report:
    """What is wrong with the file of that name; that it cannot be read is an issue, too."""
    try:
        document = read(name)
    except CannotReadError as error:
        return Report(name, [_of_problem(error.problem, Catalog())], False)
    rows = [_of_problem(problem, document.catalog) for problem in document.problems]
    broken = [problem.place for problem in document.problems]
    if not any(problem.rule == _OF_A_NEWER_FORMAT for problem in document.problems):
        rows += [
            _of_issue(issue, document)
            for issue in Session(document).issues.open
            # What was salvaged stands in for what is broken, so a rule would judge what nobody wrote.
            if not any(_touch(issue.place, place) for place in broken)
        ]
    return Report(name, sorted(rows, key=lambda row: (row.line, row.column, row.rule)), not broken)


def _of_problem(problem: Problem, catalog: Catalog) -> Row:
    place = show_place(problem.place)
    event = _event(catalog, problem.place)
    return Row(problem.rule, "error", place, event, problem.line, problem.column, problem.message, False)


def _of_issue(issue: Issue, document: Document) -> Row:
    line, column = document.where(issue.place)
    place, event = show_place(issue.place), _event(document.catalog, issue.place)
    return Row(issue.rule.name, issue.rule.severity, place, event, line, column, issue.message, is_fixable(issue))


def _event(catalog: Catalog, place: Place) -> str | None:
    """The ID of the event that the place is in, where it has one."""
    if len(place) > 1 and place[0] == "events" and isinstance(place[1], int) and place[1] < len(catalog.events):
        return catalog.events[place[1]].id or None
    return None


def _touch(one: Place, other: Place) -> bool:
    shorter = min(len(one), len(other))
    return shorter > 0 and one[:shorter] == other[:shorter]
