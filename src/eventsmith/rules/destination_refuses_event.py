"""A destination does not accept an event's ID or name.

Each platform has limits of its own, and drops whatever breaks them on arrival: the event is sent, but it is not counted
and starts no campaign. Choose an ID and a name that all destinations accept.

Bad:

    destinations = ["infobip"]

    [[events]]
    id = "play_song"
    name = "Play Song"

Good:

    destinations = ["infobip"]

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.destinations import Destination, refusal
from eventsmith.model import Event
from eventsmith.rules._event_names import is_well_formed_id, new_id_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error", about="wording")
def check(event: Event, settings: Settings) -> Findings:
    """Check all platforms at once, since one fix must serve them all.

    Skip IDs that no platform takes: another rule reports them, with the same fix.
    """
    by_id = [place for place in settings.destinations if place.sends == "id" and not _sends_itself(place, event)]
    if is_well_formed_id(event.id):
        message = refusal(((place.title, place.event) for place in by_id), event.id)
        if message:
            fix = new_id_fix(event, settings, event.id) or new_id_fix(event, settings, event.name)
            yield Finding(("id",), message, fix)
    if event.name.strip():
        shown = [(place.title, place.label if place.sends == "id" else place.event) for place in settings.destinations]
        message = refusal(shown, event.name)
        if message:
            yield Finding(("name",), message)


def _sends_itself(place: Destination, event: Event) -> bool:
    """Return whether an event that no code sends has an ID that the platform reserves for what it collects."""
    why = place.event.refusal(event.id) if event.source == "system" and place.event.collected else None
    return why is not None and why.kind in ("word", "start")
