"""A deprecated event names no successor, though another event clearly replaces it.

“Deprecated” alone tells people only what not to use. With the successor's ID they know what to use instead, and
campaigns can be moved over at a single key press.

Bad:

    [[events]]
    id = "songStarted"
    name = "Song Started"
    status = "deprecated"

    [[events]]
    id = "playSong"
    name = "Play Song"
    status = "live"
    former_ids = ["songStarted"]

Good:

    [[events]]
    id = "songStarted"
    name = "Song Started"
    status = "deprecated"
    replaced_by = "playSong"

    [[events]]
    id = "playSong"
    name = "Play Song"
    status = "live"
    former_ids = ["songStarted"]
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule, set_at


def once_called(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the former names and IDs of an event or, if it is deprecated, the current ones."""
    if event.status == "deprecated":
        if not event.replaced_by:
            for key in {same_key(text): None for text in (event.name, event.id) if text.strip()}:
                yield key, Twin(event, ("replaced_by",), key)
    elif event.aliases or event.former_ids:
        for number, key in enumerate(_former(event)):
            yield key, Twin(event, ("aliases", number), key)


@rule("hint", compares=once_called)
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it only where one event can be meant, and once, even if that event had both its name and its ID."""
    there = [twin.thing for twin in twins if twin.at != ("replaced_by",)]
    if len(there) != 1 or not there[0].id:
        return
    successor = there[0]
    for number, twin in enumerate(twins):
        event = twin.thing
        if event is successor or event.id == successor.id:
            continue
        by_name = same_key(event.name)
        if twin.text != by_name and by_name in _former(successor):
            continue
        fix = replace(set_at(("replaced_by",), successor.id, f"replaced by “{successor.id}”"), safe=False)
        message = f"“{event.name or event.id}” is deprecated, and “{successor.name or successor.id}” once had that name"
        yield Finding(("replaced_by",), f"{message}: make it the successor", fix, of=number)


def _former_keys(event: Event) -> dict[str, None]:
    return {same_key(text): None for text in (*event.aliases, *event.former_ids) if text.strip()}


_former = IdentityCache(_former_keys)
