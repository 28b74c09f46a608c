"""Two events name one thing with two verbs of one meaning.

“Delete Item” and “Remove Item” may be two actions. More often two teams wrote down the same one, and each campaign
hears only half of the customers.

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
from eventsmith.naming import is_english_like, meaning_key, meaning_keys
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def meanings(event: Event) -> Iterator[tuple[str, Twin]]:
    """What the event's name says, verbs of one meaning taken as one."""
    if event.name.strip() and is_english_like(event.name):
        yield meaning_keys(event.name)[1], Twin(event, ("name",), event.name)


@rule("hint", compares=meanings)
def check(twins: Sequence[Twin], settings: Settings) -> Findings:
    """The same verb in another order or form is another rule's."""
    for number, twin in enumerate(twins):
        if not settings.speaks_english(twin.event):
            continue
        other = next((one for one in twins if meaning_key(one.text) != meaning_key(twin.text)), None)
        if other is not None:
            yield Finding(
                twin.at, f"“{twin.text}” may be the same as “{other.text}”: use one verb for one thing", of=number
            )
