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

from eventsmith.model import HOLDING_FIELDS, Event, PropertyField
from eventsmith.rules._event_properties import event_properties
from eventsmith.rules._rule import Finding, Settings, rule
from eventsmith.rules._values import type_in_words


@rule("warning")
def check(prop: PropertyField, event: Event, settings: Settings) -> Iterable[Finding]:
    """Check the list or object itself, and the fields in it."""
    if "segment" not in prop.used_for:
        return ()
    holder = prop if prop.type in HOLDING_FIELDS else event_properties(event).holder(prop)
    if holder is None:
        return ()
    kind = "object" if holder.type == "object" else "list"
    what = f"is {type_in_words(kind)}" if holder is prop else f"is inside {type_in_words(kind)}"
    cure = "add a separate property for what the segment asks for, such as a count or a total"
    return (Finding(("used_for",), f"“{prop.name}” {what}, and segments cannot look into {kind}s: {cure}"),)
