"""Issues for people: one line each, in colour on a terminal, then how many there are and what fixes them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence

from eventsmith.cli._command import count
from eventsmith.cli._output import painter, say, say_painted
from eventsmith.cli._reports import Report, Row
from eventsmith.ground.labels import SEVERITIES
from eventsmith.ground.sanitise import visible

_HUNDREDS = 100
_SHOWN = 10
"""Of a rule with hundreds of issues in a file: how many are written."""


def show(reports: Sequence[Report], *, in_full: bool = True) -> None:
    """Write the reports to standard output, one line per issue, with a summary.

    If not `in_full`, write the first ten of a rule that has hundreds in a file: they have one cause, and hide others.
    """
    paint = painter()
    for report in reports:
        counts = Counter(row.rule for row in report.rows if not in_full and not row.rule.startswith("file-"))
        many = {rule: number for rule, number in counts.items() if number > _HUNDREDS}
        written: Counter[str] = Counter()
        for row in report.rows:
            written[row.rule] += 1
            if row.rule not in many or written[row.rule] <= _SHOWN:
                say_painted(line(report.name, row, paint))
            if row.rule in many and written[row.rule] == _SHOWN:
                say_painted(_rest(report.name, row, many[row.rule] - _SHOWN, paint))
    say(summary(reports))


def _rest(name: str, row: Row, number: int, paint: Callable[[str, str], str]) -> str:
    where, severity = paint(f"{visible(name)}:", "dim"), paint(row.severity, row.severity)
    return f"{where} {severity}: {number} more of {row.rule}: “eventsmith check --rule {row.rule}” lists them"


def show_counts(reports: Sequence[Report]) -> None:
    """Write how many issues of each rule there are to standard output, the most severe first, with a summary."""
    counts = Counter((row.severity, row.rule) for report in reports for row in report.rows)
    paint = painter()
    for severity, rule in sorted(counts, key=lambda key: (SEVERITIES.index(key[0]), -counts[key], key[1])):
        say_painted(f"{counts[severity, rule]:>6}  {paint(f'{severity:7}', severity)}  {rule}")
    say(summary(reports))


def line(name: str, row: Row, paint: Callable[[str, str], str]) -> str:
    """Return an issue of a file as a line."""
    where, severity = paint(f"{visible(name)}:{row.line}:{row.column}:", "dim"), paint(row.severity, row.severity)
    return f"{where} {severity}: {visible(row.message)} {paint(f'[{row.rule}]', 'dim')}"


def summary(reports: Sequence[Report]) -> str:
    """Return a line that says how many issues there are, and what would fix them."""
    severities = [row.severity for report in reports for row in report.rows]
    number = sum(len(report.silenced) for report in reports)
    known = sum(report.known for report in reports)
    quiet = [f"{number} silenced"] * bool(number) + [f"{known} known"] * bool(known)
    files = count(len(reports), "file") + (f" ({', '.join(quiet)})" if quiet else "")
    if not severities:
        return f"No issues in {files}"
    parts = [count(severities.count(severity), severity) for severity in SEVERITIES]
    return f"{', '.join(part for part in parts if not part.startswith('0 '))} in {files}{_cure(reports)}"


def _cure(reports: Sequence[Report]) -> str:
    """Return the end of the summary: what `eventsmith fix` would do, which leaves a broken file alone."""
    fixable = sum(row.fixable for report in reports if report.whole for row in report.rows)
    if not fixable:
        return ""
    if fixable < sum(len(report.rows) for report in reports):
        return f"; “eventsmith fix” fixes {fixable} of them"
    return f"; “eventsmith fix” fixes {'it' if fixable == 1 else 'all of them'}"
