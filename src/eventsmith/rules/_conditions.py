"""The questions that conditions of a campaign ask, and the answers that their properties can give."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from eventsmith.model import EMPTY, OPERATORS_OF, ORDER, Campaign, Condition, Event, Property
from eventsmith.rules._around import Latest
from eventsmith.rules._values import WANTED, fits_type, shown

_SHOWN = 6


def _by_name(event: Event) -> dict[str, Property]:
    return {prop.name: prop for prop in reversed(event.properties) if prop.name}


property_named = Latest(_by_name, remembered=64)
"""By event: the first property of each name. Some are remembered, as other triggers may come in between."""


def conditions_of(campaign: Campaign, events: Mapping[str, Event]) -> Iterator[tuple[int, Condition, Property]]:
    """Yield the conditions whose property the trigger has, with their indices and the first property of that name."""
    trigger = events.get(campaign.trigger)
    if trigger is None or not campaign.conditions:
        return
    named = property_named(trigger)
    for number, condition in enumerate(campaign.conditions):
        if prop := named.get(condition.property):
            yield number, condition, prop


def makes_sense(condition: Condition, prop: Property) -> bool:
    """Return whether the question fits the property's type, whatever the answer."""
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


def asked(condition: Condition) -> str:
    """Return the question, to be read after “is …”: operator and value as the catalog has them."""
    if condition.operator in EMPTY:
        return condition.operator.removeprefix("is-").replace("-", " ")
    return f"{condition.operator} {shown(condition.value)}"


def type_said(type_name: str) -> str:
    """Return a type in words: “a whole number”."""
    return WANTED[type_name].partition(" such")[0]


def allowed_said(prop: Property) -> str:
    """List the first few of the allowed values."""
    return ", ".join(map(shown, prop.values[:_SHOWN])) + (" …" if len(prop.values) > _SHOWN else "")
