"""Conditions of a campaign: the properties that they are about, and their values, in words for messages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from eventsmith.ground.labels import OPERATORS
from eventsmith.model import EMPTY, OPERATORS_OF, ORDER, Campaign, Condition, Event, Property
from eventsmith.rules._group_events import GroupEvent
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._values import fits_type, quoted

_SHOWN = 6


def _by_name(event: Event) -> dict[str, Property]:
    return {prop.name: prop for prop in reversed(event.properties) if prop.name}


property_named = IdentityCache(_by_name, remembered=64)
"""By event: the first property of each name. Several are remembered, as campaigns of one trigger may lie apart."""


def conditions_of(campaign: Campaign, events: Mapping[str, Event]) -> Iterator[tuple[int, Condition, Property]]:
    """Yield the index, the condition and its property for each condition whose property the trigger has."""
    trigger = events.get(campaign.trigger)
    if trigger is None or not campaign.conditions:
        return
    named = property_named(trigger)
    for number, condition in enumerate(campaign.conditions):
        if prop := named.get(condition.property):
            yield number, condition, prop


def conditions_on(event: Event, users: Iterable[Campaign]) -> Iterator[Condition]:
    """Yield the conditions on properties of an event, or of a property group, among those of its users."""
    for user in users:
        if user.trigger == event.id or isinstance(event, GroupEvent):
            yield from user.conditions


def makes_sense(condition: Condition, prop: Property) -> bool:
    """Return whether operator and value fit the property's type, whether or not a value can meet the condition."""
    if condition.operator not in OPERATORS_OF[prop.type]:
        return False
    return condition.operator in EMPTY or comparable(condition.operator, condition.value, prop.type)


def comparable(operator: str, value: Any, type_name: str) -> bool:
    """Return whether the operator can compare a property of the type with the value."""
    if fits_type(value, type_name):
        return True
    if operator in ORDER:
        return (type_name == "integer" and fits_type(value, "decimal")) or (
            type_name == "datetime" and fits_type(value, "date")
        )
    return False


def in_words(condition: Condition) -> str:
    """Return what a condition says of its property: is more than “100”."""
    words = OPERATORS[condition.operator]
    if condition.operator in ORDER:
        words = f"is {words}"
    return words if condition.operator in EMPTY else f"{words} {quoted(condition.value)}"


def allowed_in_words(prop: Property) -> str:
    """Quote the first few allowed values."""
    return ", ".join(map(quoted, prop.values[:_SHOWN])) + (" …" if len(prop.values) > _SHOWN else "")
