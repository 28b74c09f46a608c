"""An event's alias or former ID also belongs to another event.

Aliases and former IDs lead from an old name to today's event, in search and in reports. When two events claim the same
one, old data is counted for the wrong event, or for both. Only an alias may be shared by two events: the old event may
have been split in two.

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

from collections.abc import Iterable, Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def claims(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the event's ID, its aliases and its former IDs."""
    if event.id:
        yield same_key(event.id), Twin(event, ("id",), event.id)
    for number, alias in enumerate(event.aliases):
        if alias.strip():
            yield same_key(alias), Twin(event, ("aliases", number), alias)
    for number, former in enumerate(event.former_ids):
        if former.strip():
            yield same_key(former), Twin(event, ("former_ids", number), former)


@rule("warning", compares=claims, about="identity")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it at both. Two equal IDs have a rule of their own."""
    if all(twin.at == ("id",) for twin in twins):
        return
    among = _Others(twins)
    for number, twin in enumerate(twins):
        other = among.clashing_with(twin)
        if other is not None:
            yield Finding(twin.at, _message(twin, other), of=number)


class _Others:
    """The twins of one key, prepared for finding one that clashes with another, as there may be thousands."""

    def __init__(self, twins: Sequence[Twin[Event]]) -> None:
        claiming = [twin for twin in twins if not _is_retired(twin.thing)]
        former = [twin for twin in claiming if twin.at != ("id",)]
        of_named = [twin for twin in claiming if twin.at != ("id",) or not _is_named_as_its_id(twin.thing)]
        self._of_alias = [twin for twin in of_named if twin.at[0] != "aliases"]
        self._of_former_id = claiming
        self._of_id = former
        self._of_named_id = [twin for twin in former if twin.at[0] != "aliases"]
        self._found: dict[tuple[object, ...], list[Twin[Event]]] = {}
        """By all that `_clash` considers of a twin: the first two that clash with it, of different events."""

    def clashing_with(self, twin: Twin[Event]) -> Twin[Event] | None:
        """Return the first clashing twin of another event."""
        event = twin.thing
        if _is_retired(event):
            return None
        named = _is_named_as_its_id(event)
        kind = twin.at[0], event.id, event.status, event.replaced_by, named
        if kind not in self._found:
            if twin.at == ("id",):
                others = self._of_named_id if named else self._of_id
            else:
                others = self._of_alias if twin.at[0] == "aliases" else self._of_former_id
            self._found[kind] = _of_two_events(one for one in others if _clash(twin, one))
        return next((one for one in self._found[kind] if one.thing is not event), None)


def _is_retired(event: Event) -> bool:
    """Return whether an event is deprecated without a successor: any other may have taken over, so none clashes."""
    return event.status == "deprecated" and not event.replaced_by


def _of_two_events(twins: Iterable[Twin[Event]]) -> list[Twin[Event]]:
    found: list[Twin[Event]] = []
    for twin in twins:
        if not found:
            found.append(twin)
        elif twin.thing is not found[0].thing:
            return [*found, twin]
    return found


def _clash(one: Twin[Event], other: Twin[Event]) -> bool:
    """Return whether two twins of different events cannot both have the key."""
    for new, old in ((one, other), (other, one)):
        if old.thing.status == "deprecated" and old.thing.replaced_by in ("", new.thing.id):
            # The new one has taken over, and keeps the old name or ID for those who know it by that.
            return False
        if new.at[0] == old.at[0] == "aliases":
            # An old event may have been split in two.
            return False
        if new.at[0] == "aliases" and old.at == ("id",) and _is_named_as_its_id(old.thing):
            # The alias is also the other event's name, which another rule reports.
            return False
    return True


def _is_named_as_its_id(event: Event) -> bool:
    return same_key(event.name) == same_key(event.id)


def _message(twin: Twin[Event], other: Twin[Event]) -> str:
    name = other.thing.name or other.thing.id
    if twin.at == ("id",):
        had = "is an alias of" if other.at[0] == "aliases" else "was once the ID of"
        return f"“{twin.text}” {had} “{name}”: choose another ID, so that old data is not counted for this event"
    what = "alias" if twin.at[0] == "aliases" else "former ID"
    if other.at == ("id",):
        return f"The {what} “{twin.text}” is the ID of another event, “{name}”: remove it here"
    theirs = "an alias" if other.at[0] == "aliases" else "a former ID"
    return f"The {what} “{twin.text}” is also {theirs} of “{name}”: keep it for only one of the two"
