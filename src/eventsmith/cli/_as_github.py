"""Issues as workflow commands, which GitHub Actions shows as annotations on the lines of a change.

The commands are documented in GitHub's “Workflow commands for GitHub Actions”; what is escaped in them, and how, is in
escapeData and escapeProperty of github.com/actions/toolkit, packages/core/src/command.ts.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from eventsmith.cli._as_text import summary
from eventsmith.cli._files import DASH
from eventsmith.cli._output import say, say_log_command
from eventsmith.cli._reports import Report, Row
from eventsmith.cli._where import Ends, path_from_here
from eventsmith.ground.sanitise import visible

_COMMANDS = {"error": "error", "warning": "warning", "hint": "notice"}


def show(reports: Sequence[Report]) -> None:
    """Write the reports to standard output, one line per issue."""
    for report in reports:
        file = {} if report.name == DASH else {"file": path_from_here(report.name)}
        ends = None if report.text is None else Ends(report.text)
        for row in report.rows:
            say_log_command(_command(file, row, ends))
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
