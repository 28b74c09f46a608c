"""An event or a property ignores a rule that does not exist.

Somebody wanted to silence a finding and gave a reason for it. With a name that no rule has nothing is silenced, and the
reason stands beside nothing.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [events.ignore]
    event-name-break-form = "The team says it so"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [events.ignore]
    event-name-breaks-form = "The team says it so"
"""

from eventsmith.model import Event
from eventsmith.rules._ignored import unknown_in
from eventsmith.rules._rule import Findings, Settings, rule


@rule("warning")
def check(event: Event, settings: Settings) -> Findings:
    """Of the event, its properties and the fields of its lists."""
    if event.ignore:
        yield from unknown_in(event.ignore)
    for number, prop in enumerate(event.properties):
        if prop.ignore:
            yield from unknown_in(prop.ignore, ("properties", number))
        for index, field in enumerate(prop.fields):
            if field.ignore:
                yield from unknown_in(field.ignore, ("properties", number, "fields", index))
