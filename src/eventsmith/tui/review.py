"""Issues and the journey of a session as rows and lines. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.tui.text import MARKS, lit, marked
from eventsmith.tui.widgets.rows import Row
from eventsmith.tui.words import PLACES

if TYPE_CHECKING:
    from eventsmith.model import Catalog
    from eventsmith.rules import Issue
    from eventsmith.session import Session

_WORDS = {"error": "cannot work", "warning": "will hurt", "hint": "worth a thought"}


def verdict(session: Session) -> Content:
    """The state of the whole in one line."""
    errors, warnings, hints = session.issues.counts
    errors += len(session.document.problems)
    silenced = len(session.issues.everything) - len(session.issues.open)
    quiet = f", {silenced} silenced" if silenced else ""
    if session.read_only:
        return marked("error", "This file can only be looked at: put its problems right in an editor first")
    if not errors and not warnings:
        return Content.assemble(("✓ ", "bold $text-success"), lit(f"Ready to save: {_count(hints, 'hint')}{quiet}"))
    parts = ", ".join(_count(n, word) for n, word in ((errors, "error"), (warnings, "warning"), (hints, "hint")) if n)
    return marked("error" if errors else "warning", f"{parts}{quiet}. It can be saved at any time")


def _count(number: int, word: str) -> str:
    return f"{number or 'no'} {word}{'' if number == 1 else 's'}"


def issue_rows(session: Session) -> list[Row]:
    """Issues under what they are about: the event, the campaign, or the catalog."""
    rows: list[Row] = []
    if session.document.problems:
        rows.append(Row("head:file", ("THE FILE",), " ", "heading"))
        rows += [
            Row(f"problem:{number}", (f"line {problem.line}: {problem.message}",), MARKS["error"], "error")
            for number, problem in enumerate(session.document.problems)
        ]
    groups: dict[str, list[tuple[int, Issue]]] = {}
    for number, issue in enumerate(session.issues.open):
        groups.setdefault(_owner(session.catalog, issue), []).append((number, issue))
    order = {"error": 0, "warning": 1, "hint": 2}
    for owner, issues in groups.items():
        rows.append(Row(f"head:{owner}", (owner,), " ", "heading"))
        for number, issue in sorted(issues, key=lambda entry: order[entry[1].rule.severity]):
            severity = issue.rule.severity
            tone = "" if severity == "hint" else severity
            rows.append(Row(f"issue:{number}", (issue.message,), MARKS[severity], tone))
    return rows


def _owner(catalog: Catalog, issue: Issue) -> str:
    place = issue.place
    if len(place) > 1 and place[0] == "events":
        event = catalog.events[int(place[1])]
        return event.name or event.id or "Event without a name"
    if len(place) > 1 and place[0] == "campaigns":
        return f"Campaign {catalog.campaigns[int(place[1])].name or 'without a name'}"
    return "The catalog"


def issue_text(issue: Issue | None) -> Content:
    """One issue, where it is put right and how."""
    from eventsmith.model import show_place
    from eventsmith.session import home_of

    if issue is None:
        return lit("")
    lines = [
        marked(issue.rule.severity, issue.message),
        lit(f"  {_WORDS[issue.rule.severity]} · {show_place(issue.place)} · {PLACES[home_of(issue)]}"),
        lit(f"  {issue.rule.summary}"),
    ]
    if issue.fix is not None:
        safe = "" if issue.fix.safe else " (a suggestion: look at it first)"
        lines.append(Content.assemble(("  F4 ", "bold"), lit(f"{issue.fix.label}{safe}")))
    return Content("\n").join([*lines, Content("")])


def problem_text(session: Session, number: int) -> Content:
    """One problem of the file itself."""
    problem = session.document.problems[number]
    where = lit(f"  line {problem.line}, column {problem.column}")
    return Content("\n").join([marked("error", problem.message), where, Content("")])


def journey(catalog: Catalog) -> Content:
    """The journey as a picture: stage by stage, its events in their order, ● where a campaign starts."""
    triggers = {campaign.trigger for campaign in catalog.campaigns}
    lines: list[Content] = []
    for stage in (*catalog.stages, ""):
        known = [event for event in catalog.events if event.stage == stage]
        if stage == "":
            known = [event for event in catalog.events if event.stage not in catalog.stages]
        if not known:
            continue
        lines.append(lit(f"{'▼' if lines else '◆'} {stage or 'no stage'}", "bold $text-accent"))
        for event in known:
            lines.append(lit(f"│ {'●' if event.id in triggers else '○'} {event.name or event.id}"))
    if not lines:
        return lit("")
    legend = lit("● starts a campaign", "$text-muted")
    return Content("\n").join([lit("The journey", "bold"), *lines, legend])
