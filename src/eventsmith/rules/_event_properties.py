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
    """The properties of one event, and the fields of its lists."""

    def __init__(self, event: Event) -> None:
        self._event = event
        lists = [prop.fields for prop in reversed(event.properties) if prop.fields]
        self._siblings: dict[int, Sequence[PropertyField]] = {id(field): fields for fields in lists for field in fields}
        self._known: dict[tuple[Callable[[Sequence[PropertyField]], Any], int], Any] = {}

    def siblings(self, prop: PropertyField) -> Sequence[PropertyField]:
        """Return all properties, or all fields of the list, that a property or field belongs to, including itself."""
        return self._siblings.get(id(prop), self._event.properties)

    def computed(self, props: Sequence[PropertyField], make: Callable[[Sequence[PropertyField]], Made]) -> Made:
        """Return a function's result for a tuple of properties or fields, computing it once for the same tuple."""
        key = make, id(props)
        if key not in self._known:
            self._known[key] = make(props)
        made: Made = self._known[key]
        return made


event_properties = IdentityCache(EventProperties)
"""By event: its properties, remembered for the latest one."""
