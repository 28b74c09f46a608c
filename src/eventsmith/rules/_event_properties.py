"""Facts about all properties of one event, computed once for the rules that look at its properties one by one.

Rules are asked about the properties of an event in turn. If they looked at all of its properties each time, an event
with thousands of them would never be done.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from eventsmith.model import Event, PropertyField
from eventsmith.rules._identity_cache import IdentityCache

Made = TypeVar("Made")


class EventProperties:
    """The properties of one event, and the fields in them."""

    def __init__(self, event: Event) -> None:
        self._event = event
        self._levels: dict[int, tuple[Sequence[PropertyField], ...]] = {}
        self._holders: dict[int, PropertyField] = {}
        for prop in reversed(event.properties):
            if prop.fields:
                self._note(prop, (event.properties,))
        self._known: dict[tuple[Callable[[Sequence[PropertyField]], Any], int], Any] = {}

    def _note(self, holder: PropertyField, outer: tuple[Sequence[PropertyField], ...]) -> None:
        levels = (holder.fields, *outer)
        for field in holder.fields:
            self._levels[id(field)] = levels
            self._holders[id(field)] = holder
            if field.fields:
                self._note(field, levels)

    def holder(self, field: PropertyField) -> PropertyField | None:
        """Return the list or object that a field is in; None for a property."""
        return self._holders.get(id(field))

    def siblings(self, prop: PropertyField) -> Sequence[PropertyField]:
        """Return all properties, or all fields of one list or object, among which a property or field stands."""
        return self.levels(prop)[0]

    def levels(self, prop: PropertyField) -> Sequence[Sequence[PropertyField]]:
        """Return the siblings of a property or field, then those of what it is in, out to the event's properties."""
        return self._levels.get(id(prop)) or (self._event.properties,)

    def computed(self, props: Sequence[PropertyField], make: Callable[[Sequence[PropertyField]], Made]) -> Made:
        """Return a function's result for a tuple of properties or fields, computing it once for the same tuple."""
        key = make, id(props)
        if key not in self._known:
            self._known[key] = make(props)
        made: Made = self._known[key]
        return made


event_properties = IdentityCache(EventProperties)
"""By event: its properties, remembered for the latest one."""
