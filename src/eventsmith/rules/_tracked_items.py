"""The items judged last, tracked by identity to find added and removed ones without comparing all others."""

from __future__ import annotations

from typing import Generic, cast

from eventsmith.ground.incremental import same_ends
from eventsmith.rules._rule import T


class TrackedItems(Generic[T]):
    """All events, or all campaigns. Holding them here keeps their identities from being reused."""

    def __init__(self) -> None:
        self.things: tuple[T, ...] = ()
        self._asked: tuple[T, ...] = ()
        self._known: set[int] = set()
        self._numbers: dict[int, int] | None = None

    def update_to(self, things: tuple[T, ...]) -> tuple[tuple[T, ...], tuple[T, ...]]:
        """Return the items removed and the items added; a moved one is in both.

        An item that equals the old one in its place is still that one. A second occurrence of an object becomes a copy.
        """
        if things is self._asked:
            return (), ()
        self._asked, old = things, self.things
        head, tail = same_ends(old, things)
        if len(old) == len(things):
            # Of many edited at once, such as all that take a group, those between are left alone.
            places = [n for n in range(head, len(old) - tail) if old[n] is not things[n] and old[n] != things[n]]
            left, between = tuple(old[n] for n in places), tuple(things[n] for n in places)
        else:
            left, between = old[head : len(old) - tail], things[head : len(things) - tail]
        self._known.difference_update(map(id, left))
        came: list[T] = []
        for thing in between:
            own = cast("T", thing.model_copy()) if id(thing) in self._known else thing
            self._known.add(id(own))
            came.append(own)
        kept = list(old)
        if len(old) != len(things):
            kept[head : len(old) - tail] = came
            self._numbers = None
        else:
            for place, own in zip(places, came, strict=True):
                kept[place] = own
            if self._numbers is not None:
                for thing in left:
                    del self._numbers[id(thing)]
                self._numbers.update((id(own), place) for place, own in zip(places, came, strict=True))
        self.things = tuple(kept)
        return left, tuple(came)

    def number(self, thing: T) -> int:
        """Return the index of an item."""
        if self._numbers is None:
            self._numbers = {id(each): number for number, each in enumerate(self.things)}
        return self._numbers[id(thing)]
