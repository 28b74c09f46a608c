"""Two events have the same words, in another order or form.

“View Item” and “Item Viewed” are one thing to whoever picks from the menu. If they are one thing, half of the data goes
to each; if they are two, nobody can tell which is which.

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

from eventsmith.model import Event
from eventsmith.naming import is_english_like, meaning_key, same_key
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def meanings(event: Event) -> Iterator[tuple[str, Twin]]:
    """What the event's name says, its words in any order."""
    if event.name.strip() and is_english_like(event.name):
        yield meaning_key(event.name), Twin(event, ("name",), event.name)


@rule("warning", compares=meanings)
def check(twins: Sequence[Twin], settings: Settings) -> Findings:
    """Names that are the same but for their spelling are another rule's."""
    for number, twin in enumerate(twins):
        if not settings.speaks_english(twin.event):
            continue
        other = next((one for one in twins if same_key(one.text) != same_key(twin.text)), None)
        if other is not None:
            yield Finding(twin.at, f"“{twin.text}” says the same as “{other.text}”: keep one of them", of=number)
