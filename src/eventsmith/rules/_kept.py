"""The things judged last, told apart by identity: what came and what left is found without looking into them."""

from __future__ import annotations

from operator import is_
from typing import Generic, cast

from eventsmith.rules._rule import T

_AT_ONCE = 1024


class Kept(Generic[T]):
    """All events, or all campaigns. As they are kept, none of them can give its identity to another."""

    def __init__(self) -> None:
        self.things: tuple[T, ...] = ()
        self._known: set[int] = set()
        self._numbers: dict[int, int] | None = None

    def turn_to(self, things: tuple[T, ...]) -> tuple[tuple[T, ...], tuple[T, ...]]:
        """What left and what came; what was moved did both. One that stands twice is told apart by a copy."""
        old = self.things
        if things is old:
            return (), ()
        shorter = min(len(old), len(things))
        head = _same_at_start(old, things, shorter)
        tail = _same_at_end(old, things, shorter - head)
        left, between = old[head : len(old) - tail], things[head : len(things) - tail]
        self._known.difference_update(map(id, left))
        came: list[T] = []
        for thing in between:
            own = cast("T", thing.model_copy()) if id(thing) in self._known else thing
            self._known.add(id(own))
            came.append(own)
        self.things = things if all(map(is_, came, between)) else (*things[:head], *came, *things[len(things) - tail :])
        self._numbers = None
        return left, tuple(came)

    def number(self, thing: T) -> int:
        """Its index."""
        if self._numbers is None:
            self._numbers = {id(each): number for number, each in enumerate(self.things)}
        return self._numbers[id(thing)]


def _same_at_start(one: tuple[T, ...], other: tuple[T, ...], most: int) -> int:
    for start in range(0, most, _AT_ONCE):
        end = min(start + _AT_ONCE, most)
        if not all(map(is_, one[start:end], other[start:end])):
            return next(number for number in range(start, end) if one[number] is not other[number])
    return most


def _same_at_end(one: tuple[T, ...], other: tuple[T, ...], most: int) -> int:
    # Ends of the stretches, counted from the ends of both, where one is longer.
    for start in range(0, most, _AT_ONCE):
        end = min(start + _AT_ONCE, most)
        if not all(map(is_, one[len(one) - end : len(one) - start], other[len(other) - end : len(other) - start])):
            return next(number for number in range(start, end) if one[-1 - number] is not other[-1 - number])
    return most
