"""Properties that events share word for word, and could have from a property group instead."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from eventsmith.model import Catalog, Groups, Property

_FEWEST_EVENTS = 3
_MOST_OFFERS = 5
_MOST_SAID = 20
"""The number of things said under one name that are told apart; what is said after them is rare."""


class Shared(NamedTuple):
    """Properties that say the same in all of some events."""

    properties: tuple[Property, ...]
    events: tuple[int, ...]
    """The indices of the events, ascending."""

    @property
    def saved(self) -> int:
        """How many properties need not be written any more."""
        return len(self.properties) * (len(self.events) - 1)


class Having(NamedTuple):
    """The events that have all of some properties, by name."""

    events: tuple[int, ...]
    unlike: dict[str, int]
    """By the name of a property: in how many of these events it says something else."""


def events_having(catalog: Catalog, props: Sequence[Property]) -> Having:
    """Find the events that have properties of these names themselves, and at least one of them word for word."""
    found: list[int] = []
    unlike: dict[str, int] = {}
    for index, event in enumerate(catalog.events):
        own = {prop.name: prop for prop in reversed(event.properties)}
        if all(prop.name in own for prop in props) and any(own[prop.name] == prop for prop in props):
            found.append(index)
            for prop in props:
                if own[prop.name] != prop:
                    unlike[prop.name] = unlike.get(prop.name, 0) + 1
    return Having(tuple(found), unlike)


def shared_properties(catalog: Catalog) -> list[Shared]:
    """Offer up to five groups, those that save the most first; no property of an event is in two of them."""
    having = _having(catalog)
    offers: list[Shared] = []
    while having and len(offers) < _MOST_OFFERS:
        best = max((_grown_from(having, first) for first in _promising(having)), key=lambda offer: offer.saved)
        if len(best.properties) < 2:
            break
        offers.append(best)
        having = _without(having, best)
    return offers


_Having = dict[tuple[str, int], tuple[Property, frozenset[int]]]
"""By name and number: a property that says one of the things said under that name, and the events that have it."""


def _having(catalog: Catalog) -> _Having:
    """Return the properties that enough events have themselves; a name twice in an event counts for nothing."""
    groups = Groups(catalog.property_groups)
    said: dict[str, list[tuple[Property, set[int]]]] = {}
    for index, event in enumerate(catalog.events):
        names = [prop.name for prop in event.properties]
        given = {prop.name for group in groups.of(event) for prop in group.properties}
        for prop in event.properties:
            if prop.name and prop.name not in given and names.count(prop.name) == 1:
                known = said.setdefault(prop.name, [])
                same = next((events for other, events in known if other == prop), None)
                if same is not None:
                    same.add(index)
                elif len(known) < _MOST_SAID:
                    known.append((prop, {index}))
    return {
        (name, number): (prop, frozenset(events))
        for name, known in said.items()
        for number, (prop, events) in enumerate(known)
        if len(events) >= _FEWEST_EVENTS
    }


def _promising(having: _Having) -> Iterator[tuple[str, int]]:
    """Yield the properties to grow an offer from: the most frequent ones."""
    yield from sorted(having, key=lambda said: (-len(having[said][1]), said))[:_MOST_OFFERS]


def _grown_from(having: _Having, first: tuple[str, int]) -> Shared:
    """Add properties to the first, each time the one that leaves the most events, as long as that saves more."""
    taken, events = [first], having[first][1]
    rest = {said: those & events for said, (_, those) in having.items() if said != first}
    while rest:
        said = max(rest, key=lambda said: (len(rest[said]), said))
        left = rest.pop(said)
        if len(left) < _FEWEST_EVENTS or (len(taken) + 1) * (len(left) - 1) <= len(taken) * (len(events) - 1):
            break
        taken.append(said)
        if left != events:
            events = left
            rest = {said: those & events for said, those in rest.items()}
    order = {said: number for number, said in enumerate(having)}
    return Shared(tuple(having[said][0] for said in sorted(taken, key=order.__getitem__)), tuple(sorted(events)))


def _without(having: _Having, offer: Shared) -> _Having:
    """Return what is left when the events of an offer no longer have its properties themselves."""
    names, events = {prop.name for prop in offer.properties}, frozenset(offer.events)
    rest = {said: (prop, those - events if prop.name in names else those) for said, (prop, those) in having.items()}
    return {said: each for said, each in rest.items() if len(each[1]) >= _FEWEST_EVENTS}
