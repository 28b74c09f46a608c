"""A destination sends an event of that ID or name by itself.

GA4 counts page views and sessions whether code sends them or not. What code sends under the same name is dropped, or is
counted twice. Where the catalog only tells what the platform collects, it says so.

Bad:

    destinations = ["ga4"]

    [[events]]
    id = "session_start"
    name = "Start Session"
    source = "client"

Good:

    destinations = ["ga4"]

    [[events]]
    id = "session_start"
    name = "Start Session"
    source = "system"
"""

from eventsmith.destinations import all_of
from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Check all platforms at once. Skip events that, by their source, are not sent by code."""
    if event.source == "system":
        return
    sent = {"id": event.id, "name": event.name}
    places = [place for place in settings.destinations if sent[place.sends] in place.event.collected]
    if not places:
        return
    key = places[0].sends
    name = sent[key]
    ways = [place.by_hand[name] for place in places if name in place.by_hand]
    titles = all_of([place.title for place in places])
    collect = f"{titles} {'collect' if len(places) > 1 else 'collects'} “{name}” without code"
    cure = f"or, to send it yourself, first {all_of(ways)}" if ways else "or give an event of your own another ID"
    yield Finding((key,), f"{collect}: say so with the source “system”, {cure}", _FIX)


_FIX = set_at(("source",), "system", "set its source to “system”")
