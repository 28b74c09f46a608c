"""An event says nowhere why it matters, or a property what its value means.

Off unless a catalog turns it on under `[severity]`: a name often says enough. Teams that publish their plan to others
want a sentence everywhere.

Bad:

    format = 2

    [severity]
    description-is-missing = "hint"

    [[events]]
    id = "playSong"
    name = "Play Song"

Good:

    format = 2

    [severity]
    description-is-missing = "hint"

    [[events]]
    id = "playSong"
    name = "Play Song"
    description = "Tells what a listener likes"
"""

from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint", by_default=False)
def check(event: Event, settings: Settings) -> Findings:
    """Look at an event and its properties. Skip what has no name yet, and deprecated events."""
    if not event.name.strip() or event.status == "deprecated":
        return
    if not event.description.strip():
        yield Finding(("description",), f"Say in a sentence why “{event.name}” matters")
    for number, prop in enumerate(event.properties):
        if prop.name and not prop.description.strip():
            yield Finding(("properties", number, "description"), f"Say in a sentence what “{prop.name}” means")
