"""The catalog has no events.

A catalog is a list of what customers do. Until it has its first event, there is nothing to send and nothing to respond
to.

Bad:

    name = "Tunewave"

Good:

    name = "Tunewave"

    [[events]]
    id = "playSong"
    name = "Play Song"
"""

from eventsmith.model import Catalog
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Report a hint only, as every catalog starts empty."""
    if not catalog.events:
        yield Finding(("events",), "There are no events yet: pick some from a preset, or add your own")
