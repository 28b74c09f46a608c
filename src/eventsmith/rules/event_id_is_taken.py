"""Two events have the same ID, but perhaps for case or separators.

Code sends the ID, and nothing else tells the platform which event it was. Two events with one ID become one, and
IDs that differ in case only are mixed up sooner or later.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events]]
    id = "playsong"
    name = "Start Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events]]
    id = "startSong"
    name = "Start Song"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._event_names import new_id_fix
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, Twin, rule


def ids(event: Event) -> Iterator[tuple[str, Twin]]:
    """The event's ID."""
    if event.id.strip():
        yield same_key(event.id), Twin(event, ("id",), event.id)


@rule("error", compares=ids)
def check(twins: Sequence[Twin], settings: Settings) -> Findings:
    """Events whose names are the same too are left to the rule about names: their IDs follow.

    The fix is offered for those whose name gives another ID; never safe, as campaigns may mean the one or the other.
    """
    called = [same_key(twin.event.name) for twin in twins]
    for number, twin in enumerate(twins):
        other = next((n for n in range(len(twins)) if n != number and called[n] != called[number]), None)
        if other is None:
            continue
        owner = twins[other]
        if twin.text == owner.text:
            message = f"“{owner.event.name}” has the ID “{twin.text}” too: give each event its own"
        else:
            message = f"“{twin.text}” is too like “{owner.text}”, the ID of “{owner.event.name}”: give each its own"
        yield Finding(("id",), message, _fix(twin, settings), of=number)


def _fix(twin: Twin, settings: Settings) -> Fix | None:
    fix = new_id_fix(twin.event, settings, twin.event.name)
    return fix and Fix(fix.label, fix.make, safe=False)
