"""A catalog together with the file it was read from, and where everything stands in it."""

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
    """What was read. `data` is the file as it was, byte for byte, and empty for a new one.

    With problems, the catalog is what could be salvaged: to be shown, not to be saved.
    """

    path: Path | None
    data: bytes = field(repr=False)
    catalog: Catalog = field(repr=False)
    problems: tuple[Problem, ...] = ()

    def where(self, place: Place) -> tuple[int, int]:
        """Line and column, from 1, of the value at the place; of the header of a table or an item.

        What is not in the file stands where the nearest thing around it does.
        """
        return self._places.line_and_column(self._places.value(place))

    def where_key(self, place: Place) -> tuple[int, int]:
        """Like `where`, but of the key instead of its value."""
        return self._places.line_and_column(self._places.key(place))

    def span(self, place: Place, *, key: bool = False) -> tuple[tuple[int, int], tuple[int, int]] | None:
        """Start and end, each as line and column, of what stands where `where` points, or `where_key` with `key`.

        The end is behind the last character. None where nothing stands: on an empty line, or before a comment.
        """
        start = self._places.key(place) if key else self._places.value(place)
        end = self._places.end(start)
        return None if end is None else (self._places.line_and_column(start), self._places.line_and_column(end))

    @cached_property
    def text(self) -> str:
        """The file as text, without a byte order mark; line endings are as in the file."""
        return text_of(self.data)

    @cached_property
    def sections(self) -> list[layout.Section]:
        """Where everything stands in the text; scanned at the first use."""
        return layout.scan(self.text)

    @cached_property
    def _places(self) -> Places:
        return Places(self.text, self.sections)


_KEY = re.compile(rf"{layout.KEY}(?=[ \t]*+=)")

_Pair = tuple[tuple[str, ...], int, int]
"""The keys of a pair, and where the first of them and the value begin."""


class Places:
    """Positions in a text by the place of what stands there."""

    def __init__(self, text: str, sections: Sequence[layout.Section]) -> None:
        self._text = text
        self._sections = {section.place: section for section in reversed(sections)}
        self._headers: dict[Place, int] = {}
        for section in sections:
            self._headers[section.place] = section.bracket
            # Tables and lists that have no header of their own stand where the first thing in them does.
            for size in range(len(section.place) - 1, 0, -1):
                if section.place[:size] in self._headers:
                    break
                self._headers[section.place[:size]] = section.bracket
        self._pairs: dict[Place, _Pairs] = {}
        """By the place of a section: what stands under its header."""
        self._pairs_inside: dict[int, _Pairs] = {}
        """By where the table begins that is written in braces."""
        self._items: dict[int, _Items] = {}
        self._ends: dict[int, int | None] = {}
        """By where something begins: a thousand issues may stand at one big list."""
        # No text that was read holds a NUL.
        self._lines = list(accumulate(map(len, text.replace("\n", "\n\0").split("\0")), initial=0))[:-1]

    def value(self, place: Place) -> int:
        """Where the value begins."""
        return self._found(place, key=False)

    def key(self, place: Place) -> int:
        """Where the key begins."""
        return self._found(place, key=True)

    def end(self, start: int) -> int | None:
        """Where the header, key or value ends that begins there; None where none does."""
        if start not in self._ends:
            self._ends[start] = self._end(start)
        return self._ends[start]

    def line_and_column(self, position: int) -> tuple[int, int]:
        """Both from 1, the column in characters."""
        line = bisect_right(self._lines, position)
        return line, position - self._lines[line - 1] + 1

    def _end(self, start: int) -> int | None:
        if found := _KEY.match(self._text, start):
            return found.end()
        try:
            return layout.value_ends(self._text, start)  # a header as well: it is in brackets
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
        """By the pair under a header that leads there, or to what is around it."""
        if not rest:
            return None
        pairs = self._pairs.get(section.place)
        if pairs is None:
            each = ((pair.keys, pair.key, pair.value) for pair in section.each_pair())
            pairs = self._pairs[section.place] = _Pairs(each)
        if (found := pairs.leading_to(rest)) is not None:
            keys, key_start, value = found
            return key_start if key and len(keys) == len(rest) else self._inside(value, rest[len(keys) :], key=key)
        return pairs.nearest(rest)

    def _inside(self, position: int, rest: Place, *, key: bool) -> int:
        """Within a value written in brackets; what is not in it stands where the value begins."""
        if not rest:
            return position
        opening, step = self._text[position], rest[0]
        if opening == "[" and isinstance(step, int):
            items = self._items.get(position)
            if items is None:
                items = self._items[position] = _Items(layout.list_items(self._text, position))
            start = items.start(step)
            return position if start is None else self._inside(start, rest[1:], key=key)
        if opening == "{":
            pairs = self._pairs_inside.get(position)
            if pairs is None:
                each = (pair[:3] for pair in layout.table_items(self._text, position))
                pairs = self._pairs_inside[position] = _Pairs(each)
            if (found := pairs.leading_to(rest)) is not None:
                keys, key_start, value = found
                after = rest[len(keys) :]
                return key_start if key and not after else self._inside(value, after, key=key)
        return position


class _Pairs:
    """Finds pairs by their keys, among as many as were needed so far: to find one costs one, the first or the last."""

    def __init__(self, pairs: Iterator[_Pair]) -> None:
        self._more = pairs
        self._by_keys: dict[Place, _Pair] = {}
        self._by_beginning: dict[Place, int] = {}
        """Where the key of the first pair stands whose keys begin so."""

    def leading_to(self, place: Place) -> _Pair | None:
        """The first pair whose keys the place begins with."""
        for size in range(1, len(place) + 1):
            if found := self._by_keys.get(place[:size]):
                # A key has a value or others under it, so no pair before this one leads there as well.
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
        """Where the key of the pair stands that shares most with the place, of all; None where none shares a thing."""
        return next(
            (
                self._by_beginning[place[:size]]
                for size in range(len(place), 0, -1)
                if place[:size] in self._by_beginning
            ),
            None,
        )


class _Items:
    """Where the items of a list begin, as far as somebody has asked."""

    def __init__(self, items: Iterator[tuple[int, int]]) -> None:
        self._more = items
        self._starts: list[int] = []

    def start(self, number: int) -> int | None:
        """Where that item begins; None where there are fewer."""
        while number >= len(self._starts):
            item = next(self._more, None)
            if item is None:
                return None
            self._starts.append(item[0])
        return self._starts[number]
