"""Which IDs a catalog has, and which of them something points at. Knows no names and no edits."""

from __future__ import annotations

import threading
from collections import Counter

from eventsmith.model import Campaign, Catalog, Event
from eventsmith.remembered import PerItem


class KnownIds(threading.local):
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

    def of(self, catalog: Catalog) -> KnownIds:
        """The same, of this catalog."""
        for sign, those in zip((-1, 1), self._events.turn_to(catalog.events), strict=True):
            for event_id, replaced_by in those:
                _add(self._ids, event_id, sign)
                _add(self._in_any_case, event_id.casefold(), sign)
                _add(self._replacing, replaced_by, sign)
        for sign, found in zip((-1, 1), self._campaigns.turn_to(catalog.campaigns), strict=True):
            for pointed in found:
                for event_id in pointed:
                    _add(self._in_campaigns, event_id, sign)
        return self

    def is_shared(self, event: Event) -> bool:
        """Whether another event than this one of the catalog has its ID."""
        return self._ids[event.id] > 1

    def is_taken(self, event_id: str, but: Event | None = None) -> bool:
        """Whether an event has the ID, in whatever case, besides one of the catalog."""
        key = event_id.casefold()
        return self._in_any_case[key] > (but is not None and but.id.casefold() == key)

    def is_successor(self, event_id: str) -> bool:
        """Whether an event says that it is replaced by this one."""
        return event_id in self._replacing

    def is_used(self, event_id: str) -> bool:
        """Whether a campaign points at it."""
        return event_id in self._in_campaigns


def _add(counted: Counter[str], key: str, number: int) -> None:
    counted[key] += number
    if not counted[key]:
        del counted[key]


known_ids = KnownIds()
