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

A plan that has many issues is adopted step by step: --write-baseline notes all
that are there now, --baseline then leaves those out, fails on new ones only,
and names what is no longer there. --since leaves out what a file had in an
earlier commit of git: only what this change brought is left.

Silenced issues are counted in text and json, and never change the exit status.
Paths in github and sarif are relative to the current folder.
"""

from __future__ import annotations

import argparse
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.cli._command import CANNOT, DONE, WRONG, Parser, UsageError, count, one_of
from eventsmith.cli._files import DASH
from eventsmith.cli._output import tell
from eventsmith.cli._rule_names import refuse_unknown
from eventsmith.ground import disk
from eventsmith.ground.labels import SEVERITIES
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.cli._reports import Report, Row

FORMATS = ("text", "json", "github", "sarif")
"""Each is a module beside this one, `_as_….py`."""


def arguments(parser: Parser) -> None:
    usage = f"FILE… [--format {'|'.join(FORMATS)}] [--strict] [--rule RULE]… [--least SEVERITY] [--summary]"
    parser.takes(f"{usage} [--baseline FILE | --write-baseline FILE] [--since REV]", least=1, most=None)
    parser.add_argument("--format", type=one_of(FORMATS), default="text", help="one of the above (default: text)")
    parser.add_argument("--strict", action="store_true", help="exit with 1 for warnings too")
    parser.add_argument("--rule", action="append", default=[], metavar="RULE", help="only issues of this rule")
    parser.add_argument("--least", type=one_of(SEVERITIES), default="hint", help="only issues at least this severe")
    parser.add_argument("--summary", action="store_true", help="only how many issues of each rule there are")
    known = parser.add_mutually_exclusive_group()
    known.add_argument("--baseline", metavar="FILE", help="leave out the issues noted there")
    known.add_argument("--write-baseline", metavar="FILE", help="note all issues there, and exit with 0")
    parser.add_argument("--since", metavar="REV", help="leave out the issues that the files had in this commit")


def run(options: argparse.Namespace) -> int:
    from eventsmith.cli._reports import report

    if options.words.count(DASH) > 1:
        raise UsageError("eventsmith check: “-” is standard input, which can be read only once")
    if options.summary and options.format != "text":
        raise UsageError("eventsmith check: --summary is text; leave --format out")
    if DASH in options.words and (options.since or options.baseline or options.write_baseline):
        raise UsageError("eventsmith check: “-” is standard input, of which no issues are known; name a file")
    refuse_unknown("check", options.rule)
    reports = [_chosen(report(name), options) for name in options.words]
    if options.write_baseline is not None:
        return _note(options.write_baseline, reports)
    if options.baseline is not None or options.since is not None:
        reports = _new_ones(reports, options)
    show = import_module(f"eventsmith.cli._as_{options.format}")
    if options.summary:
        show.show_counts(reports)
    elif options.format == "text":
        show.show(reports, in_full=bool(options.rule))
    else:
        show.show(reports)
    return max(_status(report, strict=options.strict) for report in reports)


def _chosen(report: Report, options: argparse.Namespace) -> Report:
    """Return the report with only the issues asked for; what is wrong with the file itself stays."""
    severe = SEVERITIES[: SEVERITIES.index(options.least) + 1]

    def is_chosen(row: Row) -> bool:
        is_of_rule = not options.rule or row.rule in options.rule
        return row.rule.startswith("file-") or (is_of_rule and row.severity in severe)

    return replace(report, rows=list(filter(is_chosen, report.rows)), silenced=list(filter(is_chosen, report.silenced)))


def _note(name: str, reports: list[Report]) -> int:
    from eventsmith.cli._known_issues import write_baseline

    broken = [report for report in reports if not report.whole]
    for each in broken:
        tell(f"{visible(each.name)}: not all of it can be judged; nothing was noted. Fix the file first")
    if broken:
        return CANNOT
    tell(f"{visible(name)}: {count(write_baseline(Path(name), reports), 'issue')} noted")
    return DONE


def _new_ones(reports: list[Report], options: argparse.Namespace) -> list[Report]:
    from eventsmith.cli._known_issues import known_at, read_baseline, stale, without_known

    left = reports
    if options.baseline is not None:
        path = Path(options.baseline)
        known, folder = read_baseline(path), disk.absolute(path).parent
        left = without_known(left, known, folder)
        # With only some issues asked for, those that were not are not gone.
        for gone in stale(reports, known, folder) if not options.rule and options.least == "hint" else ():
            where = f"{gone.file}: {gone.event}" if gone.event else gone.file
            what = f"{where}: {gone.message} [{gone.rule}]"
            tell(f"note: {visible(options.baseline)} notes what is no longer there: {visible(what)}")
    if options.since is not None:
        here = disk.absolute(Path())
        left = without_known(left, known_at(options.since, reports, here), here)
    return left


def _status(report: Report, *, strict: bool) -> int:
    if not report.whole:
        return CANNOT
    return WRONG if report.number("error") or (strict and report.number("warning")) else DONE
