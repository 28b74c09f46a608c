"""A rule is ignored where it finds nothing.

The reason was good when somebody wrote it. Since then the problem has been fixed, or the rule has become more exact.
The entry would only hide the next mistake of that kind, which nobody has looked at: remove it.

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
from eventsmith.model import Campaign, Catalog, Event, Place, PropertyField
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule


@rule("hint")
def check(
    silenced: AbstractSet[str], thing: Catalog | Event | PropertyField | Campaign, settings: Settings
) -> Findings:
    """Offer an unsafe fix: it removes a reason that somebody wrote."""
    for name, reason in thing.ignore.items():
        if reason.strip() and name not in silenced:
            message = f"“{name}” finds nothing here any more: stop ignoring it"
            yield Finding(("ignore", name), message, _take_out(name))


def _take_out(name: str) -> Fix:
    def make(catalog: Catalog, thing: Place) -> Remove:
        return Remove((*thing, "ignore", name))

    return Fix(f"stop ignoring “{name}”", make, safe=False)
