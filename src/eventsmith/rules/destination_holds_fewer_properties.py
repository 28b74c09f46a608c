"""An event has more properties, or more lists, than a destination can hold.

Whatever is over the limit is dropped, and the platform decides which properties those are. Keep only those that a
campaign, a segment or an analysis needs.

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

from eventsmith.destinations import excess
from eventsmith.model import Event
from eventsmith.rules._quoted_list import plain_list
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error", with_groups=True)
def check(event: Event, settings: Settings) -> Findings:
    """Report whose limits are exceeded, and the strictest by how much."""
    count = len(event.properties)
    limits: dict[int, list[str]] = {}
    list_limits: dict[int, list[str]] = {}
    lists = [prop.name for prop in event.properties if prop.type == "list"]
    for place in settings.destinations:
        if place.max_properties is not None and count > place.max_properties:
            limits.setdefault(place.max_properties, []).append(place.title)
        if place.max_lists is not None and len(lists) > place.max_lists:
            list_limits.setdefault(place.max_lists, []).append(place.title)
    if limits:
        yield Finding(("properties",), excess(limits, count, "hold", "properties of an event"))
    if list_limits:
        unit = "list in an event" if min(list_limits) == 1 else "lists in an event"
        named = plain_list([f"“{name}”" for name in lists])
        yield Finding(("properties",), f"{excess(list_limits, len(lists), 'hold', unit)} ({named})")
