"""Edits of properties, and of what hangs on their names."""

from __future__ import annotations

from eventsmith.edits._edit import Edit, Set, Together
from eventsmith.model import Catalog, Event, NoSuchPlaceError, Place, Property, show_place, value_at
from eventsmith.naming import in_case


def adopted_property(catalog: Catalog, prop: Property) -> Property:
    """A property of another catalog or a preset, spelled as this one spells properties."""
    case = catalog.naming.property_case
    if case == "camel":
        return prop  # what presets have
    return prop.model_copy(
        update={
            "name": in_case(prop.name, case),
            "unit_in": in_case(prop.unit_in, case) if prop.unit_in else "",
            "fields": tuple(field.model_copy(update={"name": in_case(field.name, case)}) for field in prop.fields),
        }
    )


def rename_property(catalog: Catalog, place: Place, name: str) -> Together:
    """Renames a property or a field of a list, and what names it: units of its siblings, conditions of campaigns."""
    if len(place) < 4 or not isinstance(place[1], int) or not isinstance(place[3], int):
        raise NoSuchPlaceError(show_place(place))
    event = catalog.events[place[1]]
    old: str = value_at(catalog, (*place, "name"))
    edits: list[Edit] = [Set((*place, "name"), name)]
    for number, other in enumerate(value_at(catalog, place[:-1])):
        if other.unit_in and other.unit_in == old:
            edits.append(Set((*place[:-1], number, "unit_in"), name))
    if len(place) == 4:
        edits.extend(_in_conditions(catalog, event, old, name))
        for number, prop in enumerate(event.properties):
            own = {field.name for field in prop.fields}
            for index, field in enumerate(prop.fields):
                if field.unit_in == old and old not in own:
                    edits.append(Set((*place[:-1], number, "fields", index, "unit_in"), name))
    return Together(edits, f"rename “{old}”" if old else "name property")


def _in_conditions(catalog: Catalog, event: Event, old: str, name: str) -> list[Edit]:
    return [
        Set(("campaigns", number, "conditions", index, "property"), name)
        for number, campaign in enumerate(catalog.campaigns)
        if campaign.trigger and campaign.trigger == event.id
        for index, condition in enumerate(campaign.conditions)
        if condition.property == old
    ]
