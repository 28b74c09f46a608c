"""A catalog on which many edits are made, and what is known of it meanwhile. Knows no edits."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Any, cast

from pydantic import PrivateAttr

from eventsmith.edits.known import Known, Noun, own_keys, recount
from eventsmith.model import Campaign, Catalog, Event, Place, Property


class KnownOfBench(Known):
    """The same of a workbench, which says what it puts where: to know on costs nothing."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.of(bench.finished())
        self._count_keys()
        self._pointing: dict[Noun, dict[str, set[int]]] | None = None
        """By the ID of an event: which events and campaigns point at it. Counted anew where others have moved."""
        self._own_keys: Counter[str] | None = None
        self._first: dict[str, int] | None = None
        """By the key of a name: the first event that has it. Counted anew where others have moved."""

    def note_event(self, index: int, old: Event, new: Event) -> None:
        """Knows that one event was put in the place of another."""
        self._exchange([old], [new])
        if self._first is not None and own_keys(old) != own_keys(new):
            self._first = None
        self._point("events", index, (old.replaced_by,), (new.replaced_by,))

    def note_campaign(self, index: int, old: Campaign, new: Campaign) -> None:
        """The same of campaigns."""
        recount(self._in_campaigns, old.events(), new.events())
        self._point("campaigns", index, old.events(), new.events())

    def note_inserted(self, new: Event | Campaign) -> None:
        """Know that there is one more, and that those behind it have moved."""
        self._pointing = None
        if isinstance(new, Campaign):
            recount(self._in_campaigns, (), new.events())
            return
        self._first = None
        self._exchange([], [new])

    def has_one_of(self, keys: Iterable[str]) -> bool:
        """Say whether an event is, or was, called by one of the keys."""
        if self._own_keys is None:
            self._own_keys = Counter(chain.from_iterable(map(own_keys, self._bench.events)))
        return any(key in self._own_keys for key in keys)

    def first_with(self, keys: Iterable[str]) -> int | None:
        """Find the first event that is, or was, called by one of the keys."""
        if self._first is None:
            self._first = {}
            for index, event in enumerate(self._bench.events):
                for key in own_keys(event):
                    self._first.setdefault(key, index)
        return min((self._first[key] for key in keys if key in self._first), default=None)

    def replaced_by(self, event_id: str) -> Sequence[int]:
        """See Known."""
        return sorted(self._pointing_at()["events"].get(event_id, ()))

    def campaigns_with(self, event_id: str) -> Sequence[int]:
        """See Known."""
        return sorted(self._pointing_at()["campaigns"].get(event_id, ()))

    def _exchange(self, gone: Sequence[Event], new: Sequence[Event]) -> None:
        self._count_events(*([(event.id, event.replaced_by) for event in events] for events in (gone, new)))
        self._recount_keys(*([(event.name, event.id) for event in events] for events in (gone, new)))
        if self._own_keys is not None:
            recount(self._own_keys, *(chain.from_iterable(map(own_keys, events)) for events in (gone, new)))

    def _pointing_at(self) -> dict[Noun, dict[str, set[int]]]:
        if self._pointing is None:
            self._pointing = {"events": {}, "campaigns": {}}
            for index, event in enumerate(self._bench.events):
                self._point("events", index, (), (event.replaced_by,))
            for index, campaign in enumerate(self._bench.campaigns):
                self._point("campaigns", index, (), campaign.events())
        return self._pointing

    def _point(self, noun: Noun, index: int, old: Iterable[str], new: Iterable[str]) -> None:
        if self._pointing is None:
            return
        pointing = self._pointing[noun]
        for event_id in old:
            pointing[event_id].discard(index)
        for event_id in new:
            pointing.setdefault(event_id, set()).add(index)

    def _count_keys(self) -> None:
        # Kept from then on by what is noted; the catalog it was first counted of is no more.
        if not self._texts:
            super()._count_keys()


class OpenEvent(Event):
    """An event on a bench, asked like any, whose properties are a list that changes, as it has many."""

    @staticmethod
    def of(event: Event) -> OpenEvent:
        """The event, opened."""
        fields = {**dict(event), "properties": list(event.properties)}
        return OpenEvent.model_construct(event.model_fields_set, **fields)

    def put_property(self, number: int, new: Property) -> None:
        """Puts a property in the place of another."""
        self.__dict__["properties"][number] = new

    def closed(self) -> Event:
        """An event as it is now."""
        fields = {**dict(self), "properties": tuple(self.properties)}
        return Event.model_construct(self.model_fields_set, **fields)


