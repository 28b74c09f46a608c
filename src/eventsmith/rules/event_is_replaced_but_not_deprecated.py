"""An event has a successor but is not marked as deprecated.

Anybody who sees it in a menu thinks it is there to stay. Once it is marked as deprecated, people see that a better one
has taken over, and every campaign that still relies on the old one is reported.

Bad:

    [[events]]
    id = "startSong"
    name = "Start Song"
    status = "live"
    replaced_by = "playSong"

    [[events]]
    id = "playSong"
    name = "Play Song"
    status = "live"

Good:

    [[events]]
    id = "startSong"
    name = "Start Song"
    status = "deprecated"
    replaced_by = "playSong"

    [[events]]
    id = "playSong"
    name = "Play Song"
    status = "live"
"""

from dataclasses import replace

from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("hint")
def check(event: Event, settings: Settings) -> Findings:
    """Offer an unsafe fix: the successor may not be built yet."""
    if event.replaced_by and event.status != "deprecated":
        fix = replace(set_at(("status",), "deprecated", "mark it as deprecated"), safe=False)
        message = f"“{event.name or event.id}” is replaced by “{event.replaced_by}” but not marked as deprecated"
        yield Finding(("status",), f"{message}: mark it, or remove the successor", fix)
