"""The catalog has more events than its budget allows.

People know a short list by heart: they pick the right event, and developers get round to adding it. Keep the critical
points of the story: those that start a message, end a wait, feed a segment or are a goal.

Bad:

    [budget]
    events = 1

    [[events]]
    id = "playSong"
    name = "Play Song"
    used_for = ["segment"]

    [[events]]
    id = "scrollPage"
    name = "Scroll Page"

Good:

    [budget]
    events = 1

    [[events]]
    id = "playSong"
    name = "Play Song"
    used_for = ["segment"]
"""

from collections.abc import Iterator, Mapping

from eventsmith.model import Catalog, Event, with_fields
from eventsmith.rules._quoted_list import quoted_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_MOST_LOOKED_AT = 500
"""Unused events are named up to this many events: beyond it a few names are no help, and this runs at every edit."""


def each(event: Event) -> tuple[str]:
    """Return one key for all events, so that they are counted; ideas are not."""
    return ("",)


@rule("warning", counts=each)
def check(numbers: Mapping[str, int], catalog: Catalog, settings: Settings) -> Findings:
    """Name the first few events that no campaign and no stated use needs."""
    budget, count = settings.budget.events, numbers.get("", 0)
    if count <= budget:
        return
    cure = "keep only the critical ones, so that each is found and built sooner"
    message = f"{count} events exceed the budget of {budget}: {cure}"
    unused = list(_unused(catalog)) if count <= _MOST_LOOKED_AT else []
    if unused:
        message += f"; nothing uses {quoted_list(unused)}"
    yield Finding(("events",), message)


def _unused(catalog: Catalog) -> Iterator[str]:
    used = {event for campaign in catalog.campaigns for event in campaign.events()}
    for event in catalog.events:
        if event.status == "idea" or event.used_for or event.id in used or not (event.name or event.id):
            continue
        if not any(part.used_for for prop in event.properties for part in with_fields(prop)):
            yield event.name or event.id
