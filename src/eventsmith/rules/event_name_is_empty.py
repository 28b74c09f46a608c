"""An event has no name.

The name is what people read when they choose an event for a campaign or a segment. An event without one cannot be
chosen, and nobody knows what it stands for.

Bad:

    [[events]]
    id = "playSong"
    name = ""

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.ground.labels import FORMS
from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error", about="identity")
def check(event: Event, settings: Settings) -> Findings:
    """Treat spaces alone as no name."""
    if not event.name.strip():
        yield Finding(("name",), f"Name what the customer does, for example “{FORMS[settings.form]}”")
