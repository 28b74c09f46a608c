"""A property has another type, unit or spelling in another event.

Everybody who reads the list takes one name for one thing. If a price is a whole number here and has decimals there, or
a length is in seconds here and in minutes there, one condition for both is wrong for one of them, and a platform that
keeps the first type it sees refuses the other. Choose one for all events.

Bad:

    [[events]]
    id = "viewItem"
    name = "View Item"

    [[events.properties]]
    name = "price"
    type = "decimal"

    [[events]]
    id = "buyItem"
    name = "Buy Item"

    [[events.properties]]
    name = "price"
    type = "integer"

Good:

    [[events]]
    id = "viewItem"
    name = "View Item"

    [[events.properties]]
    name = "price"
    type = "decimal"

    [[events]]
    id = "buyItem"
    name = "Buy Item"

    [[events.properties]]
    name = "price"
    type = "decimal"
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

from eventsmith.edits import rename_property
from eventsmith.model import Event, Place, PropertyField, fields_in
from eventsmith.naming import in_case, same_key
from eventsmith.rules._inferred_types import inferred_type
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._property_names import is_well_formed, words_of
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, Text, Twin, rule
from eventsmith.rules._values import type_in_words
from eventsmith.rules._word_set import word_set

# Names that say so little that the same name may mean two things.
_TOO_GENERAL = word_set(
    """
    answer code content count data from index item items key level limit number order period position rank
    result score size source target term to type value version
    """
)
_KEYS = NameCache(same_key)
Shape = tuple[str, str, str]
"""Name, type, unit."""


def shapes(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield name, type and unit of all properties and fields, with the type that a text should have."""
    for number, prop in enumerate(event.properties):
        if prop.name:
            yield _KEYS[prop.name], Twin(event, ("properties", number), _shape(prop))
        if prop.fields:
            for place, field in fields_in(prop):
                if field.name:
                    yield _KEYS[field.name], Twin(event, ("properties", number, *place), _shape(field))


def _shape(prop: PropertyField) -> str:
    kind: str = prop.type
    if kind == "string":
        kind = inferred_type(prop) or kind
    return f"{prop.name}\t{kind}\t{prop.unit}"


@rule("warning", compares=shapes)
def check(texts: Sequence[Text], settings: Settings) -> Findings:
    """Report the less frequent variants, or all where none prevails."""
    read: list[Shape] = []
    for text in texts:
        name, kind, unit = text.text.rsplit("\t", 2)
        read.append((name, kind, unit))
    if not _is_too_general(read[0][0]):
        yield from _differing(texts, [kind for _, kind, _ in read], "type", partial(_of_type, read))
        yield from _differing(texts, [unit for _, _, unit in read], "unit", partial(_of_unit, read))
    case = settings.naming.property_case
    # Names that are the same in the catalog's case only need that case, which another rule reports.
    spelled = [in_case(name, case) if is_well_formed(name) else "" for name, _, _ in read]
    first = {kind: index for index, kind in reversed([*enumerate(spelled)])}
    yield from _differing(texts, spelled, "name", partial(_of_name, read, first))


def _differing(
    texts: Sequence[Text], kinds: Sequence[str], key: str, tell: Callable[[int, str], tuple[str, Fix | None]]
) -> Iterator[Finding]:
    """Yield a finding for each text that is not of the prevailing kind, ignoring empty kinds."""
    numbers: dict[str, int] = {}
    for text, kind in zip(texts, kinds, strict=True):
        if kind:
            numbers[kind] = numbers.get(kind, 0) + text.number
    if len(numbers) < 2:
        return
    usual, most = max(numbers.items(), key=lambda item: item[1])
    one_only = list(numbers.values()).count(most) == 1
    for index, kind in enumerate(kinds):
        if not kind or (kind == usual and one_only):
            continue
        other = usual if kind != usual else next(one for one in numbers if one != kind)
        message, fix = tell(index, other)
        place: Place = (key,)
        yield Finding(place, message, fix, of=index)


def _is_too_general(name: str) -> bool:
    words = words_of(name)
    return bool(words) and words[-1] in _TOO_GENERAL and len(words) < 2


def _of_type(read: Sequence[Shape], index: int, other: str) -> tuple[str, None]:
    name, kind, _ = read[index]
    here, elsewhere = type_in_words(kind), type_in_words(other)
    return f"“{name}” is {here} here and {elsewhere} elsewhere: choose one type, or another name for it", None


def _of_unit(read: Sequence[Shape], index: int, other: str) -> tuple[str, None]:
    name, _, unit = read[index]
    return f"“{name}” is in “{unit}” here and in “{other}” elsewhere: choose one unit, or another name for it", None


def _of_name(read: Sequence[Shape], first: Mapping[str, int], index: int, other: str) -> tuple[str, Fix | None]:
    """Return the message, and a fix unless two spellings are equally frequent: unsafe, as code may send the name."""
    name = read[index][0]
    better = read[first[other]][0]
    message = f"“{name}” is spelled “{better}” elsewhere: choose one spelling"
    if first[other] > index:
        return message, None
    return message, Fix(f"rename to “{better}”", partial(rename_property, name=better), safe=False)
