"""A property's name has other characters than letters, digits and underscores.

The name stands in program code, in exports and in the templates of messages. A space or a hyphen in it means something
else there, and the message goes out with a gap.

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

from eventsmith.model import Event, ListField
from eventsmith.rules._property_names import odd_characters, respell_fix, starts_right
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(prop: ListField, event: Event, settings: Settings) -> Findings:
    """Nothing for a name that starts wrong: one cure serves both. Letters of all scripts are letters."""
    if not starts_right(prop.name):
        return
    odd = odd_characters(prop.name)
    if odd:
        what = ", ".join("a space" if c.isspace() else f"“{c}”" for c in odd)
        message = f"“{prop.name}” holds {what}: a property has only letters, digits and “_”"
        yield Finding(("name",), message, respell_fix(prop, event, settings))
