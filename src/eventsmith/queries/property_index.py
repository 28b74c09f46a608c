"""Which event has which property, by all spellings of its name."""

from __future__ import annotations

from collections.abc import Mapping

from eventsmith.edits import same_property
from eventsmith.ground.incremental import same_ends
from eventsmith.model import Event, Property


class PropertyIndex:
    """An index of the properties that events have themselves, updated only for the events that changed."""

    def __init__(self) -> None:
        self._events: tuple[Event, ...] = ()
        self._having: dict[str, dict[int, Property]] = {}

    @property
    def names(self) -> Mapping[str, Mapping[int, Property]]:
        """By the key of a property's name: the index of each event that has the property."""
        return self._having

    def having(self, name: str) -> Mapping[int, Property]:
        """Return the events that have a property of a name, under any spelling, by their indices."""
        return self._having.get(same_property(name), {})

    def look_at(self, events: tuple[Event, ...]) -> None:
        """Bring the index up to date."""
        if len(events) != len(self._events):
            self._events, self._having = (), {}
        elif events is self._events:
            return
        head, tail = same_ends(self._events, events)
        for index in range(head, len(events) - tail):
            before = self._events[index] if self._events else None
            for key in _keys(before):
                having = self._having[key]
                having.pop(index, None)
                if not having:
                    del self._having[key]
            for prop in events[index].properties:
                if key := same_property(prop.name):
                    self._having.setdefault(key, {}).setdefault(index, prop)
        self._events = events


def _keys(event: Event | None) -> set[str]:
    return {same_property(prop.name) for prop in event.properties} - {""} if event is not None else set()
