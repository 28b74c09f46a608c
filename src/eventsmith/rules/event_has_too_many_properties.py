"""An event has more properties than the budget allows.

Each property costs a developer's time and a journey owner's attention. Keep those that a campaign, a segment or an
analysis needs; the others hide them.

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

from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_NAMED = 5


@rule("warning")
def check(event: Event, settings: Settings) -> Findings:
    """Names the first few that nothing is said to need."""
    budget = settings.budget.properties
    if len(event.properties) <= budget:
        return
    unused = [prop.name for prop in event.properties if not prop.used_for and prop.name][:_NAMED]
    cure = "keep those that a campaign, a segment or an analysis needs"
    if unused:
        cure += "; nothing is said to need " + ", ".join(f"“{name}”" for name in unused)
    message = f"{len(event.properties)} properties are more than the budget of {budget}: {cure}"
    yield Finding(("properties",), message)
