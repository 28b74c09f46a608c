"""An event has no ID.

The ID is what developers put into the tracking call. Without it nothing is sent, and no campaign can start.

Bad:

    [[events]]
    id = ""
    name = "Play Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Event
from eventsmith.rules._event_names import new_id_fix
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error", about="identity")
def check(event: Event, settings: Settings) -> Findings:
    """Skip events whose name is missing as well: the ID follows the name."""
    if not event.id.strip() and event.name.strip():
        fix = new_id_fix(event, settings, event.name)
        cure = "derive one from the name" if fix else "type one in letters and digits, such as “playSong”"
        yield Finding(("id",), f"“{event.name}” has no ID for developers to send: {cure}", fix)
