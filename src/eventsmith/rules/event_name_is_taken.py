"""Two events have the same name, or names that differ only in case, separators or look-alike letters.

In a menu nobody can tell the two apart, so one campaign listens to the first and the next one to the second. A name
that another event has as an alias is as bad: a search finds both. Give each event its own name.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events]]
    id = "startSong"
    name = "Play song"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events]]
    id = "startSong"
    name = "Start Song"
"""

from collections.abc import Iterator, Sequence
from itertools import islice

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def names(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the event's name and its aliases."""
    if event.name.strip():
        yield same_key(event.name), Twin(event, ("name",), event.name)
    for number, alias in enumerate(event.aliases):
        if alias.strip():
            yield same_key(alias), Twin(event, ("aliases", number), alias)


@rule("error", compares=names, about="identity")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it at both, so that it shows under the field being typed in. Two aliases have their own rule."""
    called = [twin for twin in twins if twin.at == ("name",)]
    if not called:
        return
    staying = [one for one in called if one.thing.status != "deprecated" or one.thing.replaced_by]
    others_of: dict[str, list[Twin[Event]]] = {}
    """By the ID of an event with the alias: the first two events of that name that do not give way to it."""
    # Of two names, one is another event's; with only one name, all aliases are searched, once.
    of_name = called[:2] if len(called) > 1 else twins
    for number, twin in enumerate(twins):
        own = twin.thing.id
        if twin.at != ("name",) and own not in others_of:
            others_of[own] = list(islice((one for one in staying if not _gives_way(one, own)), 2))
        others = of_name if twin.at == ("name",) else others_of[own]
        other = next((one for one in others if one.thing is not twin.thing and not _takes_over(twin, one)), None)
        if other is not None:
            yield Finding(twin.at, _message(twin, other), of=number)


def _gives_way(name: Twin[Event], to: str) -> bool:
    return name.thing.status == "deprecated" and name.thing.replaced_by in ("", to)


def _takes_over(one: Twin[Event], other: Twin[Event]) -> bool:
    """Return whether one event is deprecated, and the other keeps its name as an alias for those who search for it."""
    for old, new in ((one, other), (other, one)):
        if old.at == ("name",) and new.at != ("name",) and old.thing.status == "deprecated":
            return old.thing.replaced_by in ("", new.thing.id)
    return False


def _message(twin: Twin[Event], other: Twin[Event]) -> str:
    if twin.at != ("name",):
        message = f"The alias “{twin.text}” is the name of another event, “{other.text}”"
        return f"{message}: remove the alias, or rename that event"
    if other.at != ("name",):
        return f"“{twin.text}” is also an alias of “{other.thing.name}”: choose another name, or remove the alias there"
    if twin.text == other.text:
        return f"Another event is also called “{other.text}”: give each its own name"
    return f"“{twin.text}” reads the same as another event, “{other.text}”: give each its own name"
