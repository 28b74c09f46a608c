"""A cache for functions of things that are too large to compare or hash: events, and tuples of names."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

Thing = TypeVar("Thing")
Made = TypeVar("Made")


class IdentityCache(Generic[Thing, Made]):
    """A function whose latest results are remembered by the identity of its argument."""

    def __init__(self, make: Callable[[Thing], Made], remembered: int = 1) -> None:
        self._make, self._most = make, remembered
        self._known: dict[int, tuple[Thing, Made]] = {}

    def __call__(self, thing: Thing) -> Made:
        """Return the result for a thing, computing it if it is not remembered."""
        # The thing is kept too, so that no other can get its identity. At worst, threads compute a result twice.
        known = self._known.get(id(thing))
        if known is None:
            kept = dict(list(self._known.items())[-self._most + 1 :]) if self._most > 1 else {}
            known = kept[id(thing)] = thing, self._make(thing)
            self._known = kept
        return known[1]
