"""Goes along the guided path, and divides the page in view between its list and what is beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.ground.labels import PAGES
from eventsmith.tui.actions import key_of

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


def visit_page(host: Host, name: str) -> None:
    """Show the page of a name."""
    host.visit(name)


def next_page(host: Host) -> None:
    """Show the next page of the guided path."""
    _go(host, 1)


def previous_page(host: Host) -> None:
    """Show the page before."""
    _go(host, -1)


def _go(host: Host, step: int) -> None:
    names = list(PAGES)
    at = names.index(host.here) + step
    if 0 <= at < len(names):
        host.visit(names[at])
        return
    host.say(f"This is the last page: {key_of('save')} saves" if step > 0 else "This is the first page")


def to_list(host: Host) -> None:
    """Give the keys back to the list of the page in view."""
    if host.page is not None:
        host.page.leave()


def make_narrower(host: Host) -> None:
    """Give the list less of the width."""
    if host.page is not None:
        host.page.move_line(-1)


def make_wider(host: Host) -> None:
    """Give the list more of the width."""
    if host.page is not None:
        host.page.move_line(1)
