"""Edits of property groups: make one, take one apart, rename one or a property in it, in all events that take it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

from eventsmith.edits._edit import Edit, Insert, Remove, Set, Together
from eventsmith.model import (
    Catalog,
    Event,
    Groups,
    Place,
    Property,
    PropertyField,
    PropertyGroup,
    properties_of_groups,
    value_at,
)


def triggers_with(catalog: Catalog, place: Place) -> set[str]:
    """Return the IDs of the events that have the property at a place: its event, or all that have it from its group."""
    if place[0] == "events":
        return {catalog.events[int(place[1])].id}
    group, prop = catalog.property_groups[int(place[1])], value_at(catalog, place[:4])
    return {event.id for _, event, given in _takers(catalog, group) if any(each is prop for each in given)}


def rename_group(catalog: Catalog, index: int, name: str) -> Together:
    """Rename a property group, also where events name it."""
    old = catalog.property_groups[index].name
    edits: list[Edit] = [Set(("property_groups", index, "name"), name)]
    if old and [group.name for group in catalog.property_groups].index(old) == index:
        for number, event in enumerate(catalog.events):
            if old in event.property_groups:
                named = tuple(name if each == old else each for each in event.property_groups)
                edits.append(Set(("events", number, "property_groups"), named))
    return Together(edits, f"rename the group “{old}”" if old else "name the group")


def remove_group(catalog: Catalog, index: int) -> Together:
    """Remove a property group, also from the events that name it, which then lack its properties."""
    group = catalog.property_groups[index]
    edits = [*_leave(catalog, group, index), Remove(("property_groups", index))]
    return Together(edits, f"remove the group “{group.name}”")


def take_apart(catalog: Catalog, index: int) -> Together:
    """Remove a property group, and give its properties to each event that has them from it."""
    group = catalog.property_groups[index]
    edits: list[Edit] = []
    for number, event, given in _takers(catalog, group):
        edits += [
            Insert(("events", number, "properties", len(event.properties) + more), prop)
            for more, prop in enumerate(given)
        ]
    edits += [*_leave(catalog, group, index), Remove(("property_groups", index))]
    return Together(edits, f"take the group “{group.name}” apart")


def make_group(catalog: Catalog, name: str, props: Sequence[Property], events: Collection[int]) -> Together:
    """Make a property group, taken by events that lose those of its properties that say the same as the group's.

    A property that says something else stays in its event, and stands before the group's; so does one that another
    group of the event has, which would come first.
    """
    groups = Groups(catalog.property_groups)
    group = PropertyGroup(name=name, properties=tuple(props))
    said = {prop.name: prop for prop in props}
    edits: list[Edit] = [Insert(("property_groups", len(catalog.property_groups)), group)]
    for index in sorted(events):
        event = catalog.events[index]
        given = {prop.name for other in groups.of(event) for prop in other.properties}
        own = tuple(prop for prop in event.properties if said.get(prop.name) != prop or prop.name in given)
        edits.append(Set(("events", index, "properties"), own))
        edits.append(Set(("events", index, "property_groups"), (*event.property_groups, name)))
    return Together(edits, f"make the group “{name}”")


def take_group(catalog: Catalog, name: str, events: Iterable[int]) -> Together:
    """Have events take a property group, behind those that they take already."""
    edits = [
        Set(("events", index, "property_groups"), (*catalog.events[index].property_groups, name))
        for index in events
        if name not in catalog.events[index].property_groups
    ]
    return Together(edits, f"take the group “{name}”")


def units_to_rename(catalog: Catalog, place: Place, old: str) -> Iterator[Place]:
    """Yield the places outside a group whose unit is in its property at a place, which is called `old`."""
    group = catalog.property_groups[int(place[1])]
    beside: set[str] = set()
    for number, event, _ in _takers(catalog, group):
        beside.update(event.property_groups)
        if all(prop.name != old for prop in event.properties):
            yield from units_in(("events", number, "properties"), event.properties, old)
    for number, other in enumerate(catalog.property_groups):
        is_beside = other is not group and (other.every_event or other.name in beside)
        if is_beside and all(prop.name != old for prop in other.properties):
            yield from units_in(("property_groups", number, "properties"), other.properties, old)


def units_in(owner: Place, props: Sequence[PropertyField], name: str) -> Iterator[Place]:
    """Yield the places of properties and their fields that have their unit in the property of a name."""
    for number, prop in enumerate(props):
        if prop.unit_in == name:
            yield (*owner, number)
        if prop.fields and all(field.name != name for field in prop.fields):
            yield from units_in((*owner, number, "fields"), prop.fields, name)


def _takers(catalog: Catalog, group: PropertyGroup) -> Iterator[tuple[int, Event, list[Property]]]:
    """Yield the index of each event that takes a group, the event, and what it has of the group."""
    groups = Groups(catalog.property_groups)
    if groups.by_name.get(group.name) is group:
        for number, event in enumerate(catalog.events):
            if group.every_event or group.name in event.property_groups:
                shared = properties_of_groups(event, groups.of(event))
                yield number, event, [prop for given, prop in shared if given is group]


def _leave(catalog: Catalog, group: PropertyGroup, index: int) -> Iterator[Edit]:
    """Yield the edits by which events no longer name a group, unless another one has its name."""
    if any(other.name == group.name for number, other in enumerate(catalog.property_groups) if number != index):
        return
    for number, event in enumerate(catalog.events):
        if group.name in event.property_groups:
            named = tuple(name for name in event.property_groups if name != group.name)
            yield Set(("events", number, "property_groups"), named)
