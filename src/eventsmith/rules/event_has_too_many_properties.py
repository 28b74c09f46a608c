"""An event has more properties than the budget allows.

Each property costs a developer's time and a journey owner's attention, and hides the ones that matter. Keep those that
a campaign, a segment or an analysis needs.

Bad:

    [budget]
    properties = 2

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
    used_for = ["campaign"]

    [[events.properties]]
    name = "artist"
    used_for = ["segment"]

    [[events.properties]]
    name = "bitrate"

Good:

    [budget]
    properties = 2

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
    used_for = ["campaign"]

    [[events.properties]]
    name = "artist"
    used_for = ["segment"]
"""

from collections.abc import Sequence

from eventsmith.model import Campaign, Event
from eventsmith.rules._quoted_list import quoted_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule
from eventsmith.rules._unneeded_properties import unneeded


@rule("warning")
def check(users: Sequence[Campaign], event: Event, settings: Settings) -> Findings:
    """Name the first few properties for which no use is stated."""
    budget = settings.budget.properties
    if len(event.properties) <= budget:
        return
    cure = "keep those that a campaign, a segment or an analysis needs"
    numbers, _ = unneeded(users, event)
    if numbers:
        cure += f"; no use is stated for {quoted_list([event.properties[number].name for number in numbers])}"
    message = f"{len(event.properties)} properties exceed the budget of {budget}: {cure}"
    yield Finding(("properties",), message)
