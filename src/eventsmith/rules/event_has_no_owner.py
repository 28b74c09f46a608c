"""Nobody answers for an event, while others have an owner.

When an event stops coming in, or somebody wants to change it, the owner is who to ask. Where most events have one and
this has none, it falls to nobody. An `owner` of the whole catalog answers for all that have none of their own.

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
    without = [at for at, event in enumerate(catalog.events) if event.status != "idea" and owned(event) == ("none",)]
    names = ", ".join(f"“{catalog.events[at].name}”" for at in without[:_MOST_NAMED])
    more = f" and {len(without) - _MOST_NAMED} more" if len(without) > _MOST_NAMED else ""
    verb = "has" if len(without) == 1 else "have"
    message = f"{names}{more} {verb} no owner, others have: say who answers for {'it' if len(without) == 1 else 'them'}"
    yield Finding(("events", without[0], "owner"), message)
