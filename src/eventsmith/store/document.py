"""A catalog together with the file it was read from, and the positions of its values in that file."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from eventsmith.model import Catalog, Place
from eventsmith.store import layout
from eventsmith.store.errors import Problem
from eventsmith.store.parse import text_of


@dataclass(frozen=True)
class Document:
    """A file as it was read: `data` has its bytes and is empty for a new file, `catalog` what they say.

    If there are problems, the catalog is what could be salvaged: it may be shown, but not saved.
    """

    path: Path | None
    data: bytes = field(repr=False)
    catalog: Catalog = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def where(self, place: Place) -> tuple[int, int]:
        """Return the line and column, from 1, of the value at a place, or of the header of a table or an item.

        For a place that is not in the file, return those of the nearest thing around it.
        """
        return self._positions.line_and_column(self._positions.value(place))

    def where_key(self, place: Place) -> tuple[int, int]:
        """Return the line and column of the key at a place, otherwise like `where`."""
        return self._positions.line_and_column(self._positions.key(place))

    def span(self, place: Place, *, key: bool = False) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Return start and end, each as line and column, of the value that `where` finds, or of the key with `key`.

        The end is behind the last character. None where there is neither: on an empty line, or before a comment.
        """
        start = self._positions.key(place) if key else self._positions.value(place)
        end = self._positions.end(start)
        return None if end is None else (self._positions.line_and_column(start), self._positions.line_and_column(end))

    @cached_property
    def text(self) -> str:
        """The file as text, without a byte order mark; line endings are as in the file."""
        return text_of(self.data)

    @cached_property
    def sections(self) -> list[layout.Section]:
        """The sections of the text, scanned at the first use."""
        return layout.scan(self.text)

    @cached_property
    def _positions(self) -> Positions:
        return Positions(self.text, self.sections)


_KEY = re.compile(rf"{layout.KEY}(?=[ \t]*+=)")

_Pair = tuple[tuple[str, ...], int, int]
"""The keys of a pair, and where the first of them and the value begin."""


class Positions:
    """The offsets of keys and values in a text, by place; scanned as far as the questions need."""

    def __init__(self, text: str, sections: Sequence[layout.Section]) -> None:
        self._text = text
        self._sections = {section.place: section for section in reversed(sections)}
        self._headers: dict[Place, int] = {}
        for section in sections:
            self._headers[section.place] = section.bracket
            # Tables and lists without a header of their own are where the first thing in them is.
            for size in range(len(section.place) - 1, 0, -1):
                if section.place[:size] in self._headers:
                    break
                self._headers[section.place[:size]] = section.bracket
        self._pairs: dict[Place, _PairIndex] = {}
        """By the place of a section: the pairs under its header."""
        self._pairs_inside: dict[int, _PairIndex] = {}
        """By the offset of an inline table: the pairs in it."""
        self._items: dict[int, _ItemStarts] = {}
        self._ends: dict[int, int | None] = {}
        """Ends by start, remembered because a thousand issues may be about one big list."""
        # parse.py refuses NUL, so it can mark the ends of lines here.
        self._lines = list(accumulate(map(len, text.replace("\n", "\n\0").split("\0")), initial=0))[:-1]

    def value(self, place: Place) -> int:
        """Return the offset of a value."""
        return self._found(place, key=False)

    def key(self, place: Place) -> int:
        """Return the offset of a key."""
        return self._found(place, key=True)

    def end(self, start: int) -> int | None:
        """Return the end of the header, key or value that starts at an offset; None where none does."""
        if start not in self._ends:
            self._ends[start] = self._end(start)
        return self._ends[start]

    def line_and_column(self, position: int) -> tuple[int, int]:
        """Return line and column of an offset, both from 1, the column in characters."""
        line = bisect_right(self._lines, position)
        return line, position - self._lines[line - 1] + 1

    def _end(self, start: int) -> int | None:
        if found := _KEY.match(self._text, start):
            return found.end()
        try:
            # Headers are in brackets, like lists, so this finds their ends as well.
            return layout.value_ends(self._text, start)
        except layout.UnclosedError:
            return None

    def _found(self, place: Place, *, key: bool) -> int:
        for size in range(len(place), -1, -1):
            if section := self._sections.get(place[:size]):
                found = self._under(section, place[size:], key=key)
                if found is not None:
                    return found
            if size and place[:size] in self._headers:
                return self._headers[place[:size]]
        return 0

    def _under(self, section: layout.Section, rest: Place, *, key: bool) -> int | None:
        """Return the offset of a place under a header, or of the nearest thing around it; None without either."""
        if not rest:
            return None
        pairs = self._pairs.get(section.place)
        if pairs is None:
            each = ((pair.keys, pair.key, pair.value) for pair in section.each_pair())
            pairs = self._pairs[section.place] = _PairIndex(each)
        if (found := pairs.leading_to(rest)) is not None:
            keys, key_start, value = found
            return key_start if key and len(keys) == len(rest) else self._inside(value, rest[len(keys) :], key=key)
        return pairs.nearest(rest)

    def _inside(self, position: int, rest: Place, *, key: bool) -> int:
        """Return the offset of a place within a value in brackets; that of the value where the place is not in it."""
        if not rest:
            return position
        opening, step = self._text[position], rest[0]
        if opening == "[" and isinstance(step, int):
            items = self._items.get(position)
            if items is None:
                items = self._items[position] = _ItemStarts(layout.list_items(self._text, position))
            start = items.start(step)
            return position if start is None else self._inside(start, rest[1:], key=key)
        if opening == "{":
            pairs = self._pairs_inside.get(position)
            if pairs is None:
                each = (pair[:3] for pair in layout.table_items(self._text, position))
                pairs = self._pairs_inside[position] = _PairIndex(each)
            if (found := pairs.leading_to(rest)) is not None:
                keys, key_start, value = found
                after = rest[len(keys) :]
                return key_start if key and not after else self._inside(value, after, key=key)
        return position


class _PairIndex:
    """Pairs by their keys, read only as far as a question needs: one lookup costs little, whichever pair it is for."""

    def __init__(self, pairs: Iterator[_Pair]) -> None:
        self._more = pairs
        self._by_keys: dict[Place, _Pair] = {}
        self._by_beginning: dict[Place, int] = {}
        """The offset of the first pair by each beginning of its keys."""

    def leading_to(self, place: Place) -> _Pair | None:
        """Return the first pair whose keys a place begins with; None where there is none."""
        for size in range(1, len(place) + 1):
            if found := self._by_keys.get(place[:size]):
                # A key has either a value or keys under it, so no earlier pair can lead there as well.
                return found
        for pair in self._more:
            keys, key_start, _ = pair
            self._by_keys.setdefault(keys, pair)
            for size in range(1, len(keys) + 1):
                self._by_beginning.setdefault(keys[:size], key_start)
            if keys == place[: len(keys)]:
                return pair
        return None

    def nearest(self, place: Place) -> int | None:
        """Return the offset of the pair that shares the longest beginning of keys with a place; None without one."""
        return next(
            (
                self._by_beginning[place[:size]]
                for size in range(len(place), 0, -1)
                if place[:size] in self._by_beginning
            ),
            None,
        )


class _ItemStarts:
    """The offsets of the items of a list, read only as far as a question needs."""

    def __init__(self, items: Iterator[tuple[int, int]]) -> None:
        self._more = items
        self._starts: list[int] = []

    def start(self, number: int) -> int | None:
        """Return the offset of an item; None where the list is shorter."""
        while number >= len(self._starts):
            item = next(self._more, None)
            if item is None:
                return None
            self._starts.append(item[0])
        return self._starts[number]
