"""The property groups that events take, and events with the properties of their groups written out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from eventsmith.model.catalog import Catalog
from eventsmith.model.event import Event
from eventsmith.model.property import Property
from eventsmith.model.property_group import PropertyGroup


class Groups:
    """The property groups of a catalog. Of several with one name, the first counts."""

    def __init__(self, groups: Sequence[PropertyGroup]) -> None:
        self.by_name: Mapping[str, PropertyGroup] = {group.name: group for group in reversed(groups)}
        self.of_every_event: Sequence[PropertyGroup] = [
            group for group in groups if self.by_name[group.name] is group and group.every_event
        ]

    def of(self, event: Event) -> Sequence[PropertyGroup]:
        """Return the groups that an event takes: those that it names and that there are, then those of every event."""
        if not event.property_groups:
            return self.of_every_event
        named = [self.by_name[name] for name in dict.fromkeys(event.property_groups) if name in self.by_name]
        return [*named, *(group for group in self.of_every_event if group.name not in event.property_groups)]


def properties_of_groups(event: Event, groups: Iterable[PropertyGroup]) -> Iterator[tuple[PropertyGroup, Property]]:
    """Yield what an event has of its groups: no property of a name that itself or an earlier group has."""
    names = {prop.name for prop in event.properties}
    for group in groups:
        for prop in group.properties:
            if prop.name not in names:
                names.add(prop.name)
                yield group, prop


def properties_with_groups(event: Event, groups: Iterable[PropertyGroup]) -> tuple[Property, ...]:
    """Return an event's own properties, then those of its groups; of several with one name, the first."""
    return (*event.properties, *(prop for _, prop in properties_of_groups(event, groups)))


def properties_of(catalog: Catalog, event: Event) -> tuple[Property, ...]:
    """Return all properties that an event of the catalog has, its groups' included."""
    if not catalog.property_groups:
        return event.properties
    return properties_with_groups(event, Groups(catalog.property_groups).of(event))


def written_out(catalog: Catalog) -> Catalog:
    """Return the catalog without groups: each event has their properties itself. The same object if there are none."""
    if not catalog.property_groups:
        return catalog
    groups = Groups(catalog.property_groups)
    events = tuple(_written_out(event, groups.of(event)) for event in catalog.events)
    return catalog.model_copy(update={"events": events, "property_groups": ()})


def _written_out(event: Event, groups: Sequence[PropertyGroup]) -> Event:
    if not groups and not event.property_groups:
        return event
    return event.model_copy(update={"properties": properties_with_groups(event, groups), "property_groups": ()})
