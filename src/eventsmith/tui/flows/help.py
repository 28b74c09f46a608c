"""Texts to read: the help of a page, and the page of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.labels import PAGES
from eventsmith.tui.text import lit

if TYPE_CHECKING:
    from eventsmith.rules import Rule
    from eventsmith.tui.host import Host


def show_help(host: Host) -> None:
    """Show what the page in view is for, and the keys that work there."""
    from eventsmith.tui.dialogs.reader import Reader
    from eventsmith.tui.views.help import help_text

    text = host.page.help_text() if host.page is not None else ""
    host.open_dialog(Reader(f"Help: {PAGES[host.here]}", help_text(host.here, text, host.keys)))


def show_rule(host: Host, rule: Rule) -> None:
    """Show the page of a rule."""
    from eventsmith.tui.dialogs.reader import Reader

    host.open_dialog(Reader(rule.name, Content("\n").join([lit(line) for line in rule.page.splitlines()])))
