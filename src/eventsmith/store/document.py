"""A catalog together with the file it was read from, and where everything stands in it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from eventsmith.model import Catalog, Place
from eventsmith.store import layout
from eventsmith.store.guard import text_of
from eventsmith.store.problem import Problem


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
        # No text that was read holds a NUL.
        self._lines = list(accumulate(map(len, text.replace("\n", "\n\0").split("\0")), initial=0))[:-1]

    def value(self, place: Place) -> int:
        """Where the value begins."""
        return self._found(place, key=False)

    def key(self, place: Place) -> int:
        """Where the key begins."""
        return self._found(place, key=True)

    def line_and_column(self, position: int) -> tuple[int, int]:
        """Both from 1, the column in characters."""
        line = bisect_right(self._lines, position)
        return line, position - self._lines[line - 1] + 1

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
        nearest: tuple[int, layout.Pair] | None = None
        for pair in section.each_pair() if rest else ():
            size = len(pair.keys)
            if pair.keys == rest[:size]:
                return pair.key if key and size == len(rest) else self._inside(pair.value, rest[size:], key=key)
            shared = next((n for n in range(min(size, len(rest))) if pair.keys[n] != rest[n]), min(size, len(rest)))
            if shared and (nearest is None or shared > nearest[0]):
                nearest = shared, pair
        return nearest[1].key if nearest else None

    def _inside(self, position: int, rest: Place, *, key: bool) -> int:
        """Within a value written in brackets; what is not in it stands where the value begins."""
        if not rest:
            return position
        opening, step, rest = self._text[position], rest[0], rest[1:]
        if opening == "[" and isinstance(step, int):
            for index, (start, _) in enumerate(layout.list_items(self._text, position)):
                if index == step:
                    return self._inside(start, rest, key=key)
        elif opening == "{":
            for keys, key_start, value, _ in layout.table_items(self._text, position):
                if keys[0] == step and keys[1:] == rest[: len(keys) - 1]:
                    after = rest[len(keys) - 1 :]
                    return key_start if key and not after else self._inside(value, after, key=key)
        return position
