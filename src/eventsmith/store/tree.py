"""The sections of a text as a tree of tables, and the stretch of text that each takes. Knows TOML, not catalogs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from eventsmith.store.layout import Pair, Section

_LINES = re.compile(r"[^\n]*\n")


@dataclass(slots=True)
class Table:
    """A table of the text. `home` is the index of the section that holds its pairs, or -1 where it has none.

    A dotted table (`naming.form = …`) lives in the section of the table around it; `dotted` begins all its keys.
    """

    keys: tuple[str, ...]
    home: int = -1
    dotted: tuple[str, ...] = ()
    pairs: dict[str, Pair] = field(default_factory=dict)
    tables: dict[str, Table] = field(default_factory=dict)
    lists: dict[str, list[Table]] = field(default_factory=dict)

    def has_header(self) -> bool:
        """Whether there is a section of its own."""
        return self.home >= 0 and not self.dotted

    def children(self) -> Iterator[Table]:
        """The tables directly in it."""
        yield from self.tables.values()
        for items in self.lists.values():
            yield from items

    def homes(self) -> list[int]:
        """Indices of all sections in it, its own included, ascending."""
        found = [self.home] if self.has_header() else []
        for child in self.children():
            found += child.homes()
        return sorted(found)

    def lines(self) -> list[Pair]:
        """Its pairs, and those of the dotted tables in it: all that stands in its own section."""
        found = list(self.pairs.values())
        for child in self.tables.values():
            if child.dotted and child.home == self.home:
                found += child.lines()
        return found


def tree(sections: Sequence[Section]) -> Table:
    """The root, with all tables in their places."""
    root = Table(())
    for index, section in enumerate(sections):
        table = root
        for depth, step in enumerate(section.place):
            if isinstance(step, int):
                continue
            item = section.place[depth + 1] if depth + 1 < len(section.place) else None
            if isinstance(item, int):
                items = table.lists.setdefault(step, [])
                if item == len(items):
                    items.append(Table((*table.keys, step)))
                table = items[item]
            else:
                table = table.tables.setdefault(step, Table((*table.keys, step)))
        table.home = index
        for pair in section.pairs:
            _hang(table, index, pair)
    return root


def _hang(table: Table, home: int, pair: Pair) -> None:
    for key in pair.keys[:-1]:
        inner = table.tables.setdefault(key, Table((*table.keys, key)))
        if inner.home < 0:
            inner.home, inner.dotted = home, (*table.dotted, key)
        table = inner
    table.pairs[pair.keys[-1]] = pair


class Regions:
    """Which stretch of the text belongs to which section; the gaps between them belong to none.

    Comment lines directly above a header go with it, and so do those directly after its last line.
    """

    def __init__(self, text: str, sections: Sequence[Section]) -> None:
        self.text = text
        self.sections = sections

    def start(self, index: int) -> int:
        """Where a section begins, its comments included."""
        return self._bounds(index - 1)[1] if index else 0

    def end(self, index: int) -> int:
        """Where a section ends, its comments included."""
        return self._bounds(index)[0]

    def gap(self, index: int) -> tuple[int, int]:
        """The stretch between a section and the next, or the end of the text."""
        return self._bounds(index)

    def is_blank(self, index: int) -> bool:
        """Whether there are blank lines after a section, and nothing else."""
        start, end = self.gap(index)
        return start < end and not self.text[start:end].strip()

    def _bounds(self, index: int) -> tuple[int, int]:
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
