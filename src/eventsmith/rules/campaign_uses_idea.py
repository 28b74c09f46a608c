"""A campaign relies on an event that is only an idea.

An idea is parked: nobody builds it, and it is not exported. Until it is taken up, the message goes to nobody, is never
called off, or never counts as a success.

Bad:

    format = 2

    [[events]]
    id = "shareSong"
    name = "Share Song"
    status = "idea"

    [[campaigns]]
    name = "Thank those who share"
    trigger = "shareSong"

Good:

    format = 2

    [[events]]
    id = "shareSong"
    name = "Share Song"
    status = "planned"

    [[campaigns]]
    name = "Thank those who share"
    trigger = "shareSong"
"""

from collections.abc import Mapping

from eventsmith.model import Campaign, Event
from eventsmith.rules._pointers import pointers
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Look at the trigger, at what calls the message off, and at the goal."""
    for place, event_id in pointers(campaign):
        event = events.get(event_id)
        if event is not None and event.status == "idea":
            name = event.name or event.id
            yield Finding(place, f"“{name}” is only an idea: plan it, or choose an event that is sent")
