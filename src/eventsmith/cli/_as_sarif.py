"""Issues as SARIF 2.1.0, which code scanning and editors read.

The standard is OASIS “Static Analysis Results Interchange Format (SARIF) Version 2.1.0”, whose schema the log names;
what GitHub requires of a rule (short and full description, help) is in its “SARIF support for code scanning”.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from eventsmith import __version__
from eventsmith.cli._files import DASH
from eventsmith.cli._output import say_json
from eventsmith.cli._reports import Report, Row
from eventsmith.cli._rule_page import why
from eventsmith.cli._where import Ends, path_from_here
from eventsmith.ground.sanitise import visible
from eventsmith.rules import all_rules
from eventsmith.store.errors import (
    MISSING_KEY,
    NEWER_FORMAT,
    NO_CATALOG,
    NOT_TOML,
    UNKNOWN_KEY,
    UNREADABLE,
    WRONG_TYPE,
    WRONG_VALUE,
)

_Json = Mapping[str, Any]

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {"error": "error", "warning": "warning", "hint": "note"}
_CANNOT_READ = {
    UNREADABLE: "A file cannot be read.",
    NOT_TOML: "A file is not TOML.",
    NO_CATALOG: "A file is TOML, but not a catalog.",
}
_WRONG_IN_FILE = {
    MISSING_KEY: "A catalog lacks a required key.",
    NEWER_FORMAT: "A file has a newer format than this version of Eventsmith reads.",
    UNKNOWN_KEY: "A catalog has a key that Eventsmith does not know.",
    WRONG_TYPE: "A value does not have the type of its key.",
    WRONG_VALUE: "A value is not one of those allowed for its key.",
}


def show(reports: Sequence[Report]) -> None:
    """Write the reports to standard output as one SARIF log."""
    say_json({"version": "2.1.0", "$schema": _SCHEMA, "runs": [_run(reports)]}, indent=2)


def _run(reports: Sequence[Report]) -> _Json:
    rules = [*_descriptors(_WRONG_IN_FILE), *_rules()]
    unread = [*_descriptors(_CANNOT_READ)]
    index = {rule["id"]: number for number, rule in enumerate(rules)}
    driver = {"name": "Eventsmith", "version": __version__, "rules": rules, "notifications": unread}
    invocation = {
        "executionSuccessful": all(report.whole for report in reports),
        "toolExecutionNotifications": [
            _notification(report.name, row) for report in reports if report.text is None for row in report.rows
        ],
    }
    return {
        "tool": {"driver": driver},
        "invocations": [invocation],
        "columnKind": "unicodeCodePoints",
        "results": [result for report in reports for result in _results(report, index)],
    }


def _descriptors(texts: Mapping[str, str]) -> Iterator[dict[str, Any]]:
    """Yield descriptors for what can be wrong with a file itself. These have no page: the message says it all."""
    for name, text in texts.items():
        described = {"text": text}
        yield {
            "id": name,
            "shortDescription": described,
            "fullDescription": described,
            "help": described,
            "defaultConfiguration": {"level": "error"},
        }


def _rules() -> Iterator[dict[str, Any]]:
    for rule in all_rules():
        yield {
            "id": rule.name,
            "shortDescription": {"text": rule.summary},
            "fullDescription": {"text": why(rule)},
            # A page is valid Markdown too: its examples are indented.
            "help": {"text": rule.page, "markdown": rule.page},
            "defaultConfiguration": {
                "level": _LEVELS[rule.severity],
                **({} if rule.by_default else {"enabled": False}),
            },
        }


def _results(report: Report, index: Mapping[str, int]) -> Iterator[_Json]:
    if report.text is None:
        return
    file, ends = _artifact(report.name), Ends(report.text)
    for row in sorted([*report.rows, *report.silenced], key=lambda row: (row.line, row.column, row.rule)):
        region = {"startLine": row.line, "startColumn": row.column, "endColumn": ends.column(row)}
        yield {
            "ruleId": row.rule,
            "ruleIndex": index[row.rule],
            "level": _LEVELS[row.severity],
            "message": {"text": _plain_text(row.message)},
            "locations": [{"physicalLocation": {"artifactLocation": file, "region": region}}],
            # By SARIF 3.27.23 either all results of a run have it, or none.
            "suppressions": [{"kind": "inSource", "justification": visible(row.silenced)}] if row.silenced else [],
        }


def _notification(name: str, row: Row) -> _Json:
    where: dict[str, Any] = {"artifactLocation": _artifact(name)}
    if row.rule != UNREADABLE:
        where["region"] = {"startLine": row.line, "startColumn": row.column}
    return {
        "descriptor": {"id": row.rule, "index": list(_CANNOT_READ).index(row.rule)},
        "level": "error",
        "message": {"text": _plain_text(row.message)},
        "locations": [{"physicalLocation": where}],
    }


def _plain_text(message: str) -> str:
    """Escape a message so that nothing in it is a placeholder (SARIF 3.11.5) or begins a link (3.11.6)."""
    return visible(message).replace("{", "{{").replace("}", "}}").replace("](", "\\](")


def _artifact(name: str) -> _Json:
    """Return the URI of a file, relative to the working directory (in CI the repository's top), absolute outside it."""
    if name == DASH:
        return {"description": {"text": "standard input"}}
    path = path_from_here(name)
    return {"uri": Path(path).as_uri() if os.path.isabs(path) else quote(os.fsencode(path))}
