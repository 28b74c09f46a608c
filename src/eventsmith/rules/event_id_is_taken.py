"""Two events have the same ID, or IDs that differ only in case or separators.

Code sends the ID, and nothing else tells the platform which event it was. Two events with one ID become one, and IDs
that differ only in case are mixed up sooner or later.

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


def ids(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the event's ID."""
    if event.id.strip():
        yield same_key(event.id), Twin(event, ("id",), event.id)


@rule("error", compares=ids)
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Skip events whose names are equal too, which have a rule of their own: their IDs follow.

    Offer a fix to those whose name gives another ID; it is never safe, as campaigns may mean either event.
    """
    called: dict[str, Twin[Event]] = {}
    for twin in twins:
        called.setdefault(same_key(twin.thing.name), twin)
    for number, twin in enumerate(twins):
        own = same_key(twin.thing.name)
        owner = next((other for name, other in called.items() if name != own), None)
        if owner is None:
            continue
        whose = f"“{owner.thing.name}”" if owner.thing.name.strip() else "an event without a name"
        if twin.text == owner.text:
            message = (
                f"“{twin.text}” is the ID of {whose} too: give each event its own, or make one event of them, with a"
                " property that tells them apart"
            )
        else:
            message = f"“{twin.text}” is too like “{owner.text}”, the ID of {whose}: give each its own"
        yield Finding(("id",), message, _fix(twin, settings), of=number)


def _fix(twin: Twin[Event], settings: Settings) -> Fix | None:
    fix = new_id_fix(twin.thing, settings, twin.thing.name)
    return fix and Fix(fix.label, fix.make, safe=False)
