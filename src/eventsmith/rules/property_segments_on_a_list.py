"""A property is needed for a segment, but is a list or inside one.

Infobip, for one, cannot build segments on lists, and conditions of campaigns cannot look into them. Keep the list for
the text of the message, and add a property for what people filter by: a count, a total, the main category.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "items"
    type = "list"
    used_for = ["campaign", "segment"]

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "items"
    type = "list"
    used_for = ["campaign"]

    [[events.properties]]
    name = "itemCount"
    type = "integer"
    used_for = ["segment"]
"""

from collections.abc import Iterable

from eventsmith.model import Event, Property, PropertyField
from eventsmith.rules._rule import Finding, Settings, rule


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Check the list itself, and the fields of its items."""
    if prop.type != "list" and isinstance(prop, Property):
        return ()
    if "segment" not in prop.used_for:
        return ()
    what = "is a list" if prop.type == "list" else "is inside a list"
    cure = "add a separate property for what the segment asks for, such as a count or a total"
    return (Finding(("used_for",), f"“{prop.name}” {what}, and segments cannot look into lists: {cure}"),)
