"""Which IDs a catalog has, which of them something points at, and what its events are called. Knows no edits."""

from __future__ import annotations

import threading
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from eventsmith.model import Campaign, Catalog, Event
from eventsmith.naming import same_key
from eventsmith.remembered import PerItem


class Known(threading.local):
    """Counted for the catalog asked about last: another costs what is other in it, not its ten thousand events.

    Of each thread its own, as fixes are made in one beside typing.
    """

    def __init__(self) -> None:
        self._events: PerItem[Event, tuple[str, str]] = PerItem(lambda event: (event.id, event.replaced_by))
        self._campaigns: PerItem[Campaign, tuple[str, ...]] = PerItem(lambda campaign: campaign.events())
        self._ids: Counter[str] = Counter()
        self._in_any_case: Counter[str] = Counter()
        self._replacing: Counter[str] = Counter()
        self._in_campaigns: Counter[str] = Counter()
        self._asked: tuple[Event, ...] = ()
        self._called: PerItem[Event, frozenset[str]] = PerItem(_keys_of)
        """Turned to those that were asked about only when it is asked for, as few edits need it."""
        self._keys: Counter[str] = Counter()

    def of(self, catalog: Catalog) -> Known:
        """The same, of this catalog."""
        self._asked = catalog.events
        gone, new = self._events.turn_to(catalog.events)
        _recount(self._ids, (event_id for event_id, _ in gone), (event_id for event_id, _ in new))
        _recount(self._in_any_case, (one.casefold() for one, _ in gone), (one.casefold() for one, _ in new))
        _recount(self._replacing, (successor for _, successor in gone), (successor for _, successor in new))
        left, came = self._campaigns.turn_to(catalog.campaigns)
        _recount(self._in_campaigns, chain.from_iterable(left), chain.from_iterable(came))
        return self

    def is_shared(self, event: Event) -> bool:
        """Whether another event than this one of the catalog has its ID."""
        return self._ids[event.id] > 1

    def is_taken(self, event_id: str, but: Event | None = None) -> bool:
        """Whether an event has the ID, in whatever case, besides one of the catalog."""
        key = event_id.casefold()
        return self._in_any_case[key] > (but is not None and but.id.casefold() == key)

    def is_called(self, text: str, but: Event) -> bool:
        """Whether an event has the text as its name or ID, however it is written, besides one of the catalog."""
        gone, new = self._called.turn_to(self._asked)
        _recount(self._keys, chain.from_iterable(gone), chain.from_iterable(new))
        key = same_key(text)
        return self._keys[key] > (key in _keys_of(but))

    def is_successor(self, event_id: str) -> bool:
        """Whether an event says that it is replaced by this one."""
        return event_id in self._replacing

    def is_used(self, event_id: str) -> bool:
        """Whether a campaign points at it."""
        return event_id in self._in_campaigns


def _keys_of(event: Event) -> frozenset[str]:
    return frozenset((same_key(event.name), same_key(event.id)))


def _recount(counted: Counter[str], gone: Iterable[str], new: Iterable[str]) -> None:
    counted.update(new)
    for key in gone:
        counted[key] -= 1
        if not counted[key]:
            del counted[key]


_known = Known()


def known_of(catalog: Catalog) -> Known:
    """What is known of a catalog, until the next one is asked about."""
    return _known.of(catalog)
