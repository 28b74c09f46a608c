"""A property's name does not start with a lowercase letter or a number.

Platforms refuse such names, or take “SongName” and “songName” for two properties. A campaign's condition then looks at
one of them while the app fills the other.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "SongName"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

from collections.abc import Iterable

from eventsmith.model import Event, PropertyField
from eventsmith.rules._property_names import FAULTS, respell_fix
from eventsmith.rules._rule import Finding, Settings, rule


@rule("error")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Skip missing names."""
    if FAULTS[prop.name] != "start":
        return ()
    what = "a space" if prop.name[0].isspace() else f"“{prop.name[0]}”"
    message = f"“{prop.name}” starts with {what}: a property must start with a lowercase letter or a number"
    return (Finding(("name",), message, respell_fix(prop, event, settings)),)
