"""What is wrong with what has the keys: the field in focus, else the row under the cursor."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from eventsmith.tui.text import SEVERITIES
from eventsmith.tui.widgets.field import Field

if TYPE_CHECKING:
    from eventsmith.rules import Issue
    from eventsmith.tui.host import Host


def focused_field(host: Host) -> Field | None:
    """Return the field that has the keys; None where none has them."""
    focused = host.focused
    ancestors = focused.ancestors_with_self if focused is not None else []
    return next((node for node in ancestors if isinstance(node, Field)), None)


def focused_issues(host: Host) -> Sequence[Issue]:
    """Return the issues of the field that has the keys, else of the row under the cursor, the worst first."""
    field = focused_field(host)
    found = field.issues if field is not None else ()
    if not found and host.page is not None:
        found = host.page.issues_here()
    return sorted(found, key=lambda issue: SEVERITIES.index(issue.rule.severity))
