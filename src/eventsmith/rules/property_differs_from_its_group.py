"""A property of an event says something else than its group.

The event's own property stands before the one of that name in a group it takes. A type or unit that differs is more
often an old copy than meant: one condition for all events with that group is then wrong for this one. Remove the
property here, so that the group's is used, or give it a name of its own.

Bad:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "amount"
    type = "decimal"
    unit = "EUR"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order"]

    [[events.properties]]
    name = "amount"
    type = "integer"
    unit = "EUR"

Good:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "amount"
    type = "decimal"
    unit = "EUR"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order"]
"""

from collections.abc import Sequence

from eventsmith.model import Event, Property, PropertyGroup
from eventsmith.rules._property_groups import overridden
from eventsmith.rules._rule import Finding, Findings, Settings, remove_at, rule
from eventsmith.rules._values import type_in_words


@rule("warning")
def check(groups: Sequence[PropertyGroup], event: Event, settings: Settings) -> Findings:
    """Compare with the first group that has the name: the one that would count."""
    for number, prop, group, other in overridden(groups, event):
        if difference := _difference(prop, other):
            label = f"use “{prop.name}” of the group “{group.name}”"
            fix = remove_at(("properties", number), label, safe=False)
            cure = "remove it here, or give it another name"
            message = f"“{prop.name}” {difference} in the property group “{group.name}”: {cure}"
            yield Finding(("properties", number, "name"), message, fix)


def _difference(prop: Property, other: Property) -> str:
    """Return how a property differs from the group's, up to the words “in the group”; empty if not in what matters."""
    if prop.type != other.type:
        return f"is {type_in_words(prop.type)} here and {type_in_words(other.type)}"
    if prop.item_type != other.item_type and prop.item_type and other.item_type:
        return f"has items of type {prop.item_type} here and {other.item_type}"
    if prop.unit != other.unit:
        return f"{_in_unit(prop.unit)} here and {_in_unit(other.unit)}"
    return ""


def _in_unit(unit: str) -> str:
    return f"is in “{unit}”" if unit else "has no unit"
