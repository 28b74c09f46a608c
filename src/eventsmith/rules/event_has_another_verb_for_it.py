"""Two events use different words that may mean the same action.

“Delete Item” and “Remove Item” may be two actions. More often two teams wrote down the same one, and each campaign then
reaches only half of the customers. Keep one name for one action.

Bad:

    [[events]]
    id = "deleteItem"
    name = "Delete Item"

    [[events]]
    id = "removeItem"
    name = "Remove Item"

Good:

    [[events]]
    id = "removeItem"
    name = "Remove Item"

    [[events]]
    id = "hideItem"
    name = "Hide Item"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import split
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._property_names import words_of
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def meanings(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the broad meaning of the event's name, unless the event is deprecated and on its way out anyway."""
    meaning = name_facts(event.name).broad_meaning
    if meaning and event.status != "deprecated" and not _is_about_thing(event):
        yield meaning, Twin(event, ("name",), event.name)


def _is_about_thing(event: Event) -> bool:
    """Return whether a property names a thing that `broad_meaning` omits: a named account is more than a sign-up."""
    meant = name_facts(event.name).broad_meaning.split()
    left_out = [word.lower() for word in split(event.name) if word.lower() not in meant]
    things = [word for word in left_out if name_facts(word).broad_meaning.split() == [word]]
    told = {(thing, what) for thing in things for what in ("name", "type")}
    return bool(told) and any(words_of(prop.name) in told for prop in event.properties)


@rule("hint", compares=meanings, about="wording")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it once, at the later of two. The same words in another order or form have a rule of their own."""
    meant: dict[str, Twin[Event]] = {}
    for number, twin in enumerate(twins):
        own = name_facts(twin.text).meaning
        other = next((one for meaning, one in meant.items() if meaning != own), None)
        meant.setdefault(own, twin)
        if other is not None and settings.speaks_english(twin.thing):
            yield Finding(
                twin.at, f"“{twin.text}” may mean the same as “{other.text}”: if so, keep only one of them", of=number
            )
