"""Saving the catalog as a preset, and taking an event from any preset."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.tui.actions import key_of
from eventsmith.tui.flows._conversation import hold
from eventsmith.tui.views.paths import short_path

if TYPE_CHECKING:
    from eventsmith.tui.host import Host


async def save_preset(host: Host) -> None:
    """Write the catalog into one of the folders of the user's own presets."""
    from eventsmith.conversations.presets import keeping

    if not host.may_change():
        return
    outcome = await hold(host, keeping(host.session))
    if outcome is None:
        return
    if outcome.needs == "a name":
        host.say(f"A preset is listed by its name: name the catalog first, under {key_of('goal')} Goal")
    elif outcome.path is not None:
        if host.page is not None:
            host.page.show()
        host.say(
            outcome.words if outcome.is_bad else f"Kept as a preset: {short_path(outcome.path)}", bad=outcome.is_bad
        )
    elif outcome.words:
        host.say(outcome.words, bad=outcome.is_bad)


def take_event(host: Host, preset: str, event_id: str) -> None:
    """Copy an event of a preset into the catalog, and show it."""
    from eventsmith.edits import find_event
    from eventsmith.presets import PresetError, preset_catalog
    from eventsmith.queries.event_offers import take_offers

    try:
        catalog = preset_catalog(preset)
    except PresetError as error:
        # Its file has been changed or deleted since it was listed.
        host.say(str(error), bad=True)
        return
    event = next((event for event in catalog.events if event.id == event_id), None)
    if event is None:
        host.say(f"The preset “{preset}” no longer has this event", bad=True)
        return
    if host.do(take_offers(host.session.catalog, [(preset, event_id)])):
        index = find_event(host.session.catalog, event)
        if index is not None:
            host.go_to(("events", index))
            host.say(f"Took “{host.session.catalog.events[index].name}” from {catalog.name}")
