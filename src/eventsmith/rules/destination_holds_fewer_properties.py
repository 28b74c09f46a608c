"""An event has more properties, or more lists, than a destination holds.

What is over the limit is dropped, and which ones that are is for the platform to decide. Keep those that a campaign,
a segment or an analysis needs.

Bad:

    destinations = ["infobip"]

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "items"
    type = "list"
    item_type = "string"

    [[events.properties]]
    name = "coupons"
    type = "list"
    item_type = "string"

Good:

    destinations = ["infobip"]

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "items"
    type = "list"
    item_type = "string"

    [[events.properties]]
    name = "couponCount"
    type = "integer"
"""

from eventsmith.model import Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(event: Event, settings: Settings) -> Findings:
    """Says whose limit it is, and by how much it is missed."""
    count = len(event.properties)
    lists = [prop.name for prop in event.properties if prop.type == "list"]
    for place in settings.destinations:
        if place.max_properties is not None and count > place.max_properties:
            message = f"{place.title} holds at most {place.max_properties} properties of an event, this has {count}"
            yield Finding(("properties",), f"{message}: take {count - place.max_properties} out")
        if place.max_lists is not None and len(lists) > place.max_lists:
            named = ", ".join(f"“{name}”" for name in lists)
            what = "list" if place.max_lists == 1 else "lists"
            message = f"{place.title} holds at most {place.max_lists} {what} in an event, this has {named}"
            yield Finding(("properties",), f"{message}: take {len(lists) - place.max_lists} out")
