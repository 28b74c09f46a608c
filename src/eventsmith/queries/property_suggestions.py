"""Suggestions for properties of an event, from presets and from the catalog's other events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from eventsmith.edits import adapted_property, find_event, same_property
from eventsmith.model import Catalog, Event, Property
from eventsmith.presets import presets_of

MOST = 12
"""The number of suggestions from the catalog itself: no more than can be taken in at a glance."""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A suggested property and its source."""

    prop: Property
    source: str
    """The name of a preset; empty for the catalog's other events."""
    event: str
    """The name of the event that has the property there."""

    @property
    def origin(self) -> str:
        """Where the property comes from, in words."""
        return self.source or f"“{self.event}”"


class Suggestions:
    """An index of which event has which property, updated only for the events that changed."""

    def __init__(self) -> None:
        self._events: tuple[Event, ...] = ()
        self._having: dict[str, dict[int, Property]] = {}
        """By the key of a property's name: the index of each event that has the property."""

    def of(self, catalog: Catalog, index: int) -> list[Suggestion]:
        """Suggest properties for the event at an index: those it has in presets first, then the most frequent."""
        self._look_at(catalog.events)
        own = catalog.events[index]
        seen = {same_property(prop.name) for prop in own.properties} | {""}
        found: list[Suggestion] = []
        for source, event in _in_presets(catalog.industries, (own.name, own.id, own.aliases, own.former_ids)):
            for prop in event.properties:
                adopted = adapted_property(catalog, prop)
                if same_property(adopted.name) not in seen:
                    seen.add(same_property(adopted.name))
                    found.append(Suggestion(adopted, source, event.name))
        others = ((-len(having), key) for key, having in self._having.items() if key not in seen)
        for _, key in nsmallest(MOST, others):
            first = min(self._having[key])
            found.append(Suggestion(self._having[key][first], "", catalog.events[first].name))
        return found

    def _look_at(self, events: tuple[Event, ...]) -> None:
        if len(events) != len(self._events):
            self._events, self._having = (), {}
        elif events is self._events:
            return
        for index, event in enumerate(events):
            before = self._events[index] if self._events else None
            if event is not before:
                for key in _keys(before):
                    having = self._having[key]
                    having.pop(index, None)
                    if not having:
                        del self._having[key]
                for prop in event.properties:
                    if key := same_property(prop.name):
                        self._having.setdefault(key, {}).setdefault(index, prop)
        self._events = events


def _keys(event: Event | None) -> set[str]:
    return {same_property(prop.name) for prop in event.properties} - {""} if event is not None else set()


@lru_cache(maxsize=256)
def _in_presets(
    industries: tuple[str, ...], texts: tuple[str, str, tuple[str, ...], tuple[str, ...]]
) -> tuple[tuple[str, Event], ...]:
    """List the preset events that match these texts, under any form of their names."""
    name, id_, aliases, former_ids = texts
    alone = Catalog(events=(Event(name=name, id=id_, aliases=aliases, former_ids=former_ids),))
    return tuple(
        (preset.name, event)
        for preset in presets_of(industries)
        for event in preset.events
        if find_event(alone, event) is not None
    )
