"""Nothing uses a property: no campaign, no segment, no analysis.

Each property has to be built, tested and kept correct, and makes it harder to find the ones that people need. Keep
those that something needs, and say what that is.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "genre"
    used_for = ["segment"]

    [[events.properties]]
    name = "volume"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "genre"
    used_for = ["segment"]
"""

from collections.abc import Iterable, Sequence

from eventsmith.model import Campaign, Event
from eventsmith.rules._rule import Finding, Settings, rule
from eventsmith.rules._unneeded_properties import unneeded


@rule("hint")
def check(users: Sequence[Campaign], event: Event, settings: Settings) -> Iterable[Finding]:
    """Skip events that nothing uses: there, the event itself is what is unused."""
    numbers, others_needed = unneeded(users, event)
    if not numbers or event.status == "deprecated" or not (users or event.used_for or others_needed):
        return ()
    cure = "say what it is needed for, or remove it"
    return [
        Finding(("properties", number, "used_for"), f"No use is stated for “{event.properties[number].name}”: {cure}")
        for number in numbers
    ]
