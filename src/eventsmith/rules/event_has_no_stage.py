"""An event is in no stage of the journey.

Stages tell the story: what comes first, what follows, and where customers get lost. Anybody who follows the story
overlooks an event outside it. Put the event into a stage.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
    stage = "engagement"
"""

from eventsmith.model import Event
from eventsmith.rules._quoted_list import plain_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Skip catalogs without stages, events without a name, and deprecated events."""
    if not event.stage and settings.stages and event.name.strip() and event.status != "deprecated":
        stages = plain_list(settings.stages)
        yield Finding(("stage",), f"“{event.name}” is in no stage of the journey: choose one of {stages}")
