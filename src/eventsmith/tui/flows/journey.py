"""The journey on the whole screen, and as text for elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.queries.journey import journey
from eventsmith.tui.actions import key_of
from eventsmith.tui.dialogs.slide import Slide
from eventsmith.tui.views.journey import COPIED_WIDTH, picture

if TYPE_CHECKING:
    from eventsmith.tui.host import Host
    from eventsmith.tui.views.row import RowKey


async def show_slide(host: Host, key: RowKey) -> None:
    """Show the journey with an event or campaign selected, and go to what is chosen there."""
    place = await host.ask(Slide(host.session.catalog, key))
    if place is not None:
        host.go_to(place)


def copy_picture(host: Host) -> None:
    """Copy the picture of the journey to the clipboard."""
    told = journey(host.session.catalog)
    if not told.stages:
        host.say("There is no journey yet: take an event first")
        return
    host.copy_to_clipboard(picture(told, COPIED_WIDTH).whole_text())
    host.say(f"Copied the journey as text, if your terminal allows it; {key_of('export')} exports to a file instead")
