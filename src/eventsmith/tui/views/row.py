"""Rows of a list or grid, created only when they are read."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from typing_extensions import override


class RowKey(NamedTuple):
    """What a row is about: an item of a kind, by its index or ID."""

    kind: str
    number: int = -1
    within: int = -1
    """The index of a part of the item, where the row is about that part."""
    owner: str = ""
    """The preset that the ID is from, where the user has not picked that preset."""
    id: str = ""


NO_KEY = RowKey("")
"""The key of no row."""


def option(value: str) -> RowKey:
    """Return the key of an option, by its value."""
    return RowKey("option", id=value)


@lru_cache(maxsize=8)
def numbered(kind: str, count: int) -> Sequence[RowKey]:
    """Return keys of a kind for all indices below a count: the same object each time, as lists ask at every key."""
    return tuple(RowKey(kind, number) for number in range(count))


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list."""

    key: RowKey
    """What keeps the cursor on the row when others come and go."""
    cells: tuple[str, ...]
    mark: str = " "
    """One character before the cells that shows the row's state."""
    tone: str = ""
    """How the row looks besides its mark: `heading`, `faint`, `error`, `warning` or empty."""
    chosen: bool = False
    """Whether the row is marked for the next command."""
    invites: bool = False
    """Whether the row says that one may type here."""
    follows: bool = False
    """Whether it is a further line of the row before it."""
    whole_text: str = ""
    """All of its text, where its cell has only the first line of it."""

    @property
    def texts(self) -> tuple[str, ...]:
        """What is found in it."""
        return (self.whole_text,) if self.whole_text else self.cells

    @property
    def pickable(self) -> bool:
        """Whether the cursor can be on the row."""
        return self.tone != "heading" and not self.follows


@dataclass(frozen=True, slots=True)
class Column:
    """A column of a grid: its key, head and width in cells."""

    key: str
    head: str
    short: str
    """The head to show where there is no room for the full one."""
    least: int
    best: int
    stretches: bool = False
    """Whether the column takes up any room that is left."""


@dataclass(frozen=True, slots=True)
class GridRow(Row):
    """A row of cells, each with its own tone; or one that the cursor selects as a whole, with a long last cell."""

    tones: tuple[str, ...] = ()
    whole: bool = False


@dataclass(frozen=True, slots=True)
class NoteRow(GridRow):
    """A line about the row above, which the cursor skips."""

    @property
    @override
    def pickable(self) -> bool:
        return False


class Rows:
    """Rows that are created only when they are read, so that ten thousand cost no more than the screenful in view."""

    def __init__(self, keys: Sequence[RowKey], make: Callable[[RowKey], Row]) -> None:
        """Take all keys, and `make`, which returns the same row for a key at any time, from data that it holds."""
        self.keys = keys
        self._make = make
        self._made: dict[int, Row] = {}

    @classmethod
    def of(cls, rows: Sequence[Row]) -> Rows:
        """Wrap rows that exist already."""
        by_key = {row.key: row for row in rows}
        return cls(list(by_key), by_key.__getitem__)

    def with_notes(self, number: int, notes: Sequence[NoteRow]) -> Rows:
        """Return these rows with lines below the one at an index."""
        by_key = {note.key: note for note in notes}
        keys = [*self.keys[: number + 1], *by_key, *self.keys[number + 1 :]]
        return Rows(keys, lambda key: by_key[key] if key in by_key else self._make(key))

    def __len__(self) -> int:
        return len(self.keys)

    def __getitem__(self, number: int) -> Row:
        row = self._made.get(number)
        if row is None:
            row = self._made[number] = self._make(self.keys[number])
        return row

    def made(self, number: int) -> Row | None:
        """Return the row at an index, or None if it has not been created yet."""
        return self._made.get(number)

    def number_of(self, key: RowKey) -> int | None:
        """Return the index of the row with a key, or None if there is none."""
        return self.keys.index(key) if key in self.keys else None
