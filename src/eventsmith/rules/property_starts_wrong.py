"""A property's name does not start with a lowercase letter or a number.

Platforms refuse such names, or file “SongName” and “songName” as two things. Then the condition in a campaign looks at
the one, and the app fills the other.

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

from eventsmith.model import Event, ListField
from eventsmith.rules._property_names import respell_fix, starts_right
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(prop: ListField, event: Event, settings: Settings) -> Findings:
    """Nothing for a name that is missing."""
    name = prop.name
    if name.strip() and not starts_right(name):
        what = "a space" if name[0].isspace() else f"“{name[0]}”"
        message = f"“{name}” starts with {what}: a property starts with a lowercase letter or a number"
        yield Finding(("name",), message, respell_fix(prop, event, settings))
