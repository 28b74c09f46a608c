"""Properties of an event that no condition of a campaign and no stated use needs."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.model import Campaign, Event, Property, fields_in, with_fields
from eventsmith.rules._conditions import conditions_on


def unneeded(users: Sequence[Campaign], event: Event) -> tuple[Sequence[int], bool]:
    """Return the indices of unneeded properties, and whether any is needed. The unit of a needed property is needed."""
    if all(prop.used_for for prop in event.properties):
        return (), bool(event.properties)
    asked = {condition.property for condition in conditions_on(event, users)}
    wanted = [_is_needed(prop, asked) for prop in event.properties]
    units = {
        part.unit_in
        for prop, needed in zip(event.properties, wanted, strict=True)
        if needed
        for part in with_fields(prop)
    }
    numbers = [
        number
        for number, prop in enumerate(event.properties)
        if not wanted[number] and prop.name.strip() and prop.name not in units
    ]
    return numbers, any(wanted)


def _is_needed(prop: Property, asked: set[str]) -> bool:
    return bool(prop.used_for) or prop.name in asked or any(field.used_for for _, field in fields_in(prop))
