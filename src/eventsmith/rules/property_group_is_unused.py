"""No event takes a property group.

Somebody meant these properties for events, and none has them: the group was written before its events, or its last
event was removed. Have events take it, or remove it.

Bad:

    format = 2

    [[property_groups]]
    name = "order"

    [[property_groups.properties]]
    name = "orderId"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

Good:

    format = 2

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"
"""

from collections.abc import Mapping

from eventsmith.model import Catalog
from eventsmith.rules._property_groups import groups_named
from eventsmith.rules._rule import Finding, Findings, Settings, remove_at, rule


@rule("warning", counts=groups_named, about="identity")
def check(numbers: Mapping[str, int], catalog: Catalog, settings: Settings) -> Findings:
    """Count ideas as well: they take their groups with them once they are taken up."""
    for number, group in enumerate(catalog.property_groups):
        if group.name.strip() and not group.every_event and not numbers.get(group.name, 0):
            place = ("property_groups", number)
            label = f"remove the group “{group.name}”"
            fix = remove_at(place, label, safe=False)
            message = f"No event takes the property group “{group.name}”: have events take it, or remove it"
            yield Finding((*place, "name"), message, fix)
