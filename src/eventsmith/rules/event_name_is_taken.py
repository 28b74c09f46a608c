"""Two events have the same name, but perhaps for case, separators or look-alike letters.

In a menu the two cannot be told apart, so one campaign listens to the first and the next one to the second. A name that
another event has as an alias is as bad: the search finds both.

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

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def names(event: Event) -> Iterator[tuple[str, Twin]]:
    """The event's name and its aliases."""
    if event.name.strip():
        yield same_key(event.name), Twin(event, ("name",), event.name)
    for number, alias in enumerate(event.aliases):
        if alias.strip():
            yield same_key(alias), Twin(event, ("aliases", number), alias)


@rule("error", compares=names)
def check(twins: Sequence[Twin], settings: Settings) -> Findings:
    """Told at each of the two, so that it stands under the field that one types in. Two aliases may be the same."""
    called = [twin for twin in twins if twin.at == ("name",)]
    if not called:
        return
    for number, twin in enumerate(twins):
        other = next((one for one in called if one.event is not twin.event), None)
        if other is None and twin.at == ("name",):
            other = next((one for one in twins if one.event is not twin.event), None)
        if other is not None:
            yield Finding(twin.at, _message(twin, other), of=number)


def _message(twin: Twin, other: Twin) -> str:
    if twin.at != ("name",):
        return f"The alias “{twin.text}” is the name of another event, “{other.text}”: take it out, or rename that"
    if other.at != ("name",):
        return f"“{twin.text}” is an alias of “{other.event.name}”: choose another name, or take the alias out there"
    if twin.text == other.text:
        return f"Another event is called “{other.text}” too: give each its own name"
    return f"“{twin.text}” reads the same as another event, “{other.text}”: give each its own name"
