"""Moves along the guided path, and between the two sides of a page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.ground.labels import PAGES
from eventsmith.tui.actions import key_of

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


def visit_page(host: Host, name: str) -> None:
    """Show the page of a name, such as “events”."""
    host.visit(name)


def next_page(host: Host) -> None:
    """Show the next page of the guided path."""
    _go(host, 1)


def previous_page(host: Host) -> None:
    """Show the previous page of the guided path."""
    _go(host, -1)


def _go(host: Host, step: int) -> None:
    names = list(PAGES)
    at = names.index(host.here) + step
    if 0 <= at < len(names):
        host.visit(names[at])
        return
    host.say(f"This is the last page: {key_of('save')} saves" if step > 0 else "This is the first page")


def to_list(host: Host) -> None:
    """Go back to the list of the page in view."""
    if host.page is not None:
        host.page.leave()


def make_narrower(host: Host) -> None:
    """Make the list of the page in view narrower."""
    if host.page is not None:
        host.page.move_divider(-1)


def make_wider(host: Host) -> None:
    """Make the list of the page in view wider."""
    if host.page is not None:
        host.page.move_divider(1)
