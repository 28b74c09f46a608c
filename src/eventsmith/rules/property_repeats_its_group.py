"""A property of an event stands in its group, word for word.

Properties of a group are written once so that they are changed once. A copy in an event is forgotten at the next
change, and then says something else. Remove it: the event has the group's.

Bad:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "orderId"
    description = "As the receipt shows it"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order"]

    [[events.properties]]
    name = "orderId"
    description = "As the receipt shows it"

Good:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "orderId"
    description = "As the receipt shows it"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order"]
"""

from collections.abc import Sequence

from eventsmith.model import Event, PropertyGroup
from eventsmith.rules._property_groups import overridden
from eventsmith.rules._rule import Finding, Findings, Settings, remove_at, rule


@rule("hint")
def check(groups: Sequence[PropertyGroup], event: Event, settings: Settings) -> Findings:
    """Report only copies that say all the group says and nothing else, so that removing one changes nothing."""
    for number, prop, group, other in overridden(groups, event):
        if prop == other:
            label = f"use “{prop.name}” of the group “{group.name}”"
            fix = remove_at(("properties", number), label, safe=True)
            message = f"“{prop.name}” says what it says in the property group “{group.name}”: remove it here"
            yield Finding(("properties", number, "name"), message, fix)
