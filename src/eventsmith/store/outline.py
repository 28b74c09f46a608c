"""Where each thing of a catalog stands in a TOML text: every byte belongs to one section, or to the gap behind it.

A section is a header with the pairs under it (the first has no header), and takes with it the comment lines directly
above its header and directly behind its last line. A gap is what stands between two sections: blank lines, and comments
that stand by themselves. Knows TOML, not catalogs.
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
        """Its keys whose values are written behind `=`."""
        self._read()
        return self._pairs

    @property
    def tables(self) -> dict[str, Table]:
        """Its tables with headers of their own, or made of dotted keys."""
        self._read()
        return self._tables

    @property
    def lists(self) -> dict[str, list[Table]]:
        """Its lists of `[[tables]]`."""
        return self._lists

    def has_header(self) -> bool:
        """Whether there is a section of its own."""
        return self.home >= 0 and not self.dotted

    def homes(self) -> list[int]:
        """Indices of all sections in it, its own included, ascending."""
        return sorted(self._homes())

    def lines(self) -> list[Pair]:
        """Its pairs, and those of the dotted tables in it: all that stands in its own section."""
        found = list(self.pairs.values())
        for child in self._tables.values():
            if child.dotted:
                found += child.lines()
        return found

    def dwell(self, home: int, section: Section) -> None:
        """Note the section of its own; that is read when somebody asks what stands in it."""
        self.home, self._unread = home, section

    def inner(self, step: str, index: int | None = None) -> Table:
        """Find or make the table at a key, or the item with an index of the list there."""
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
    """A text that ends with a line end, as the tables in it, and as sections and gaps one after another."""

    def __init__(self, text: str, sections: Sequence[Section]) -> None:
        self.text = text
        self.sections = sections
        self.root = Table(())
        for index, section in enumerate(sections):
            table, place = self.root, section.place
            for step, following in pairwise((*place, "")):
                if isinstance(step, str):
                    table = table.inner(step, following if isinstance(following, int) else None)
            table.dwell(index, section)

    def start(self, index: int) -> int:
        """Where a section begins, its comments included."""
        return self._bounds(index - 1)[1] if index else 0

    def end(self, index: int) -> int:
        """Where a section ends, its comments included, and the gap behind it begins."""
        return self._bounds(index)[0]

    def _bounds(self, index: int) -> tuple[int, int]:
        """Start and end of the gap behind a section."""
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
