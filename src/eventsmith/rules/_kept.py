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
        head, tail = _same_at_ends(old, things)
        left, between = old[head : len(old) - tail], things[head : len(things) - tail]
        self._known.difference_update(map(id, left))
        came: list[T] = []
        for thing in between:
            own = cast("T", thing.model_copy()) if id(thing) in self._known else thing
            self._known.add(id(own))
            came.append(own)
        self.things = things if all(map(is_, came, between)) else (*things[:head], *came, *things[len(things) - tail :])
        if self._numbers is not None and len(left) == len(came):
            for thing in left:
                del self._numbers[id(thing)]
            self._numbers.update((id(thing), number) for number, thing in enumerate(came, head))
        else:
            self._numbers = None
        return left, tuple(came)

    def number(self, thing: T) -> int:
        """Its index."""
        if self._numbers is None:
            self._numbers = {id(each): number for number, each in enumerate(self.things)}
        return self._numbers[id(thing)]


def _same_at_ends(one: tuple[T, ...], other: tuple[T, ...]) -> tuple[int, int]:
    """How many are the same at the start, and of the rest at the end. Asked at every edit, of thousands of events."""
    shorter = min(len(one), len(other))
    head = _same_at_start(one, other, shorter)
    rest = shorter - head
    # Mostly one is put for another.
    if len(one) == len(other) and all(map(is_, one[head + 1 :], other[head + 1 :])):
        return head, max(rest - 1, 0)
    return head, _same_at_start(one[::-1], other[::-1], rest)


def _same_at_start(one: tuple[T, ...], other: tuple[T, ...], most: int) -> int:
    """By stretches, and in the one where they part by halves: to ask for all of them at once is cheapest."""
    same, step = 0, _AT_ONCE
    while same < most:
        end = min(same + step, most)
        if all(map(is_, one[same:end], other[same:end])):
            same = end
        elif end - same == 1:
            break
        else:
            most, step = end, (end - same + 1) // 2
    return same
