"""Where two lists differ, and what is made of each item, remembered: it costs what is other. Knows no screen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import compress, count
from operator import is_not
from typing import Any, Generic, TypeVar

Item = TypeVar("Item")
Made = TypeVar("Made")
_AT_ONCE = 1024


def same_ends(old: Sequence[Any], new: Sequence[Any]) -> tuple[int, int]:
    """How many items at the start, and how many of the rest at the end, are equal in both.

    Stretches are compared as wholes: of an item that is the same object nothing is asked then, and ten thousand of
    them take some hundredths of a millisecond.
    """
    shorter = min(len(old), len(new))
    head = _same_at_start(old, new, shorter)
    rest = shorter - head
    # Mostly one is put for another.
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
    """Something made of each item of a list of values that is asked about again and again, with few other items."""

    def __init__(self, make: Callable[[Item], Made]) -> None:
        self._make = make
        self._items: Sequence[Item] = ()
        self.made: list[Made] = []
        """What was made of the items that were asked about last, in their order."""

    def turn_to(self, items: Sequence[Item]) -> tuple[list[Made], list[Made]]:
        """Makes what is missing. Answers with what was made of items that are gone, and of those that are new."""
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
