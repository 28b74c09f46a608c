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
        left, between = old[head : len(old) - tail], things[head : len(things) - tail]
        self._known.difference_update(map(id, left))
        came: list[T] = []
        for thing in between:
            own = cast("T", thing.model_copy()) if id(thing) in self._known else thing
            self._known.add(id(own))
            came.append(own)
        kept = list(old)
        kept[head : len(old) - tail] = came
        self.things = tuple(kept)
        if self._numbers is not None and len(left) == len(came):
            for thing in left:
                del self._numbers[id(thing)]
            self._numbers.update((id(thing), number) for number, thing in enumerate(came, head))
        else:
            self._numbers = None
        return left, tuple(came)

    def number(self, thing: T) -> int:
        """Return the index of an item."""
        if self._numbers is None:
            self._numbers = {id(each): number for number, each in enumerate(self.things)}
        return self._numbers[id(thing)]
