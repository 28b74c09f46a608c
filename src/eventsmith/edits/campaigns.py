"""Edits of the conditions of campaigns, which keep property, operator and value consistent."""

from __future__ import annotations

from eventsmith.edits._edit import Edit, Insert, Set, Together
from eventsmith.model import (
    EMPTY,
    HOLDING_FIELDS,
    OPERATORS_OF,
    Campaign,
    Catalog,
    Condition,
    Operator,
    Place,
    Property,
    properties_of,
    value_at,
)


def trigger_properties(catalog: Catalog, campaign: Campaign) -> list[Property]:
    """List the properties that conditions of a campaign can compare: the flat ones of its trigger, in their order."""
    trigger = next((event for event in catalog.events if event.id and event.id == campaign.trigger), None)
    return [prop for prop in properties_of(catalog, trigger) if prop.type not in HOLDING_FIELDS] if trigger else []


def add_condition(catalog: Catalog, index: int) -> Insert | None:
    """Append a condition on a property, preferably one for campaigns and not used yet; None without flat properties."""
    campaign = catalog.campaigns[index]
    found = trigger_properties(catalog, campaign)
    asked = {condition.property for condition in campaign.conditions}
    found.sort(key=lambda prop: (prop.name in asked, "campaign" not in prop.used_for))
    if not found:
        return None
    prop = found[0]
    operator: Operator = ">=" if prop.type in ("integer", "decimal") else "="
    condition = Condition(property=prop.name, operator=operator, value=True if prop.type == "boolean" else None)
    return Insert(("campaigns", index, "conditions", len(campaign.conditions)), condition, "add condition")


def change_condition_property(catalog: Catalog, place: Place, name: str) -> Together:
    """Change the property of the condition at a place; keep the operator if the property's type allows it."""
    condition: Condition = value_at(catalog, place)
    campaign: Campaign = value_at(catalog, place[:2])
    prop = next((prop for prop in trigger_properties(catalog, campaign) if prop.name == name), None)
    edits: list[Edit] = [Set((*place, "property"), name)]
    if prop is not None and condition.operator not in OPERATORS_OF[prop.type]:
        edits.append(Set((*place, "operator"), "="))
    return Together(edits, "change the property of a condition")


def change_condition_operator(catalog: Catalog, place: Place, operator: Operator) -> Together:
    """Change the operator of the condition at a place; drop the value if the operator takes none."""
    edits: list[Edit] = [Set((*place, "operator"), operator)]
    if operator in EMPTY and value_at(catalog, (*place, "value")) is not None:
        edits.append(Set((*place, "value"), None))
    return Together(edits, "change the operator of a condition")
