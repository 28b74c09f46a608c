"""A memory for verdicts on property names: a catalog has few names and many properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 1 << 17


def listed(text: str) -> frozenset[str]:
    """Split a list of words separated by spaces."""
    return frozenset(text.split())


class Verdicts(dict[str, T]):
    """Verdicts by name. A look-up costs half of a call to a cached function.

    Every rule asks about every property, and mostly has nothing to say. With more names than any catalog should have,
    all
    verdicts are dropped and made anew.
    """

    __slots__ = ("_read",)

    def __init__(self, read: Callable[[str], T]) -> None:
        super().__init__()
        self._read = read

    def __missing__(self, name: str) -> T:
        verdict = self._read(name)
        if len(self) >= _MOST:
            self.clear()
        self[name] = verdict
        return verdict
