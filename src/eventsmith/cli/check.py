"""Check catalogs, and list all issues with line and column.

Exits with 1 if there are errors (with --strict, also if there are warnings),
with 2 if a file cannot be read or is not a valid catalog.

formats:
  text    one line per issue, for people
  json    for scripts; the names and the order of the keys are stable
  github  workflow commands, which GitHub Actions shows as annotations on the
          lines of a change: errors, warnings, and hints as notices
  sarif   SARIF 2.1.0 for code scanning and editors: hints become notes, and
          silenced issues are listed as suppressed, with the reason

Silenced issues are counted in text and json, and never change the exit status.
Paths in github and sarif are relative to the current folder.
"""

from __future__ import annotations

import argparse
from importlib import import_module
from typing import TYPE_CHECKING

from eventsmith.cli._command import CANNOT, DONE, WRONG, Parser, UsageError, one_of
from eventsmith.cli._files import DASH

if TYPE_CHECKING:
    from eventsmith.cli._reports import Report

FORMATS = ("text", "json", "github", "sarif")
"""Each is a module beside this one, `_as_….py`."""


def arguments(parser: Parser) -> None:
    parser.takes(f"FILE… [--format {'|'.join(FORMATS)}] [--strict]", least=1, most=None)
    parser.add_argument("--format", type=one_of(FORMATS), default="text", help="one of the above (default: text)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")


def run(options: argparse.Namespace) -> int:
    from eventsmith.cli._reports import report

    if options.words.count(DASH) > 1:
        raise UsageError("eventsmith check: “-” is standard input, which can be read only once")
    reports = [report(name) for name in options.words]
    import_module(f"eventsmith.cli._as_{options.format}").show(reports)
    return max(_status(report, strict=options.strict) for report in reports)


def _status(report: Report, *, strict: bool) -> int:
    if not report.whole:
        return CANNOT
    return WRONG if report.number("error") or (strict and report.number("warning")) else DONE
