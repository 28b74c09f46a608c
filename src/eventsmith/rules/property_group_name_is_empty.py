"""A property group has no name.

Events take a group by its name. Without one, no event can, and nobody can tell what its properties have in common. Give
it a short name for what they are about, such as order.

Bad:

    format = 2

    [[property_groups]]
    name = ""

    [[property_groups.properties]]
    name = "orderId"

Good:

    format = 2

    [[property_groups]]
    name = "order"
    every_event = true

    [[property_groups.properties]]
    name = "orderId"
"""

from eventsmith.model import Catalog
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Report a group of every event, too: its name is how people speak of it."""
    for number, group in enumerate(catalog.property_groups):
        if not group.name.strip():
            yield Finding(("property_groups", number, "name"), "This property group has no name: give it one")
