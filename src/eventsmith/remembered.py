"""What is made of each event, remembered: another catalog costs the events that are others. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")


class PerItem(Generic[Item, Made]):
    """Something made of each item of a list of values that is asked about again and again, with few other items."""

    def __init__(self, make: Callable[[Item], Made]) -> None:
        self._make = make
        self._items: Sequence[Item] = ()
        self.made: list[Made] = []
        """What was made of the items that were asked about last, in their order."""

    def turn_to(self, items: Sequence[Item]) -> tuple[list[Made], list[Made]]:
        """Makes what is missing. Answers with what was made of items that are gone, and of those that are new.

        Items are told by identity, position by position from both ends: that runs in C, and an edit touches few.
        """
        old = self._items
        if items is old:
            return [], []
        if len(items) == len(old):
            changed = list(compress(count(), map(is_not, old, items)))
            gone = [self.made[at] for at in changed]
            new = [self._make(items[at]) for at in changed]
            for at, made in zip(changed, new, strict=True):
                self.made[at] = made
            self._items = items
            return gone, new
        shorter = min(len(items), len(old))
        start = next(compress(count(), map(is_not, old, items)), shorter)
        end = next(compress(count(), map(is_not, reversed(old), reversed(items))), shorter)
        end = min(end, shorter - start)
        stretch = slice(start, len(old) - end)
        gone, new = self.made[stretch], [self._make(item) for item in items[start : len(items) - end]]
        self.made[stretch] = new
        self._items = items
        return gone, new
