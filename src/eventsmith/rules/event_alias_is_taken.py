"""An alias or a former ID of an event belongs to another event as well.

Aliases and former IDs lead from an old name to the event of today, in search and in reports. When two events claim the
same one, old data is counted for the wrong event, or for both.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"
    former_ids = ["startSong"]

    [[events]]
    id = "startSong"
    name = "Start Song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"
    former_ids = ["startSong"]

    [[events]]
    id = "beginSong"
    name = "Start Song"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def claims(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """The event's ID, and what it was called before or is called elsewhere."""
    if event.id:
        yield same_key(event.id), Twin(event, ("id",), event.id)
    for number, alias in enumerate(event.aliases):
        if alias.strip():
            yield same_key(alias), Twin(event, ("aliases", number), alias)
    for number, former in enumerate(event.former_ids):
        if former.strip():
            yield same_key(former), Twin(event, ("former_ids", number), former)


@rule("warning", compares=claims)
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Told at both. Two IDs that are the same are for another rule to tell."""
    former = [twin for twin in twins if twin.at != ("id",)]
    if not former:
        return
    for number, twin in enumerate(twins):
        others = former if twin.at == ("id",) else twins
        other = next((one for one in others if _clash(twin, one)), None)
        if other is not None:
            yield Finding(twin.at, _message(twin, other), of=number)


def _clash(one: Twin[Event], other: Twin[Event]) -> bool:
    if one.thing is other.thing:
        return False
    for new, old in ((one, other), (other, one)):
        if old.thing.status == "deprecated" and old.thing.replaced_by in ("", new.thing.id):
            # It has taken over, and keeps the name or ID for those who know it by that.
            return False
        if new.at[0] == "aliases" and old.at == ("id",) and same_key(old.thing.name) == same_key(old.thing.id):
            # The alias is the name of the other as well: another rule's.
            return False
    return True


def _message(twin: Twin[Event], other: Twin[Event]) -> str:
    name = other.thing.name or other.thing.id
    if twin.at == ("id",):
        had = "is an alias of" if other.at[0] == "aliases" else "was the ID of"
        return (
            f"“{twin.text}” {had} “{name}”: take another ID, so that the data of before is not counted for this event"
        )
    what = "alias" if twin.at[0] == "aliases" else "former ID"
    if other.at == ("id",):
        return f"The {what} “{twin.text}” is the ID of another event, “{name}”: take it out"
    theirs = "an alias" if other.at[0] == "aliases" else "a former ID"
    return f"The {what} “{twin.text}” is {theirs} of “{name}” too: leave it to one of the two"
