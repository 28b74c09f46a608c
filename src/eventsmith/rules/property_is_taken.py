"""Two properties of an event have the same name, or names that differ only in case or separators.

“songName” and “song_name” hold the same fact twice, or half of it each. Whoever filters by one of them misses what is
in the other, and some platforms refuse the pair. Keep one of them.

Bad:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"

    [[events.properties]]
    name = "song_name"

Good:

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[events.properties]]
    name = "songName"
"""

from collections.abc import Iterable, Iterator, Sequence

from eventsmith.model import Event, Place, PropertyField, fields_in
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Settings, rule


@rule("error")
def check(event: Event, settings: Settings) -> Iterable[Finding]:
    """Compare the properties of the event, and the fields of each list and object; report both."""
    found = [*_duplicates_in(event.properties, ("properties",))]
    for number, prop in enumerate(event.properties):
        if prop.fields:
            found += _duplicates_in(prop.fields, ("properties", number, "fields"))
            for place, field in fields_in(prop):
                found += _duplicates_in(field.fields, ("properties", number, *place, "fields"))
    return found


def _duplicates_in(props: Sequence[PropertyField], here: Place) -> Iterable[Finding]:
    keys = [same_key(prop.name) for prop in props]
    return () if len(set(keys)) == len(keys) else _tell(props, keys, here)


def _tell(props: Sequence[PropertyField], keys: Sequence[str], here: Place) -> Iterator[Finding]:
    twins: dict[str, list[int]] = {}
    for number, key in enumerate(keys):
        twins.setdefault(key, []).append(number)
    for number, (prop, key) in enumerate(zip(props, keys, strict=True)):
        if prop.name.strip() and len(twins[key]) > 1:
            twin = twins[key][twins[key][0] == number]
            other_name = props[twin].name
            if other_name == prop.name:
                message = (
                    f"“{prop.name}” appears here more than once: keep one, or name the others after what they hold"
                )
            else:
                message = f"“{prop.name}” and “{other_name}” read the same: keep one, or name each after what it holds"
            yield Finding((*here, number, "name"), message)
