"""The issues of a row as lines below it, wrapped, each with its fix."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.text import MARKS, lit
from eventsmith.tui.views.row import NoteRow, RowKey

if TYPE_CHECKING:
    from eventsmith.rules import Issue

MOST = 4
"""The number of issues that are shown; with more, the row is better written anew."""
FIX = "fix"
"""The kind of lines that say what the fix of an issue does."""
_LINE = "issue"
_LEAST = 16
"""Cells: where a list has fewer, its size is not known yet."""


def issue_rows(issues: Sequence[Issue], width: int) -> list[NoteRow]:
    """Return lines of at most `width` cells about the issues, the worst of which comes first."""
    lines = enumerate(_lines(issues, max(width, _LEAST)))
    return [NoteRow(RowKey(kind, number), (text,), tone=tone, whole=True) for number, (kind, text, tone) in lines]


def _lines(issues: Sequence[Issue], width: int) -> Iterator[tuple[str, str, str]]:
    """Yield kind, text and tone of each line."""
    fixed = next((issue for issue in issues if issue.fix is not None), None)
    for issue in issues[:MOST]:
        severity = issue.rule.severity
        tone = "faint" if severity == "hint" else severity
        start = f"╰ {MARKS[severity]} "
        for line in lit(issue.message).wrap(width - len(start)):
            yield _LINE, f"{start}{line.plain}", tone
            start = " " * len(start)
        if issue is fixed and issue.fix is not None:
            yield FIX, f"{start}{key_of('fix')} {issue.fix.label}", "heading"
    if len(issues) > MOST:
        yield _LINE, f"  and {len(issues) - MOST} more", "faint"
