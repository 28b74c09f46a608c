"""Issues as workflow commands, which GitHub Actions shows as annotations on the lines of a change.

The commands are documented in GitHub's “Workflow commands for GitHub Actions”; what is escaped in them, and how, is in
escapeData and escapeProperty of github.com/actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

from eventsmith.cli._as_text import line, summary
from eventsmith.cli._files import DASH
from eventsmith.cli._output import say, say_log_command
from eventsmith.cli._reports import Report, Row
from eventsmith.cli._where import Ends, path_from_here
from eventsmith.ground.labels import SEVERITIES
from eventsmith.ground.sanitise import visible

_MOST = 10
"""The number of annotations of a kind that GitHub shows for a step; all others are dropped."""
_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def show(reports: Sequence[Report]) -> None:
    """Write the reports to standard output: as many annotations as GitHub shows, and the rest as plain lines."""
    for severity in SEVERITIES:
        found = [(report, row) for report in reports for row in report.rows if row.severity == severity]
        shown = found if len(found) <= _MOST else found[: _MOST - 1]
        ends = {report.name: Ends(report.text) for report, _ in shown if report.text is not None}
        for report, row in shown:
            file = {} if report.name == DASH else {"file": path_from_here(report.name)}
            say_log_command(_command(file, row, ends.get(report.name)))
        if rest := found[len(shown) :]:
            rules = Counter(row.rule for _, row in rest).most_common()
            said = ", ".join(f"{rule} ({number})" for rule, number in rules)
            title = f"{len(rest)} more {severity}s"
            say_log_command(f"::{_COMMANDS[severity]} title={_property(title)}::{_data(said)}; the log lists them")
            for report, row in rest:
                say(line(report.name, row, lambda text, colour: text))
    say(summary(reports))


def _command(file: Mapping[str, str], row: Row, ends: Ends | None) -> str:
    properties: dict[str, object] = {**file, "line": row.line, "col": row.column}
    if ends is not None:
        properties["endColumn"] = ends.column(row)
    properties["title"] = row.rule
    said = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    return f"::{_COMMANDS[row.severity]} {said}::{_data(visible(row.message))}"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
