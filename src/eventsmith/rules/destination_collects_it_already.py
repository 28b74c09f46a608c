"""A destination already collects an event of this ID or name by itself.

GA4, for one, counts page views and sessions whether or not code sends them. An event that code sends under the same
name is dropped, or counted twice. If the catalog only describes what the platform collects, say so with the source
“system”.

Bad:

    destinations = ["ga4"]

    [[events]]
    id = "session_start"
    name = "Start Session"
    source = "client"

Good:

    format = 2
    destinations = ["ga4"]

    [[events]]
    id = "session_start"
    name = "Start Session"
    source = "platform"
"""

from eventsmith.destinations import all_of
from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Check all platforms at once. Skip events that, by their source, are not sent by code."""
    if event.source in ("system", "platform"):
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
    yield Finding((key,), f"{collect}: say so with the source “platform”, {cure}", _FIX)


_FIX = set_at(("source",), "platform", "set its source to “platform”")
