"""A property's unit is said to be in another property, but that is not there.

An amount of 1000 means nothing without its currency. `unit_in` names the property beside it that holds the unit. When
there is none of that name, nobody can read the number.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"
    unit_in = "Currency"

    [[events.properties]]
    name = "currency"

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"
    unit_in = "currency"

    [[events.properties]]
    name = "currency"
"""

from collections.abc import Iterable
from dataclasses import replace

from eventsmith.model import Event, ListField
from eventsmith.rules._nearest import nearest
from eventsmith.rules._property_names import siblings
from eventsmith.rules._rule import Finding, Settings, rule, set_at


@rule("error")
def check(prop: ListField, event: Event, settings: Settings) -> Iterable[Finding]:
    """The unit of a list's field may also stand beside the list, as one currency does for all items of an order."""
    if not prop.unit_in:
        return ()
    beside = siblings(prop, event)
    holders = [other.name for other in beside if other is not prop and other.type != "list"]
    if beside is not event.properties:
        holders += [other.name for other in event.properties if other.type != "list"]
    if prop.unit_in in holders:
        return ()
    whose = f"The unit of “{prop.name}”" if prop.name else "The unit"
    message = f"{whose} is said to be in “{prop.unit_in}”, which is no property beside it"
    near = nearest(prop.unit_in, holders)
    if near is None:
        return (Finding(("unit_in",), f"{message}: add it, or name the one that holds the unit"),)
    fix = replace(set_at(("unit_in",), near.word, f"take it from “{near.word}”"), safe=near.sure)
    return (Finding(("unit_in",), f"{message}: did you mean “{near.word}”?", fix),)
