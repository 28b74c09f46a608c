"""One line of a list or of a grid, and lines that are made when they are looked at. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple


class RowKey(NamedTuple):
    """What a row is about: a thing of a kind, by its number or its ID."""

    kind: str
    number: int = -1
    within: int = -1
    """The number of a part of it, where the row is about that."""
    owner: str = ""
    """The preset that the ID is of, where that is not one of those that were picked."""
    id: str = ""


NO_KEY = RowKey("")
"""Is that of no row."""


def option(value: str) -> RowKey:
    """Return the key of something to pick, by its value."""
    return RowKey("option", id=value)


@lru_cache(maxsize=8)
def numbered(kind: str, count: int) -> Sequence[RowKey]:
    """Return keys of a kind for all numbers below a count: the same as before, as lists ask at every key."""
    return tuple(RowKey(kind, number) for number in range(count))


@dataclass(frozen=True, slots=True)
class Row:
    """One line of a list."""

    key: RowKey
    """The cursor stays on it when rows come and go."""
    cells: tuple[str, ...]
    mark: str = " "
    """One character in front that says the row's state."""
    tone: str = ""
    """`heading`, `faint`, `error`, `warning` or nothing: how it looks besides its mark."""
    chosen: bool = False
    """Whether it is one of several that the next command is about."""

    @property
    def pickable(self) -> bool:
        """Whether the cursor can stand on it."""
        return self.tone != "heading"


@dataclass(frozen=True, slots=True)
class Column:
    """What stands in a column, and how wide it is."""

    key: str
    head: str
    short: str
    """The head where there is no room for it."""
    least: int
    best: int
    stretches: bool = False
    """Whether it takes what room is left."""


@dataclass(frozen=True, slots=True)
class GridRow(Row):
    """A row of cells, each with its own tone; or one that the cursor takes as a whole, whose last cell is long."""

    tones: tuple[str, ...] = ()
    whole: bool = False


class Rows:
    """Lines of which only those are made that somebody looks at: ten thousand cost what a screen of them does."""

    def __init__(self, keys: Sequence[RowKey], make: Callable[[RowKey], Row]) -> None:
        """`make` gives the row of a key, the same whenever it is asked: it holds what it shows."""
        self.keys = keys
        self._make = make
        self._made: dict[int, Row] = {}

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        """Lines that are made already."""
        by_key = {row.key: row for row in rows}
        return cls(list(by_key), by_key.__getitem__)

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, number: int) -> Row:
        row = self._made.get(number)
        if row is None:
            row = self._made[number] = self._make(self.keys[number])
        return row

    def made(self, number: int) -> Row | None:
        """The row, where somebody has looked at it."""
        return self._made.get(number)

    def number_of(self, key: RowKey) -> int | None:
        """Where the row of a key stands; None where there is none."""
        return self.keys.index(key) if key in self.keys else None
