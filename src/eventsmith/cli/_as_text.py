"""Issues for people: one line each, in colour on a terminal, then how many there are and what fixes them."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.cli._command import count
from eventsmith.cli._output import painter, say, say_painted
from eventsmith.cli._reports import Report
from eventsmith.ground.sanitise import visible


def show(reports: Sequence[Report]) -> None:
    """Write the reports to standard output, one line per issue, with a summary."""
    paint = painter()
    for report in reports:
        name = visible(report.name)
        for row in report.rows:
            where, severity = paint(f"{name}:{row.line}:{row.column}:", "dim"), paint(row.severity, row.severity)
            say_painted(f"{where} {severity}: {visible(row.message)} {paint(f'[{row.rule}]', 'dim')}")
    say(summary(reports))


def summary(reports: Sequence[Report]) -> str:
    """Return a line that says how many issues there are, and what would fix them."""
    severities = [row.severity for report in reports for row in report.rows]
    number = sum(len(report.silenced) for report in reports)
    files = count(len(reports), "file") + (f" ({number} silenced)" if number else "")
    if not severities:
        return f"No issues in {files}"
    parts = [count(severities.count(severity), severity) for severity in ("error", "warning", "hint")]
    return f"{', '.join(part for part in parts if not part.startswith('0 '))} in {files}{_cure(reports)}"


def _cure(reports: Sequence[Report]) -> str:
    """Return the end of the summary: what `eventsmith fix` would do, which leaves a broken file alone."""
    fixable = sum(row.fixable for report in reports if report.whole for row in report.rows)
    if not fixable:
        return ""
    if fixable < sum(len(report.rows) for report in reports):
        return f"; “eventsmith fix” fixes {fixable} of them"
    return f"; “eventsmith fix” fixes {'it' if fixable == 1 else 'all of them'}"
