"""Checks catalogs: all issues, with line and column.

Leaves with 1 where there are errors (with --strict also where there are
warnings), with 2 where a file cannot be read or is no proper catalog.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from typing import TYPE_CHECKING

from eventsmith.cli._command import CANNOT, DONE, WRONG, Parser, UsageError, count, one_of
from eventsmith.cli._files import DASH
from eventsmith.cli._output import paint, say, say_painted
from eventsmith.visible import visible

if TYPE_CHECKING:
    from eventsmith.cli._issues import Report, Row


def arguments(parser: Parser) -> None:
    """See _command."""
    parser.takes("FILE… [--format text|json] [--strict]", least=1, most=None)
    parser.add_argument("--format", type=one_of(("text", "json")), default="text", help="text (default) or json")
    parser.add_argument("--strict", action="store_true", help="leave with 1 for warnings, too")


def run(options: argparse.Namespace) -> int:
    """See _command."""
    from eventsmith.cli._issues import report

    if options.words.count(DASH) > 1:
        raise UsageError("eventsmith check: “-” is standard input, and that can be read only once")
    reports = [report(name) for name in options.words]
    if options.format == "json":
        _as_json(reports)
    else:
        _as_text(reports)
    return max(_status(report, strict=options.strict) for report in reports)


def _status(report: Report, *, strict: bool) -> int:
    if not report.whole:
        return CANNOT
    return WRONG if report.number("error") or (strict and report.number("warning")) else DONE


def _as_json(reports: Sequence[Report]) -> None:
    found = {
        "files": [
            {"path": report.name, "issues": [asdict(row) | {"message": visible(row.message)} for row in report.rows]}
            for report in reports
        ],
        "errors": sum(report.number("error") for report in reports),
        "warnings": sum(report.number("warning") for report in reports),
        "hints": sum(report.number("hint") for report in reports),
    }
    # In ASCII it is the same bytes in every locale, and harmless to a terminal.
    say(json.dumps(found, indent=2))


def _as_text(reports: Sequence[Report]) -> None:
    for report in reports:
        for row in report.rows:
            say_painted(_line(report.name, row))
    rows = [row for report in reports for row in report.rows]
    files = count(len(reports), "file")
    if not rows:
        say(f"No issues in {files}")
        return
    severities = [row.severity for row in rows]
    parts = [count(severities.count(severity), severity) for severity in ("error", "warning", "hint")]
    say(f"{', '.join(part for part in parts if not part.startswith('0 '))} in {files}{_cure(reports)}")


def _line(name: str, row: Row) -> str:
    where = paint(f"{visible(name)}:{row.line}:{row.column}:", "dim")
    return f"{where} {paint(row.severity, row.severity)}: {visible(row.message)} {paint(f'[{row.rule}]', 'dim')}"


def _cure(reports: Sequence[Report]) -> str:
    """What a fix would do; it leaves alone what is not whole."""
    fixable = sum(row.fixable for report in reports if report.whole for row in report.rows)
    if not fixable:
        return ""
    if fixable < sum(len(report.rows) for report in reports):
        return f"; “eventsmith fix” puts {fixable} of them right"
    return f"; “eventsmith fix” puts {'it' if fixable == 1 else 'all of them'} right"
