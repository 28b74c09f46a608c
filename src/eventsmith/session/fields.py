"""The edits behind the fields of forms, and how typed text becomes a value.

Changed names and IDs are also changed where they are referred to.
"""

from __future__ import annotations

from typing import Any

from eventsmith.edits import (
    Edit,
    Set,
    change_condition_operator,
    change_condition_property,
    rename_event,
    rename_group,
    rename_property,
    set_event_id,
)
from eventsmith.ground.labels import Kind
from eventsmith.model import Catalog, Place, PropertyField, properties_of, value_at
from eventsmith.queries.choices import trigger_of
from eventsmith.queries.value_text import read_count, read_texts, read_value, read_values

_WORDS = {
    "when": "when it fires",
    "used_for": "what it is needed for",
    "id": "ID",
    "goal_event": "goal event",
    "item_type": "type of items",
}


def edit_at(catalog: Catalog, place: Place, value: Any) -> Edit:
    """Return the edit that sets a new value at a place, and updates what refers to it."""
    if len(place) == 3 and place[0] == "events":
        if place[2] == "name":
            return rename_event(catalog, place, value)
        if place[2] == "id":
            return set_event_id(catalog, place, value)
    last = str(place[-1])
    if last == "name" and place[-3:-2] in (("properties",), ("fields",)):
        return rename_property(catalog, place[:-1], value)
    if len(place) == 3 and place[0] == "property_groups" and last == "name":
        return rename_group(catalog, int(place[1]), value)
    if len(place) == 5 and place[2] == "conditions" and last in ("property", "operator"):
        return (change_condition_property if last == "property" else change_condition_operator)(
            catalog, place[:-1], value
        )
    return Set(place, value, f"change {_WORDS.get(last, last.replace('_', ' '))}")


def type_of_values(prop: PropertyField) -> str:
    """Return the type of a property's allowed values: for a list, that of its items."""
    return prop.item_type or "string" if prop.type == "list" else prop.type


def type_at(catalog: Catalog, place: Place) -> str:
    """Return the property type of the value at a place: an example, allowed values, or the value of a condition."""
    if place[:1] == ("campaigns",) and "conditions" in place:
        wanted = value_at(catalog, (*place[:4], "property"))
        event = trigger_of(catalog, place)
        props = properties_of(catalog, event) if event else ()
        return next((prop.type for prop in props if prop.name == wanted), "string")
    owner = value_at(catalog, place[:-1])
    if isinstance(owner, PropertyField):
        return type_of_values(owner) if place[-1] == "values" else owner.type
    return "string"


def read_as(kind: Kind, text: str, type_: str) -> Any:
    """Convert typed text to the value of a field of the given kind and property type."""
    if kind == "texts":
        return read_texts(text)
    if kind == "values":
        return read_values(text, type_)
    if kind == "count":
        return read_count(text)
    return read_value(text, type_) if kind == "value" else text
