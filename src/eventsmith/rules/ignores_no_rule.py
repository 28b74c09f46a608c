"""An ignored rule does not exist.

Somebody wanted to silence an issue and gave a reason for it. As no rule has that name, nothing is silenced. Correct the
name, or remove the entry.

Bad:

    [ignore]
    Too-Many-Events = "We are a large team"

    [[events]]
    id = "playSong"
    name = "Play Song"

    [events.ignore]
    event-name-break-form = "The team says it so"

Good:

    [ignore]
    too-many-events = "We are a large team"

    [[events]]
    id = "playSong"
    name = "Play Song"

    [events.ignore]
    event-name-breaks-form = "The team says it so"
"""

from eventsmith.model import Campaign, Catalog, Event, PropertyField
from eventsmith.rules._known_rules import unknown_rules
from eventsmith.rules._rule import Findings, Settings, rule


@rule("warning")
def check(thing: Catalog | Event | PropertyField | Campaign, settings: Settings) -> Findings:
    """Suggest the rule with the nearest name."""
    return unknown_rules("ignore", thing.ignore, "ignore") if thing.ignore else ()
