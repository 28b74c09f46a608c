"""Which groups events name, and which of their own properties stand before those of a group."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from eventsmith.model import Event, Property, PropertyGroup


def groups_named(event: Event) -> Iterator[str]:
    """Yield the names of the groups that an event takes."""
    yield from event.property_groups


def overridden(
    groups: Sequence[PropertyGroup], event: Event
) -> Iterator[tuple[int, Property, PropertyGroup, Property]]:
    """Yield the index of each property that a group has as well, the property, the group, and the group's property."""
    own = {prop.name: (number, prop) for number, prop in reversed([*enumerate(event.properties)]) if prop.name}
    for group in groups if own else ():
        for other in group.properties:
            if other.name in own:
                number, prop = own.pop(other.name)
                yield number, prop, group, other
