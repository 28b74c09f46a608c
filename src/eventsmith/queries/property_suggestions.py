"""Suggestions for properties of an event, from presets and from the catalog's other events."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from heapq import nsmallest

from eventsmith.edits import adapted_property, find_event, same_property
from eventsmith.ground.incremental import same_ends
from eventsmith.model import Catalog, Event, Property, properties_of
from eventsmith.presets import presets_of
from eventsmith.queries.property_index import PropertyIndex

_Texts = tuple[str, str, tuple[str, ...], tuple[str, ...]]
"""What an event is called: name, ID, aliases and former IDs."""
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
    events: int = 0
    """How many other events of the catalog have the property."""

    @property
    def origin(self) -> str:
        """Where the property comes from, in words."""
        return self.source or f"“{self.event}”"


class Suggestions:
    """What is suggested, remembered for as long as nothing changes but the values of the event's own properties."""

    def __init__(self, index: PropertyIndex | None = None) -> None:
        """Take an index to share, of which event has which property."""
        self._index = index or PropertyIndex()
        self._events: tuple[Event, ...] = ()
        self._about: object = None
        self._found: list[Suggestion] = []

    def of(self, catalog: Catalog, index: int) -> list[Suggestion]:
        """Suggest properties for the event at an index: those it has in presets first, then those of other events.

        Of both, those come first that the most events share; what campaigns need counts twice.
        """
        own = catalog.events[index]
        seen = frozenset(same_property(prop.name) for prop in properties_of(catalog, own)) | {""}
        texts = (own.name, own.id, own.aliases, own.former_ids)
        about = (index, seen, catalog.industries, catalog.naming, texts)
        if about != self._about or not _only_one_differs(self._events, catalog.events, index):
            self._about, self._found = about, self._suggested(catalog, texts, seen)
        self._events = catalog.events
        return self._found

    def _suggested(self, catalog: Catalog, texts: _Texts, own: frozenset[str]) -> list[Suggestion]:
        self._index.look_at(catalog.events)
        seen = {*own}
        found: list[Suggestion] = []
        for source, event in _in_presets(catalog.industries, texts):
            for prop in event.properties:
                adopted = adapted_property(catalog, prop)
                key = same_property(adopted.name)
                if key not in seen:
                    seen.add(key)
                    found.append(Suggestion(adopted, source, event.name, len(self._index.having(key))))
        found.sort(key=lambda one: -_weight(one.prop, one.events))
        others = (
            (-_weight(having[min(having)], len(having)), key)
            for key, having in self._index.names.items()
            if key not in seen
        )
        for _, key in nsmallest(MOST, others):
            having = self._index.names[key]
            first = min(having)
            found.append(Suggestion(having[first], "", catalog.events[first].name, len(having)))
        return found


def _only_one_differs(before: tuple[Event, ...], after: tuple[Event, ...], index: int) -> bool:
    head, tail = same_ends(before, after)
    return len(before) == len(after) and head >= index and head + 1 + tail >= len(after)


def _weight(prop: Property, events: int) -> int:
    """Return how much a suggestion is worth: more where many events have it, twice where campaigns need it."""
    return (events + 1) * (2 if "campaign" in prop.used_for else 1)


@lru_cache(maxsize=256)
def _in_presets(industries: tuple[str, ...], texts: _Texts) -> tuple[tuple[str, Event], ...]:
    """List the preset events that match these texts, under any form of their names."""
    name, id_, aliases, former_ids = texts
    alone = Catalog(events=(Event(name=name, id=id_, aliases=aliases, former_ids=former_ids),))
    return tuple(
        (preset.name, event)
        for preset in presets_of(industries)
        for event in preset.events
        if find_event(alone, event) is not None
    )
