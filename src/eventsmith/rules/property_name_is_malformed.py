"""A property's name contains other characters than letters, digits and underscores.

The name is used in program code, in exports and in the templates of messages. A hyphen or another sign means something
else there, and the message goes out with a gap. Spaces and dots between words are fine here, unless a destination
refuses them.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "song-name"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

from collections.abc import Iterable

from eventsmith.model import Event, PropertyField
from eventsmith.rules._property_names import FAULTS, odd_characters, respell_fix
from eventsmith.rules._rule import Finding, Settings, rule


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Skip names with a wrong start, which the same fix cures. Accept letters of all scripts.

    Spaces and dots are reported by the platforms that refuse them.
    """
    if FAULTS[prop.name] != "character":
        return ()
    what = ", ".join("a space" if c.isspace() else f"“{c}”" for c in odd_characters(prop.name))
    message = f"“{prop.name}” contains {what}: use only letters, digits and “_”"
    return (Finding(("name",), message, respell_fix(prop, event, settings)),)
