"""The focused field, and the issues of what is in focus: that field, or else the row under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.tui.text import SEVERITIES
from eventsmith.tui.widgets.field import Field

if TYPE_CHECKING:
    from eventsmith.rules import Issue
    from eventsmith.tui.host import Host


def focused_field(host: Host) -> Field | None:
    """Return the focused field; None if no field is focused."""
    focused = host.focused
    ancestors = focused.ancestors_with_self if focused is not None else []
    return next((node for node in ancestors if isinstance(node, Field)), None)


def focused_issues(host: Host) -> Sequence[Issue]:
    """Return the issues of the focused field, or else of the row under the cursor, worst first."""
    field = focused_field(host)
    found = field.issues if field is not None else ()
    if not found and host.page is not None:
        found = host.page.issues_here()
    return sorted(found, key=lambda issue: SEVERITIES.index(issue.rule.severity))
