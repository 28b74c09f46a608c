"""A cache for what rules read from property names: a catalog has few names and many properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 1 << 17


class NameCache(dict[str, T]):
    """A function's results by name, for look-ups at half the cost of a call to a cached function.

    Every rule asks about every property, and rarely has anything to report. With more names than any catalog should
    have, all results are dropped and computed again.
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, name: str) -> T:
        result = self._read(name)
        if len(self) >= _MOST:
            self.clear()
        self[name] = result
        return result
