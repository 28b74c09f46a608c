"""Rows and texts of the review page: issues in groups, and the verdict.

Imports the rules, so it is only imported at the first visit of that page.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.labels import PAGES, SEVERITY_MEANS
from eventsmith.queries.progress import page_of_issue
from eventsmith.rules import Issue
from eventsmith.session.place_words import place_words
from eventsmith.session.silencing import show_owner, silencing_place
from eventsmith.session.summary import size_words, thing_words, verdict_words
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import MARKS, SEVERITIES, lit, marked
from eventsmith.tui.views.row import NO_KEY, Row, RowKey, Rows

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.session.session import Session
    from eventsmith.store.errors import Problem


def verdict(session: Session) -> Content:
    """Return the state of the whole catalog and, if nothing is wrong, how much there is in it."""
    errors, warnings, _ = session.issues.counts
    words = verdict_words(session)
    if not session.is_judged:
        return lit(words)
    if not errors and not warnings and not session.read_only:
        return Content.assemble(("✓ ", "bold $text-success"), lit(f"{words} · {size_words(session.catalog)}"))
    return marked("error" if errors or session.read_only else "warning", words)


class IssueGroups:
    """All issues in groups, as rows, with the silenced ones at the end."""

    def __init__(self, session: Session, by: str) -> None:
        """Group by “event” (the catalog, the events in the order of the journey, the campaigns) or by “rule”."""
        self._catalog, self._by = session.catalog, by
        self._lines: list[Issue | str | Problem] = []
        self._put("The file", session.document.problems)
        if not session.is_judged:
            self._lines.append(verdict_words(session))
        groups = _by_rule(session) if by == "rule" else _by_thing(session)
        for title, issues in groups:
            self._put(title, issues)
        if session.issues.number_silenced:
            self._put("Silenced, with the reason", [issue for issue in session.issues.everything if issue.silenced])
        keys = [RowKey("head" if isinstance(line, str) else "line", at) for at, line in enumerate(self._lines)]
        self.rows = Rows(keys, self._row)

    def _put(self, title: str, issues: Sequence[Issue] | Sequence[Problem]) -> None:
        if issues:
            self._lines += [f"{title} ({len(issues)})", *issues]

    def at(self, row: Row | None) -> Issue | Problem | None:
        """Return the issue or problem of a row; None for a heading or no row."""
        line = self._lines[row.key.number] if row is not None else ""
        return None if isinstance(line, str) else line

    def key_of(self, issue: Issue | Problem | None) -> RowKey:
        """Return the key of the row of an issue or problem; NO_KEY if there is none."""
        found = (at for at, line in enumerate(self._lines) if line is issue and issue is not None)
        return next((RowKey("line", at) for at in found), NO_KEY)

    def _row(self, key: RowKey) -> Row:
        line = self._lines[key.number]
        if isinstance(line, str):
            return Row(key, (line,), " ", "heading")
        if not isinstance(line, Issue):
            return Row(key, (f"line {line.line}: {line.message}",), MARKS["error"], "error")
        text = line.message
        if self._by == "rule" or line.silenced:
            text = f"{place_words(self._catalog, line.place)}: {text}"
        if line.silenced:
            return Row(key, (f"“{line.silenced}”: {text}",), "–", "faint")
        severity = line.rule.severity
        return Row(key, (text,), MARKS[severity], "" if severity == "hint" else severity)


_KINDS = ("", "property_groups", "events", "campaigns")
"""In the order of their issues: the catalog, then the lists of things in it."""


def _by_thing(session: Session) -> Iterator[tuple[str, Sequence[Issue]]]:
    """Yield title and issues of the catalog, each group, each event by stage, each campaign; the worst issue first."""
    catalog = session.catalog
    groups: dict[Place, list[Issue]] = {}
    for issue in session.issues.open:
        groups.setdefault(_thing(issue.place), []).append(issue)
    stages = {stage: number for number, stage in enumerate(catalog.stages)}

    def order(thing: Place) -> tuple[int, int, int]:
        kind, number = (_KINDS.index(str(thing[0])), int(thing[1])) if thing else (0, 0)
        is_event = thing[:1] == ("events",)
        return kind, stages.get(catalog.events[number].stage, len(stages)) if is_event else 0, number

    for thing in sorted(groups, key=order):
        issues = groups[thing]
        yield thing_words(catalog, thing), sorted(issues, key=_badness) if len(issues) > 1 else issues


def _by_rule(session: Session) -> Iterator[tuple[str, Sequence[Issue]]]:
    """Yield a title and issues for each rule, errors first."""
    groups: dict[str, list[Issue]] = {}
    for issue in session.issues.open:
        groups.setdefault(issue.rule.name, []).append(issue)
    for name in sorted(groups, key=lambda name: (_badness(groups[name][0]), name)):
        severity = groups[name][0].rule.severity
        yield f"{MARKS[severity]} {severity}: {name}", groups[name]


def _badness(issue: Issue) -> int:
    return SEVERITIES.index(issue.rule.severity)


def _thing(place: Place) -> Place:
    """Return the place of the group, event or campaign that a place belongs to; () for the catalog."""
    return place[:2] if len(place) > 1 and place[0] in _KINDS else ()


def issue_text(session: Session, issue: Issue | Problem | None) -> Content:
    """Describe an issue: where and how to fix it or, if it is silenced, why."""
    if issue is None:
        return lit("")
    if not isinstance(issue, Issue):
        return Content("\n").join([marked("error", issue.message), lit(f"line {issue.line}, column {issue.column}")])
    severity = issue.rule.severity
    what = "unsilence it" if issue.silenced else "silence it here"
    lines = [
        lit(f"{place_words(session.catalog, issue.place)} · {PAGES[page_of_issue(issue)]}", "bold"),
        Content.assemble((f"{key_of('silence')} ", "bold"), lit(what)),
        lit(f"{severity}: {SEVERITY_MEANS[severity]} · {issue.rule.name}: {issue.rule.summary}", "$text-muted"),
    ]
    owner = silencing_place(session.catalog, issue) if issue.silenced else None
    if owner is not None:
        lines.insert(0, lit(f"Silenced {show_owner(session.catalog, owner)}: “{issue.silenced}”"))
    elif issue.fix is not None:
        safe = "" if issue.fix.safe else " (a suggestion: check it first)"
        lines.insert(0, Content.assemble((f"{key_of('fix')} ", "bold"), lit(f"{issue.fix.label}{safe}")))
    return Content("\n").join(lines)
