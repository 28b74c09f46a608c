"""Nothing uses an event: no campaign, no segment, no analysis.

An event earns its place by what it does: it starts a message, ends a wait, feeds a segment or measures a goal. One that
does none of this still costs: it is built, tested and sent, and makes every menu longer.

Bad:

    [[events]]
    id = "openMenu"
    name = "Open Menu"

Good:

    [[events]]
    id = "openMenu"
    name = "Open Menu"
    used_for = ["analytics"]
"""

from collections.abc import Sequence

from eventsmith.model import Campaign, Event, with_fields
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(users: Sequence[Campaign], event: Event, settings: Settings) -> Findings:
    """Skip events without a name, which are still being written, and deprecated ones."""
    if users or not event.name or event.status == "deprecated" or event.used_for or any(_needed(event)):
        return
    yield Finding((), f"Nothing uses “{event.name}” yet: give it a campaign, say what it is needed for, or remove it")


def _needed(event: Event) -> list[bool]:
    return [bool(part.used_for) for prop in event.properties for part in with_fields(prop)]
