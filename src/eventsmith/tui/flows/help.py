"""Texts to read: help for what one is in, and the page of a rule."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.ground.labels import PAGES

if TYPE_CHECKING:
    from eventsmith.rules import Rule
    from eventsmith.tui.host import Host


def show_help(host: Host) -> None:
    """Show what the field or row in focus is, why its issues matter, what the page is for, and the keys."""
    from eventsmith.tui.dialogs.reader import Reader
    from eventsmith.tui.focus import focused_issues, focused_thing
    from eventsmith.tui.views.help import chapters_here, help_chapters

    intent = host.page.help_text() if host.page is not None else ""
    here = chapters_here(*focused_thing(host), focused_issues(host)) if host.is_ready else []
    host.open_dialog(Reader(f"Help: {PAGES[host.here]}", [*here, *help_chapters(host.here, intent, host.keys)]))


def show_rule(host: Host, rule: Rule) -> None:
    """Show the page of a rule."""
    from eventsmith.tui.dialogs.reader import Reader
    from eventsmith.tui.views.reading import Chapter, paragraphs_of

    host.open_dialog(Reader(rule.name, [Chapter("", paragraphs_of(rule.page))]))
