"""Two events name one thing with two verbs of the same meaning.

“Delete Item” and “Remove Item” may be two actions. More often two teams wrote down the same one, and each campaign then
hears of only half of the customers.

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
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule
from eventsmith.rules._said import said


def meanings(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """What the event's name says, verbs of one meaning taken as one. What is deprecated gives way to another anyway."""
    meaning = said(event.name).broad_meaning
    if meaning and event.status != "deprecated":
        yield meaning, Twin(event, ("name",), event.name)


@rule("hint", compares=meanings)
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """The same verb in another order or form is another rule's."""
    meant: dict[str, Twin[Event]] = {}
    for twin in twins:
        meant.setdefault(said(twin.text).meaning, twin)
    for number, twin in enumerate(twins):
        if not settings.speaks_english(twin.thing):
            continue
        own = said(twin.text).meaning
        other = next((one for meaning, one in meant.items() if meaning != own), None)
        if other is not None:
            yield Finding(
                twin.at, f"“{twin.text}” may be the same as “{other.text}”: use one verb for one thing", of=number
            )
