"""A property has no name.

The name is what developers fill and what people filter by. A property without one cannot be sent.

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

from eventsmith.model import Event, ListField
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_EXAMPLES = {"camel": "songName", "snake": "song_name"}


@rule("error")
def check(prop: ListField, event: Event, settings: Settings) -> Findings:
    """Spaces alone are no name."""
    if not prop.name.strip():
        example = _EXAMPLES[settings.naming.property_case]
        yield Finding(("name",), f"Name the property, for example “{example}”, or take it out")
