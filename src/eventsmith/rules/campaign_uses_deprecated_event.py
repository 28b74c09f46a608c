"""A campaign relies on a deprecated event.

A deprecated event is about to end. From the day code stops sending it, the message reaches nobody, is never called off,
or never counts as a success, and no report shows why. Move the campaign to the event's successor, or to another event,
before that day.

Bad:

    [[events]]
    id = "startSong"
    name = "Start Song"
    status = "deprecated"
    replaced_by = "playSong"

    [[events]]
    id = "playSong"
    name = "Play Song"
    status = "live"

    [[campaigns]]
    name = "Welcome to the music"
    trigger = "startSong"

Good:

    [[events]]
    id = "startSong"
    name = "Start Song"
    status = "deprecated"
    replaced_by = "playSong"

    [[events]]
    id = "playSong"
    name = "Play Song"
    status = "live"

    [[campaigns]]
    name = "Welcome to the music"
    trigger = "playSong"
"""

from collections.abc import Mapping
from dataclasses import replace

from eventsmith.model import Campaign, Event, Place
from eventsmith.rules._pointers import pointers
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule, set_at


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip an event in `unless` whose successor is there too: until the old one has ended, both are needed."""
    called_off_by = set(campaign.unless)
    for place, event_id in pointers(campaign):
        event = events.get(event_id)
        if event is None or event.status != "deprecated" or (len(place) == 2 and event.replaced_by in called_off_by):
            continue
        name = event.name or event.id
        successor = events.get(event.replaced_by)
        lasting = successor is not None and successor.status != "deprecated"
        if event.replaced_by and (lasting or successor is None):
            message = f"“{name}” is deprecated: use its successor “{event.replaced_by}” before code stops sending it"
        else:
            message = f"“{name}” is deprecated: choose another event before code stops sending it"
        # Conditions may ask for what only the old one has.
        fits = lasting and (place != ("trigger",) or not campaign.conditions)
        yield Finding(place, message, _fix(event, place) if fits else None)


def _fix(event: Event, place: Place) -> Fix:
    """Return a fix that is never safe: the successor may fire at another moment."""
    return replace(set_at(place, event.replaced_by, f"use “{event.replaced_by}”"), safe=False)
