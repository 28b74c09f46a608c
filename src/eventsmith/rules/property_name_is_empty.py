"""A property has no name.

Developers fill in a property by its name, and people filter by it. Without a name it cannot be sent.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = ""

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

from collections.abc import Iterable

from eventsmith.model import Event, PropertyField
from eventsmith.rules._property_names import FAULTS
from eventsmith.rules._rule import Finding, Settings, rule

_EXAMPLES = {"camel": "songName", "snake": "song_name"}


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Treat spaces alone as no name."""
    if FAULTS[prop.name] != "missing":
        return ()
    example = _EXAMPLES[settings.naming.property_case]
    return (Finding(("name",), f"Name the property, for example “{example}”, or remove it"),)
