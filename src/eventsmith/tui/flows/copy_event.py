"""Copying the event in view to the clipboard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.model import properties_of
from eventsmith.tui.actions import key_of

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def copy_event(host: Host) -> None:
    """Copy the event in view to the clipboard, in the format that the user picks."""
    from eventsmith.queries.event_text import COPIES, event_as
    from eventsmith.tui.dialogs.pick_one import PickOne

    places = host.page.places_here() if host.page is not None else ()
    index = next((place[1] for place in places if len(place) > 1 and place[0] == "events"), None)
    if not isinstance(index, int):
        host.say("There is no event here to copy: put the cursor on one")
        return
    catalog = host.session.catalog
    event = catalog.events[index]
    kind = await host.ask(PickOne(f"Copy “{event.name}” as", [(kind, kind) for kind in COPIES]))
    if kind is not None:
        # In another catalog it takes its groups; whoever reads JSON or text has only this.
        whole = event if kind == "TOML" else event.model_copy(update={"properties": properties_of(catalog, event)})
        host.copy_to_clipboard(event_as(whole, kind))
        host.say(
            f"Copied “{event.name}” as {kind}, if your terminal allows it; {key_of('export')} exports to a file instead"
        )
