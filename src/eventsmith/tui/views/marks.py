"""The marks that say which events the next command applies to."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.model import Event
    from eventsmith.tui.views.row import RowKey

OWN = "event"
"""The kind of rows for events in the catalog; rows of all other kinds are for offered events."""


class Marks:
    """The marked events: those in the catalog by index, which follows them when others come, go or move; offered ones
    by the keys of their rows.
    """

    def __init__(self) -> None:
        self._events: Sequence[Event] = ()
        self.numbers: frozenset[int] = frozenset()
        self.offers: frozenset[RowKey] = frozenset()
        self._before: tuple[frozenset[int], frozenset[RowKey]] | None = None
        """What was marked before the current range was started."""

    def __bool__(self) -> bool:
        return bool(self.numbers or self.offers)

    def follow(self, events: Sequence[Event]) -> None:
        """Update the marks to the current events. An edited event is recognised by its index and ID."""
        old = self._events
        self._events = events
        if events is not old:
            self._before = None
        if self.numbers and events is not old:
            same = {id(old[at]) for at in self.numbers}
            self.numbers = frozenset(
                at
                for at, event in enumerate(events)
                if id(event) in same or (at in self.numbers and at < len(old) and event.id == old[at].id)
            )

    def turn(self, key: RowKey) -> None:
        """Mark a row, or unmark it."""
        numbers, offers = _split([key])
        self.numbers ^= numbers
        self.offers ^= offers

    def turn_all(self, keys: Collection[RowKey]) -> None:
        """Mark all of these rows, or unmark them if all are marked already."""
        numbers, offers = _split(keys)
        if self.numbers >= numbers and self.offers >= offers:
            self.numbers, self.offers = self.numbers - numbers, self.offers - offers
        else:
            self.numbers, self.offers = self.numbers | numbers, self.offers | offers

    def extend(self, keys: Iterable[RowKey], *, anew: bool) -> None:
        """Mark a range, in addition to what was marked before it was started; `anew` starts another range."""
        if anew or self._before is None:
            self._before = (self.numbers, self.offers)
        numbers, offers = _split(keys)
        self.numbers, self.offers = self._before[0] | numbers, self._before[1] | offers

    def clear(self) -> bool:
        """Remove all marks, and return whether there were any."""
        had = bool(self)
        self.numbers, self.offers, self._before = frozenset(), frozenset(), None
        return had


def _split(keys: Iterable[RowKey]) -> tuple[frozenset[int], frozenset[RowKey]]:
    own, offered = set(), set()
    for key in keys:
        if key.kind == OWN:
            own.add(key.number)
        else:
            offered.add(key)
    return frozenset(own), frozenset(offered)
