"""Two property groups of an event have a property of the same name.

The event has it once, as the first group says. Who reads the second group expects something else. Keep the property in
one of the groups, or give it another name in one of them.

Bad:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "reference"

    [[property_groups]]
    name = "payment"

    [[property_groups.properties]]
    name = "reference"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order", "payment"]

Good:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "orderReference"

    [[property_groups]]
    name = "payment"

    [[property_groups.properties]]
    name = "paymentReference"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
    property_groups = ["order", "payment"]
"""

from collections.abc import Sequence

from eventsmith.model import Event, PropertyGroup
from eventsmith.rules._quoted_list import quoted_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning")
def check(groups: Sequence[PropertyGroup], event: Event, settings: Settings) -> Findings:
    """Skip what the event says itself: an own property stands before those of all groups."""
    if len(groups) < 2:
        return
    first: dict[str, PropertyGroup] = {}
    own = {prop.name for prop in event.properties}
    for group in groups:
        shared: dict[str, str] = {}
        """By name: the group that has it first."""
        for prop in group.properties:
            other = first.setdefault(prop.name, group)
            if other is not group and prop.name not in own and prop.name:
                shared[prop.name] = other.name
        for other_name in dict.fromkeys(shared.values()):
            names = quoted_list([name for name, first_in in shared.items() if first_in == other_name])
            both = f"in both property groups “{other_name}” and “{group.name}”"
            yield Finding(("property_groups",), f"{names} stands {both}: keep it in one of them, or rename it in one")
