"""Properties that an event has not, and that presets and the catalog's other events have. Knows no screen."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from eventsmith.edits import adopted_property, find_event, same_property
from eventsmith.model import Catalog, Event, Property
from eventsmith.presets import presets_of

MOST = 12
"""Of the catalog's own: more than one takes in at a glance."""


@dataclass(frozen=True, slots=True)
class Suggested:
    """A property, and where it comes from."""

    prop: Property
    source: str
    """The name of a preset; empty for the catalog's other events."""
    event: str
    """The name of the event that has it there."""

    @property
    def origin(self) -> str:
        """Where it comes from, in words."""
        return self.source or f"“{self.event}”"


class Suggestions:
    """Remembers which event has which property, so that a key costs the events that it changed."""

    def __init__(self) -> None:
        self._events: tuple[Event, ...] = ()
        self._having: dict[str, dict[int, Property]] = {}
        """By the key of its name, the index of each event that has the property."""

    def of(self, catalog: Catalog, index: int) -> list[Suggested]:
        """Of the same event in presets first, then what most of the other events have."""
        self._look_at(catalog.events)
        own = catalog.events[index]
        seen = {same_property(prop.name) for prop in own.properties} | {""}
        found: list[Suggested] = []
        for source, event in _in_presets(catalog.industries, (own.name, own.id, own.aliases, own.former_ids)):
            for prop in event.properties:
                adopted = adopted_property(catalog, prop)
                if same_property(adopted.name) not in seen:
                    seen.add(same_property(adopted.name))
                    found.append(Suggested(adopted, source, event.name))
        others = ((-len(having), key) for key, having in self._having.items() if key not in seen)
        for _, key in nsmallest(MOST, others):
            first = min(self._having[key])
            found.append(Suggested(self._having[key][first], "", catalog.events[first].name))
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
    """The events of presets that are an event of these texts, under any form of their names."""
    name, id_, aliases, former_ids = texts
    alone = Catalog(events=(Event(name=name, id=id_, aliases=aliases, former_ids=former_ids),))
    return tuple(
        (preset.name, event)
        for preset in presets_of(industries)
        for event in preset.events
        if find_event(alone, event) is not None
    )
