"""A mutable catalog for many edits in a row, with an index that follows its changes."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain
from typing import Any, cast

from pydantic import PrivateAttr
from typing_extensions import override

from eventsmith.edits.catalog_index import CatalogIndex, Noun, adjust_counts, own_keys
from eventsmith.model import Campaign, Catalog, Event, Place, Property, with_needed_format


class WorkbenchIndex(CatalogIndex):
    """The index of a workbench, kept up to date by the workbench itself, so that asking costs no comparison."""

    def __init__(self, bench: Workbench) -> None:
        super().__init__()
        self._bench = bench
        self.of(bench.finished())
        self._count_keys()
        self._pointing: dict[Noun, dict[str, set[int]]] | None = None
        """By event ID: the events and campaigns that refer to it. Rebuilt after other items have moved."""
        self._own_keys: Counter[str] | None = None
        self._first: dict[str, int] | None = None
        """By key of a name: the first event that has it. Rebuilt after other items have moved."""

    def note_event(self, index: int, old: Event, new: Event) -> None:
        """Record that an event was replaced."""
        self._exchange([old], [new])
        if self._first is not None and own_keys(old) != own_keys(new):
            self._first = None
        self._point("events", index, (old.replaced_by,), (new.replaced_by,))

    def note_campaign(self, index: int, old: Campaign, new: Campaign) -> None:
        """Record that a campaign was replaced."""
        adjust_counts(self._in_campaigns, old.events(), new.events())
        self._point("campaigns", index, old.events(), new.events())

    def note_inserted(self, new: Event | Campaign) -> None:
        """Record that an item was inserted, and that those after it have moved."""
        self._pointing = None
        if isinstance(new, Campaign):
            adjust_counts(self._in_campaigns, (), new.events())
            return
        self._first = None
        self._exchange([], [new])

    def has_one_of(self, keys: Iterable[str]) -> bool:
        """Return whether an event has or had a name or ID with one of the keys."""
        if self._own_keys is None:
            self._own_keys = Counter(chain.from_iterable(map(own_keys, self._bench.events)))
        return any(key in self._own_keys for key in keys)

    def first_with(self, keys: Iterable[str]) -> int | None:
        """Return the index of the first event that has or had a name or ID with one of the keys, or None."""
        if self._first is None:
            self._first = {}
            for index, event in enumerate(self._bench.events):
                for key in own_keys(event):
                    self._first.setdefault(key, index)
        return min((self._first[key] for key in keys if key in self._first), default=None)

    @override
    def replaced_by(self, event_id: str) -> Sequence[int]:
        return sorted(self._pointing_at()["events"].get(event_id, ()))

    @override
    def campaigns_with(self, event_id: str) -> Sequence[int]:
        return sorted(self._pointing_at()["campaigns"].get(event_id, ()))

    def _exchange(self, gone: Sequence[Event], new: Sequence[Event]) -> None:
        self._count_events(*([(event.id, event.replaced_by) for event in events] for events in (gone, new)))
        self._recount_keys(*([(event.name, event.id) for event in events] for events in (gone, new)))
        if self._own_keys is not None:
            adjust_counts(self._own_keys, *(chain.from_iterable(map(own_keys, events)) for events in (gone, new)))

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

    @override
    def _count_keys(self) -> None:
        # Counted once; the note methods keep the counts up to date, as the catalog they were made from changes.
        if not self._texts:
            super()._count_keys()


class OpenEvent(Event):
    """An event on a workbench whose many properties are a mutable list."""

    @staticmethod
    def of(event: Event) -> OpenEvent:
        """Return a copy of an event with a mutable list of properties."""
        fields = {**dict(event), "properties": list(event.properties)}
        return OpenEvent.model_construct(event.model_fields_set, **fields)

    def put_property(self, number: int, new: Property) -> None:
        """Replace a property."""
        self.__dict__["properties"][number] = new

    def closed(self) -> Event:
        """Return an immutable event with the current properties."""
        fields = {**dict(self), "properties": tuple(self.properties)}
        return Event.model_construct(self.model_fields_set, **fields)


class Workbench(Catalog):
    """A mutable catalog for many edits in a row, each of which costs what it touches, not the whole.

    It is read like any catalog, but its events and campaigns are mutable lists; `finished` returns the result.
    """

    _was: Catalog = PrivateAttr()
    _touched: set[str] = PrivateAttr()
    _has_open: bool = PrivateAttr()
    """Whether there may be open events: only then `finished` looks at each event to close it."""
    _own_index: WorkbenchIndex | None = PrivateAttr()

    @staticmethod
    def of(catalog: Catalog) -> Workbench:
        """Return a workbench with the contents of a catalog."""
        bench = Workbench.model_construct()
        bench.become(catalog)
        return bench

    def become(self, catalog: Catalog) -> None:
        """Replace the contents by those of another catalog."""
        self.__dict__.update(catalog.__dict__, events=list(catalog.events), campaigns=list(catalog.campaigns))
        self._was, self._touched, self._has_open, self._own_index = catalog, set(), False, None

    def finished(self) -> Catalog:
        """Return an immutable catalog with the current contents, in the file format that they need.

        Everything untouched is shared with the original.
        """
        close = partial(map, _closed) if self._has_open else tuple
        result = self._was.model_copy(update={name: tuple(close(self.__dict__[name])) for name in self._touched})
        return with_needed_format(result, self._was)

    @property
    def index(self) -> WorkbenchIndex:
        """The index of the current contents."""
        own = self._own_index
        if own is None:
            own = self._own_index = WorkbenchIndex(self)
        return own

    def put(self, noun: Noun, index: int, new: Event | Campaign) -> None:
        """Replace an event or a campaign."""
        things = cast("list[Event | Campaign]", self.__dict__[noun])
        old, things[index] = things[index], new
        self._touched.add(noun)
        own = self._own_index
        if own is not None and isinstance(old, Event) and isinstance(new, Event):
            own.note_event(index, old, new)
        elif own is not None and isinstance(old, Campaign) and isinstance(new, Campaign):
            own.note_campaign(index, old, new)

    def change_property(self, index: int, number: int, change: Callable[[Property], Property]) -> None:
        """Replace a property of an event by what a function makes of it."""
        event, events = self.events[index], cast("list[Event]", self.events)
        if not isinstance(event, OpenEvent):
            event = events[index] = OpenEvent.of(event)
            self._touched.add("events")
            self._has_open = True
        old = event.properties[number]
        new = change(old)
        event.put_property(number, new)
        if self._own_index is not None:
            self._own_index.note_property(event, old, new)

    def rearrange(self, noun: Noun, things: Iterable[Event | Campaign]) -> None:
        """Replace all events or all campaigns, also by the same ones in another order."""
        self.__dict__[noun] = list(things)
        self._touched.add(noun)
        self._own_index = None

    def take_out(self, name: str, index: int) -> None:
        """Remove an item from one of the catalog's lists, such as its stages."""
        items = list(self.__dict__[name]) if name not in self._touched else self.__dict__[name]
        del items[index]
        self.__dict__[name] = items
        self._touched.add(name)
        self._own_index = None

    def insert(self, noun: Noun, index: int, new: Event | Campaign) -> None:
        """Insert an event or a campaign before the one at an index, or at the end."""
        self.__dict__[noun].insert(index, new)
        self._touched.add(noun)
        if self._own_index is not None:
            self._own_index.note_inserted(new)


def _closed(thing: Any) -> Any:
    return thing.closed() if isinstance(thing, OpenEvent) else thing


def noun_of(place: Place) -> Noun | None:
    """Return which list of the catalog a place leads into, events or campaigns; None for neither."""
    return "events" if place[:1] == ("events",) else "campaigns" if place[:1] == ("campaigns",) else None


class _OfThread(threading.local):
    """An index for each thread, as fixes are computed in one thread while somebody types in another."""

    def __init__(self) -> None:
        self.index = CatalogIndex()


_of_thread = _OfThread()


def index_of(catalog: Catalog) -> CatalogIndex:
    """Return the index of a catalog, valid until the next catalog is asked about."""
    return catalog.index if isinstance(catalog, Workbench) else _of_thread.index.of(catalog)
