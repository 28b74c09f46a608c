"""The focused field, and the issues of what is in focus: that field, or else the row under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.ground.labels import MEANS, PROPERTY_FIELDS
from eventsmith.tui.text import SEVERITIES
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.grid import Grid
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.rules import Issue
    from eventsmith.tui.host import Host


PROPERTY_MEANS = {**{asked.key: asked.hint for asked in PROPERTY_FIELDS if asked.hint}, **MEANS}
"""What each column of the sheet is for, by its key."""


def focused_field(host: Host) -> Field | None:
    """Return the focused field; None if no field is focused."""
    focused = host.focused
    ancestors = focused.ancestors_with_self if focused is not None else []
    return next((node for node in ancestors if isinstance(node, Field)), None)


def focused_thing(host: Host) -> tuple[str, str]:
    """Return what is in focus, and what it is for: a field, a cell of the sheet by its column, or a row."""
    focused, field = host.focused, focused_field(host)
    if field is not None:
        return field.label, field.hint or MEANS.get(field.key, "")
    if isinstance(focused, Grid) and not focused.whole:
        column = focused.grid_columns[focused.column]
        return column.head, PROPERTY_MEANS.get(column.key, "")
    if isinstance(focused, RowList) and focused.row is not None:
        return "The issue" if host.here == "review" else focused.row.cells[0], ""
    return "", ""


def focused_issues(host: Host) -> Sequence[Issue]:
    """Return the issues of the focused field, or else of the row under the cursor, worst first."""
    field = focused_field(host)
    found = field.issues if field is not None else ()
    if not found and host.page is not None:
        found = host.page.issues_here()
    return sorted(found, key=lambda issue: SEVERITIES.index(issue.rule.severity))
