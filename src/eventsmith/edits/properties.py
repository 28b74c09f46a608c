"""Edits of properties and of all references to their names."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import Literal

from eventsmith.edits._edit import Edit, Insert, Set, Together
from eventsmith.edits.property_groups import triggers_with, units_in, units_to_rename
from eventsmith.edits.workbench import index_of
from eventsmith.model import (
    Catalog,
    NoSuchPlaceError,
    Place,
    Property,
    PropertyField,
    PropertyGroup,
    PropertyType,
    show_place,
    value_at,
)
from eventsmith.naming import in_case


def adapted_property(catalog: Catalog, prop: Property) -> Property:
    """Adapt the name of a property, its units and its fields from another catalog to the case this one uses."""
    case = catalog.naming.property_case
    if case == "camel":
        return prop  # as in presets
    return prop.model_copy(
        update={
            "name": in_case(prop.name, case),
            "unit_in": in_case(prop.unit_in, case) if prop.unit_in else "",
            "fields": tuple(_adapted_field(field, case) for field in prop.fields),
        }
    )


def _adapted_field(field: PropertyField, case: Literal["camel", "snake"]) -> PropertyField:
    fields = tuple(_adapted_field(inner, case) for inner in field.fields)
    return field.model_copy(update={"name": in_case(field.name, case), "fields": fields})


def same_property(name: str) -> str:
    """Return a key that is equal for all spellings of a property's name, such as `itemCount` and `item_count`."""
    return name.replace("_", "").casefold()


def rename_property(catalog: Catalog, place: Place, name: str) -> Together:
    """Rename a property or field, and what refers to it: units beside it or deeper, conditions of campaigns."""
    if len(place) < 4 or not isinstance(place[1], int) or not isinstance(place[3], int):
        raise NoSuchPlaceError(show_place(place))
    owner = value_at(catalog, place[:2])
    old: str = value_at(catalog, (*place, "name"))
    edits: list[Edit] = [Set((*place, "name"), name)]
    if len(place) == 4:
        edits += _in_conditions(catalog, triggers_with(catalog, place), old, name)
    if isinstance(owner, PropertyGroup) or index_of(catalog).holds_unit(owner, old):
        edits += [Set((*where, "unit_in"), name) for where in units_in(place[:-1], value_at(catalog, place[:-1]), old)]
    if isinstance(owner, PropertyGroup) and len(place) == 4:
        edits += [Set((*where, "unit_in"), name) for where in units_to_rename(catalog, place, old)]
    return Together(edits, f"rename “{old}”" if old else "name property")


def add_properties(catalog: Catalog, owner: Place, props: Iterable[PropertyField], label: str = "") -> Together:
    """Append properties, or fields, to those at `owner`, except those whose names are there already."""
    siblings: Sequence[PropertyField] = value_at(catalog, owner)
    names = {prop.name for prop in siblings}
    edits: list[Edit] = []
    for prop in props:
        if prop.name not in names or not prop.name:
            names.add(prop.name)
            edits.append(Insert((*owner, len(siblings) + len(edits)), prop))
    return Together(edits, label or ("add a property" if len(edits) == 1 else f"add {len(edits)} properties"))


def copy_property(catalog: Catalog, place: Place, events: Collection[int]) -> Together:
    """Append a property, and the one that holds its unit, to other events, except those that have one of that name."""
    prop: Property = value_at(catalog, place[:4])
    siblings = value_at(catalog, place[:3])
    copied = [prop, *(other for other in siblings if prop.unit_in and other.name == prop.unit_in)]
    edits: list[Edit] = []
    for index in sorted(events):
        owner: Place = ("events", index, "properties")
        if all(other.name != prop.name for other in value_at(catalog, owner)):
            edits += add_properties(catalog, owner, copied).edits
    return Together(edits, f"copy “{prop.name}”")


def places_of_property(catalog: Catalog, name: str) -> list[Place]:
    """List the places of all properties of a name, over all events and groups; none for an empty name."""
    events = [("events", index, event.properties) for index, event in enumerate(catalog.events)]
    groups = [("property_groups", index, group.properties) for index, group in enumerate(catalog.property_groups)]
    return [
        (noun, index, "properties", number)
        for noun, index, props in (*events, *groups)
        for number, prop in enumerate(props)
        if name and prop.name == name
    ]


def places_to_rename(catalog: Catalog, name: str, new: str) -> list[Place]:
    """List the places of the properties of a name whose events or groups have none of the new name."""
    return [
        place
        for place in places_of_property(catalog, name)
        if all(other.name != new for other in value_at(catalog, place[:-1]))
    ]


def rename_everywhere(catalog: Catalog, name: str, new: str) -> Together:
    """Rename a property, and references to it, in every event and group that has it and has none of the new name."""
    edits = [rename_property(catalog, place, new) for place in places_to_rename(catalog, name, new)]
    return Together(edits, f"rename “{name}” everywhere")


def retype_everywhere(catalog: Catalog, name: str, type_: PropertyType) -> Together:
    """Set the type of a property in all events and groups that have it."""
    edits = [
        Set((*place, "type"), type_)
        for place in places_of_property(catalog, name)
        if value_at(catalog, (*place, "type")) != type_
    ]
    return Together(edits, f"make “{name}” {type_} everywhere")


def _in_conditions(catalog: Catalog, triggers: Iterable[str], old: str, name: str) -> list[Edit]:
    return [
        Set(("campaigns", number, "conditions", index, "property"), name)
        for trigger in triggers
        for number in index_of(catalog).campaigns_with(trigger)
        if catalog.campaigns[number].trigger == trigger
        for index, condition in enumerate(catalog.campaigns[number].conditions)
        if condition.property == old
    ]
