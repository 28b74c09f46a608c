"""An event has no owner, while others have one.

If an event stops coming in, or somebody wants to change it, the owner is the one to ask. Without one, the question ends
up with nobody. The catalog can have an `owner` too, who answers for all events that name none.

Bad:

    format = 2

    [[events]]
    id = "addItem"
    name = "Add Item"
    owner = "Shop team"

    [[events]]
    id = "removeItem"
    name = "Remove Item"

Good:

    format = 2

    [[events]]
    id = "addItem"
    name = "Add Item"
    owner = "Shop team"

    [[events]]
    id = "removeItem"
    name = "Remove Item"
    owner = "Shop team"
"""

from collections.abc import Mapping
from itertools import islice

from eventsmith.model import Catalog, Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule

_MOST_NAMED = 3


def owned(event: Event) -> tuple[str, ...]:
    """Return a key for events with an owner, another for those without; none for what nobody builds any more."""
    if event.status == "deprecated" or event.source == "platform" or not event.name.strip():
        return ()
    return ("owner" if event.owner.strip() else "none",)


@rule("hint", counts=owned)
def check(numbers: Mapping[str, int], catalog: Catalog, settings: Settings) -> Findings:
    """Report all events without an owner as one issue, at the first of them."""
    if catalog.owner.strip() or not numbers.get("owner") or not numbers.get("none"):
        return
    number = numbers["none"]
    without = (at for at, event in enumerate(catalog.events) if event.status != "idea" and owned(event) == ("none",))
    # No further than is named: this runs at every edit.
    first = list(islice(without, _MOST_NAMED))
    names = ", ".join(f"“{catalog.events[at].name}”" for at in first)
    more = f" and {number - len(first)} more" if number > len(first) else ""
    verb, them = ("has", "it") if number == 1 else ("have", "them")
    message = f"{names}{more} {verb} no owner, while others do: say who answers for {them}"
    yield Finding(("events", first[0], "owner"), message)