class Workbench(Catalog):
    """A catalog on which many edits are made, one after the other: each costs what it touches, not the whole.

    It is asked like any catalog, but its events and campaigns are lists that change; `finished` is what came of it.
    """

    _was: Catalog = PrivateAttr()
    _touched: set[str] = PrivateAttr()
    _has_open: bool = PrivateAttr()
    """Whether events may lie open on it: only then it costs a look at each to close them."""
    _known: KnownOfBench | None = PrivateAttr()

    @staticmethod
    def of(catalog: Catalog) -> Workbench:
        """A bench that holds what the catalog does."""
        bench = Workbench.model_construct()
        bench.become(catalog)
        return bench

    def become(self, catalog: Catalog) -> None:
        """Holds another catalog instead."""
        self.__dict__.update(catalog.__dict__, events=list(catalog.events), campaigns=list(catalog.campaigns))
        self._was, self._touched, self._has_open, self._known = catalog, set(), False, None

    def finished(self) -> Catalog:
        """A catalog as it is now; all that no edit has touched are the same objects."""
        close = partial(map, _closed) if self._has_open else tuple
        return self._was.model_copy(update={name: tuple(close(self.__dict__[name])) for name in self._touched})

    @property
    def known(self) -> KnownOfBench:
        """What is known of it as it is now."""
        known = self._known
        if known is None:
            known = self._known = KnownOfBench(self)
        return known

    def put(self, noun: Noun, index: int, new: Event | Campaign) -> None:
        """Puts an event, or a campaign, in the place of another."""
        things = cast("list[Event | Campaign]", self.__dict__[noun])
        old, things[index] = things[index], new
        self._touched.add(noun)
        known = self._known
        if known is not None and isinstance(old, Event) and isinstance(new, Event):
            known.note_event(index, old, new)
        elif known is not None and isinstance(old, Campaign) and isinstance(new, Campaign):
            known.note_campaign(index, old, new)

    def change_property(self, index: int, number: int, change: Callable[[Property], Property]) -> None:
        """Puts in the place of a property of an event what the function makes of it."""
        event, events = self.events[index], cast("list[Event]", self.events)
        if not isinstance(event, OpenEvent):
            event = events[index] = OpenEvent.of(event)
            self._touched.add("events")
            self._has_open = True
        old = event.properties[number]
        new = change(old)
        event.put_property(number, new)
        if self._known is not None:
            self._known.note_property(event, old, new)

    def rearrange(self, noun: Noun, things: Iterable[Event | Campaign]) -> None:
        """Has other events, or campaigns, or the same in another order."""
        self.__dict__[noun] = list(things)
        self._touched.add(noun)
        self._known = None

    def take_out(self, name: str, index: int) -> None:
        """Takes an item out of one of the catalog's lists, such as its stages."""
        items = list(self.__dict__[name]) if name not in self._touched else self.__dict__[name]
        del items[index]
        self.__dict__[name] = items
        self._touched.add(name)
        self._known = None

    def insert(self, noun: Noun, index: int, new: Event | Campaign) -> None:
        """Puts an event, or a campaign, before another, or behind the last."""
        self.__dict__[noun].insert(index, new)
        self._touched.add(noun)
        if self._known is not None:
            self._known.note_inserted(new)


def _closed(thing: Any) -> Any:
    return thing.closed() if isinstance(thing, OpenEvent) else thing


def noun_of(place: Place) -> Noun | None:
    """Whether a place is among the events, or the campaigns, of a catalog."""
    return "events" if place[:1] == ("events",) else "campaigns" if place[:1] == ("campaigns",) else None


class _OfThread(threading.local):
    """Of each thread its own, as fixes are made in one beside typing."""

    def __init__(self) -> None:
        self.known = Known()


_of_thread = _OfThread()


def known_of(catalog: Catalog) -> Known:
    """What is known of a catalog, until the next one is asked about."""
    return catalog.known if isinstance(catalog, Workbench) else _of_thread.known.of(catalog)
