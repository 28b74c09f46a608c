"""The outline of a TOML text: the tables of a catalog and their sections; every byte belongs to a section or a gap.

A section is a header with the pairs under it (the first has no header), together with the comment lines directly
above its header and directly behind its last line. A gap is what lies between two sections: blank lines, and comments
that belong to neither.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from eventsmith.store.layout import Pair, Section

_LINES = re.compile(r"[^\n]*\n")


class Table:
    """A table of the text. `home` is the index of the section that holds its pairs, or -1 where it has none.

    A dotted table (`naming.form = …`) lives in the section of the table around it; `dotted` begins all its keys.
    """

    __slots__ = ("_lists", "_pairs", "_tables", "_unread", "dotted", "home", "keys")

    def __init__(self, keys: tuple[str, ...]) -> None:
        self.keys = keys
        self.home = -1
        self.dotted: tuple[str, ...] = ()
        self._unread: Section | None = None
        self._pairs: dict[str, Pair] = {}
        self._tables: dict[str, Table] = {}
        self._lists: dict[str, list[Table]] = {}

    @property
    def pairs(self) -> dict[str, Pair]:
        """The pairs with their values behind `=`, by key."""
        self._read()
        return self._pairs

    @property
    def tables(self) -> dict[str, Table]:
        """The tables within that have headers of their own or are made of dotted keys, by key."""
        self._read()
        return self._tables

    @property
    def lists(self) -> dict[str, list[Table]]:
        """The lists of `[[tables]]`, by key."""
        return self._lists

    def has_header(self) -> bool:
        """Return whether the table has a section of its own."""
        return self.home >= 0 and not self.dotted

    def homes(self) -> list[int]:
        """Return the indices of all sections of the table and of the tables within it, ascending."""
        return sorted(self._homes())

    def lines(self) -> list[Pair]:
        """Return the pairs of the table and of dotted tables in it: everything in its own section."""
        found = list(self.pairs.values())
        for child in self._tables.values():
            if child.dotted:
                found += child.lines()
        return found

    def set_section(self, home: int, section: Section) -> None:
        """Set the table's own section, which is read only when its contents are asked for."""
        self.home, self._unread = home, section

    def inner(self, step: str, index: int | None = None) -> Table:
        """Return the table at a key, or the item at an index of the list there; make it if it is missing."""
        if index is None:
            if step not in self._tables:
                self._tables[step] = Table((*self.keys, step))
            return self._tables[step]
        items = self._lists.setdefault(step, [])
        if index == len(items):
            items.append(Table((*self.keys, step)))
        return items[index]

    def _homes(self) -> Iterator[int]:
        if self.has_header():
            yield self.home
        for child in self._tables.values():
            yield from child._homes()
        for items in self._lists.values():
            for item in items:
                yield from item._homes()

    def _read(self) -> None:
        if self._unread is None:
            return
        section, self._unread = self._unread, None
        for pair in section.pairs:
            table = self
            for key in pair.keys[:-1]:
                table = table.inner(key)
                if table.home < 0:
                    table.home, table.dotted = self.home, (*pair.keys[: len(table.keys) - len(self.keys)],)
            table._pairs[pair.keys[-1]] = pair


class Outline:
    """A text that ends with a line ending, as a tree of tables and as a sequence of sections and gaps."""

    def __init__(self, text: str, sections: Sequence[Section]) -> None:
        self.text = text
        self.sections = sections
        self.root = Table(())
        for index, section in enumerate(sections):
            table, place = self.root, section.place
            for step, following in pairwise((*place, "")):
                if isinstance(step, str):
                    table = table.inner(step, following if isinstance(following, int) else None)
            table.set_section(index, section)

    def start(self, index: int) -> int:
        """Return where a section begins, its comments included."""
        return self._bounds(index - 1)[1] if index else 0

    def end(self, index: int) -> int:
        """Return where a section ends, its comments included, and the gap behind it begins."""
        return self._bounds(index)[0]

    def _bounds(self, index: int) -> tuple[int, int]:
        """Return the start and end of the gap behind a section."""
        section = self.sections[index]
        start = section.pairs[-1].end if section.pairs else section.end
        is_last = index + 1 == len(self.sections)
        end = len(self.text) if is_last else self.sections[index + 1].start
        if start == end or "#" not in self.text[start:end]:
            return start, end
        lines = _LINES.findall(self.text, start, end)
        blank = [number for number, line in enumerate(lines) if not line.strip()]
        if not blank:
            return (end, end) if is_last else (start, start)
        tail = sum(map(len, lines[: blank[0]]))
        lead = 0 if is_last else sum(map(len, lines[blank[-1] + 1 :]))
        return start + tail, end - lead
