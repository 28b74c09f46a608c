"""Two property groups have the same name.

An event takes a group by its name and gets the first of that name; nothing can take the second. Put the properties of
both into one group, or give one of them another name.

Bad:

    format = 2

    [[property_groups]]
    name = "order"
    every_event = true

    [[property_groups.properties]]
    name = "orderId"

    [[property_groups]]
    name = "order"
    every_event = true

    [[property_groups.properties]]
    name = "amount"
    unit = "EUR"

Good:

    format = 2

    [[property_groups]]
    name = "order"
    every_event = true

    [[property_groups.properties]]
    name = "orderId"

    [[property_groups.properties]]
    name = "amount"
    unit = "EUR"
"""

from eventsmith.model import Catalog
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Report the later of the two."""
    known: set[str] = set()
    for number, group in enumerate(catalog.property_groups):
        if group.name in known:
            message = (
                f"There are two groups “{group.name}”, and events get the first: put both into one, or rename this"
            )
            yield Finding(("property_groups", number, "name"), message)
        elif group.name.strip():
            known.add(group.name)
