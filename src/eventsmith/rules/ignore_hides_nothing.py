"""A rule is ignored that finds nothing there.

The reason was good when somebody wrote it. Since then the thing has been put right, or the rule has become more exact.
What is left would hide the next mistake of that kind, which nobody has looked at.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"
    when = "Playback passes 30 seconds"

    [events.ignore]
    event-name-breaks-form = "It was “Song Played” for years"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
    when = "Playback passes 30 seconds"
"""

from collections.abc import Set as AbstractSet

from eventsmith.edits import Remove
from eventsmith.model import Campaign, Catalog, Event, ListField, Place
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule


@rule("hint")
def check(hidden: AbstractSet[str], thing: Catalog | Event | ListField | Campaign, settings: Settings) -> Findings:
    """Offer an unsafe fix: it removes a reason that somebody wrote."""
    for name, reason in thing.ignore.items():
        if reason.strip() and name not in hidden:
            message = f"“{name}” finds nothing here any more: take it out of what is ignored"
            yield Finding(("ignore", name), message, _take_out(name))


def _take_out(name: str) -> Fix:
    def make(catalog: Catalog, thing: Place) -> Remove:
        return Remove((*thing, "ignore", name))

    return Fix(f"stop ignoring “{name}”", make, safe=False)
