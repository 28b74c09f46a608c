"""Which events the next command is about. Knows no screen, and no more of an event than that it is one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.model import Event


class Marks:
    """Marked events of a catalog, by their numbers; they stay marked where others come, go and move."""

    def __init__(self) -> None:
        self._events: Sequence[Event] = ()
        self.numbers: frozenset[int] = frozenset()

    def follow(self, events: Sequence[Event]) -> None:
        """Turns to the events as they are now. One that was changed is known by its number and ID."""
        old = self._events
        self._events = events
        if self.numbers and events is not old:
            same = {id(old[at]) for at in self.numbers}
            self.numbers = frozenset(
                at
                for at, event in enumerate(events)
                if id(event) in same or (at in self.numbers and at < len(old) and event.id == old[at].id)
            )

    def turn(self, number: int) -> None:
        """Marks, or marks no longer."""
        self.numbers ^= {number}

    def turn_all(self, numbers: Collection[int]) -> None:
        """Marks all of these; none of them where they are marked all."""
        self.numbers = self.numbers - {*numbers} if self.numbers.issuperset(numbers) else self.numbers | {*numbers}

    def clear(self) -> bool:
        """Marks nothing; says whether something was marked."""
        had, self.numbers = bool(self.numbers), frozenset()
        return had
