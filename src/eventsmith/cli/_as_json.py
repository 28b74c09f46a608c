"""Issues for scripts, by file, with counts. The names and the order of all keys are stable: scripts rely on them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from eventsmith.cli._output import say_json
from eventsmith.cli._reports import Report, Row
from eventsmith.ground.sanitise import visible


def show(reports: Sequence[Report]) -> None:
    """Write the reports to standard output as one JSON document."""
    found = {
        "files": [{"path": report.name, "issues": [_issue(row) for row in report.rows]} for report in reports],
        "errors": sum(report.number("error") for report in reports),
        "warnings": sum(report.number("warning") for report in reports),
        "hints": sum(report.number("hint") for report in reports),
        "silenced": sum(len(report.silenced) for report in reports),
    }
    # ASCII is the same bytes in every locale, and harmless to a terminal.
    say_json(found, indent=2)


def _issue(row: Row) -> Mapping[str, Any]:
    issue = row._asdict() | {"message": visible(row.message)}
    del issue["silenced"], issue["end"], issue["name"]
    return issue
