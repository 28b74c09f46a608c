"""A destination does not take an event's ID or name.

Each platform has limits of its own. What it refuses is dropped on arrival: the event is sent, nothing is counted, and
no campaign starts.

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

from collections.abc import Iterator

from eventsmith.model import Event, Place
from eventsmith.rules._event_names import is_well_formed_id, new_id_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(event: Event, settings: Settings) -> Findings:
    """Nothing for an ID that no platform takes: there is a rule for that, and the cure is the same."""
    for title, place, text, why in _refusals(event, settings):
        fix = new_id_fix(event, settings, text) if place == ("id",) else None
        yield Finding(place, f"{title} does not take “{text}”: it takes {why}", fix)


def _refusals(event: Event, settings: Settings) -> Iterator[tuple[str, Place, str, str]]:
    id_counts, name_counts = is_well_formed_id(event.id), bool(event.name.strip())
    for place in settings.destinations:
        if place.sends == "id":
            if id_counts and (why := place.event.refuses(event.id)):
                yield place.title, ("id",), event.id, why
            if name_counts and (why := place.label.refuses(event.name)):
                yield place.title, ("name",), event.name, why
        elif name_counts and (why := place.event.refuses(event.name)):
            yield place.title, ("name",), event.name, why
