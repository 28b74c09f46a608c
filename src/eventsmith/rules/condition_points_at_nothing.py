"""A condition refers to a property that the campaign's trigger does not have.

A property that is never sent never matches anything, so the message reaches nobody. Add the property to the event, or
choose one that it has.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"

    [[campaigns]]
    name = "Big spender"
    trigger = "completePurchase"

    [[campaigns.conditions]]
    property = "Amount"
    operator = ">="
    value = 1000

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[events.properties]]
    name = "amount"
    type = "decimal"

    [[campaigns]]
    name = "Big spender"
    trigger = "completePurchase"

    [[campaigns.conditions]]
    property = "amount"
    operator = ">="
    value = 1000
"""

from collections.abc import Mapping
from dataclasses import replace

from eventsmith.model import Campaign, Event
from eventsmith.rules._conditions import property_named
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._nearest import Words, nearest
from eventsmith.rules._rule import Finding, Findings, Settings, rule, set_at


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip campaigns whose trigger is unknown."""
    trigger = events.get(campaign.trigger)
    if trigger is None or not campaign.conditions:
        return
    names = property_named(trigger)
    for number, condition in enumerate(campaign.conditions):
        asked = condition.property
        if asked in names:
            continue
        place = ("conditions", number, "property")
        if not asked:
            cure = f"choose one of “{trigger.name}”" if names else f"“{trigger.name}” has none yet, so add one to it"
            yield Finding(place, f"This condition names no property: {cure}")
        elif near := nearest(asked, _names(trigger)):
            fix = replace(set_at(place, near.word, f"use “{near.word}”"), safe=near.sure)
            yield Finding(place, f"“{trigger.name}” has no property “{asked}”: did you mean “{near.word}”?", fix)
        else:
            yield Finding(place, f"“{trigger.name}” has no property “{asked}”: add it, or remove the condition")


def _words_of(trigger: Event) -> Words:
    return Words(prop.name for prop in trigger.properties)


_names = IdentityCache(_words_of, remembered=64)
