"""Incremental work on lists: where two lists differ, and results per item that are made only for new items."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
_AT_ONCE = 1024


def same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """Return how many items at the start, and how many of the rest at the end, are equal in both lists.

    Stretches are compared as slices, which skips identical objects quickly: ten thousand of them take some hundredths
    of a millisecond.
    """
    shorter = min(len(old), len(new))
    head = _same_at_start(old, new, shorter)
    rest = shorter - head
    # The most common case: one item is replaced.
    if len(old) == len(new) and old[head + 1 :] == new[head + 1 :]:
        return head, max(rest - 1, 0)
    return head, _same_at_start(old[len(old) - rest :][::-1], new[len(new) - rest :][::-1], rest)


def _same_at_start(old: Sequence[Any], new: Sequence[Any], most: int) -> int:
    for start in range(0, most, _AT_ONCE):
        end = min(start + _AT_ONCE, most)
        one, other = old[start:end], new[start:end]
        if one != other:
            others = compress(count(start), map(is_not, one, other))
            return next(number for number in others if old[number] != new[number])
    return most


class PerItem(Generic[Item, Made]):
    """The results of a function for each item of a list, for lists of which few items change from call to call."""

    def __init__(self, make: Callable[[Item], Made]) -> None:
        self._make = make
        self._items: Sequence[Item] = ()
        self.made: list[Made] = []
        """The results for the items of the latest call, in their order."""

    def update_to(self, items: Sequence[Item]) -> tuple[list[Made], list[Made]]:
        """Make the results that are missing; return the results of items that have gone, and those of new items."""
        old = self._items
        if items is old:
            return [], []
        self._items = items
        head, tail = same_ends(old, items)
        if len(items) == len(old):
            changed = [at for at in range(head, len(old) - tail) if items[at] is not old[at]]
            gone = [self.made[at] for at in changed]
            new = [self._make(items[at]) for at in changed]
            for at, made in zip(changed, new, strict=True):
                self.made[at] = made
            return gone, new
        stretch = slice(head, len(old) - tail)
        gone, new = self.made[stretch], [self._make(item) for item in items[head : len(items) - tail]]
        self.made[stretch] = new
        return gone, new
