"""Two events have the same ID, or IDs that differ only in case or separators.

The ID is all that tells the platform which event code has sent. Two events with one ID become one, and IDs that differ
only in case are mixed up sooner or later. Give each event its own ID; variants of one event are better told apart by a
property.

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


@rule("error", compares=ids, about="identity")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Skip events with equal names, which another rule reports: a new name brings a new ID.

    Offer a fix where the name gives another ID. It is never safe, as campaigns may mean either event.
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
                f"“{twin.text}” is also the ID of {whose}: give each event its own, or merge them into one event with a"
                " property that tells them apart"
            )
        else:
            message = f"“{twin.text}” is too similar to “{owner.text}”, the ID of {whose}: give each event its own"
        yield Finding(("id",), message, _fix(twin, settings), of=number)


def _fix(twin: Twin[Event], settings: Settings) -> Fix | None:
    fix = new_id_fix(twin.thing, settings, twin.thing.name)
    return fix and Fix(fix.label, fix.make, safe=False)
