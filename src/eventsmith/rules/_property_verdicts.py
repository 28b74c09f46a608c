"""What rules made of the names of properties is remembered here: a catalog has few names and many properties."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")
_MOST = 1 << 17


def listed(text: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(text.split())


class Verdicts(dict[str, T]):
    """By name. Asking costs a look into a dictionary, which is half of what calling a cached function costs.

    Every rule asks of every property, and mostly hears that there is nothing to say. Where there are more names than
    any catalog should have, all are forgotten and read anew.
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
