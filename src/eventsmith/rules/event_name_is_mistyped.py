"""An event's name looks like that of another event with one letter mistyped.

“Pruchase Item” beside “Purchase Item” is hardly ever meant. Half of the data goes to the one and half to the other, and
whoever picks from the menu does not see that there are two. Keep only one of them.

Bad:

    [[events]]
    id = "purchaseItem"
    name = "Purchase Item"

    [[events]]
    id = "pruchaseItem"
    name = "Pruchase Item"

Good:

    [[events]]
    id = "purchaseItem"
    name = "Purchase Item"

    [[events]]
    id = "purchaseGift"
    name = "Purchase Gift"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Event
from eventsmith.naming import is_english_like, slip_keys, slips
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def words(event: Event) -> Iterator[tuple[str, Twin[Event]]]:
    """Yield each word of the event's name, keyed by the other words, unless the event is deprecated."""
    if event.name and event.status != "deprecated" and is_english_like(event.name):
        for key, word in slip_keys(event.name):
            yield key, Twin(event, ("name",), word)


@rule("hint", compares=words, about="wording")
def check(twins: Sequence[Twin[Event]], settings: Settings) -> Findings:
    """Report it once, at the event whose word is not a known one."""
    for slip, right in slips([twin.text for twin in twins]):
        mistyped, other = twins[slip].thing, twins[right].thing
        if settings.speaks_english(mistyped) and settings.speaks_english(other):
            message = f"“{mistyped.name}” looks mistyped next to “{other.name}”: keep only one of the two"
            yield Finding(("name",), message, of=slip)
