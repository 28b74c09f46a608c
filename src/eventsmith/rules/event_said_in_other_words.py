"""Two events say the same in another word order or form.

To anybody who picks from the menu, “View Item” and “Item Viewed” are one thing. If they are one, each gets half of the
data; if they are two, nobody can tell which is which. Keep one of them, or say in the names what makes them different.

Bad:

    [[events]]
    id = "viewItem"
    name = "View Item"

    [[events]]
    id = "itemViewed"
    name = "Item Viewed"

Good:

    [[events]]
    id = "viewItem"
    name = "View Item"

    [[events]]
    id = "compareItems"
    name = "Compare Items"
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from eventsmith.model import Event
from eventsmith.naming import same_key
from eventsmith.rules._name_reading import name_facts
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule, set_at


def meanings(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield the meaning of the event's name, unless the event is deprecated and replaced."""
    meaning = name_facts(event.name).meaning
    if meaning and not (event.status == "deprecated" and event.replaced_by):
        yield meaning, Twin(event, ("name",), event.name)


@rule("warning", compares=meanings, about="identity")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Skip names that differ only in spelling, which have a rule of their own.

    If one of the two is deprecated, the other has probably taken over: report the missing successor instead.
    """
    spelt: dict[str, Twin[Event]] = {}
    for twin in twins:
        if twin.thing.status != "deprecated":
            spelt.setdefault(same_key(twin.text), twin)
    for number, twin in enumerate(twins):
        if not settings.speaks_english(twin.thing):
            continue
        own = same_key(twin.text)
        other = next((one for key, one in spelt.items() if key != own), None)
        if other is not None:
            yield _finding(twin, other, number)


def _finding(twin: Twin[Event], other: Twin[Event], number: int) -> Finding:
    successor = other.thing.id
    if twin.thing.status == "deprecated" and successor:
        message = f"“{twin.text}” is deprecated and says the same as “{other.text}”: make that its successor"
        fix = replace(set_at(("replaced_by",), successor, f"replaced by “{successor}”"), safe=False)
        return Finding(("name",), message, fix, of=number)
    return Finding(("name",), f"“{twin.text}” says the same as “{other.text}”: keep one of them", of=number)
