"""A draft: changes to a TOML text, recorded section by section, and the new text that they make."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from eventsmith.store.outline import Outline


class Splice(NamedTuple):
    """A replacement of the text from `start` to `end` by `text`."""

    start: int
    end: int
    text: str


class OverlapError(Exception):
    """Two changes to a text overlap."""


class MovedSections(NamedTuple):
    """Sections that move elsewhere, with all changes recorded for them."""

    homes: Sequence[int]


_STAYED = -1

Block = list[str] | MovedSections
"""Lines that begin with a header, or existing sections."""


class Draft:
    """Changes to a text, section by section. A new block is separated from others by blank lines."""

    def __init__(self, outline: Outline, eol: str) -> None:
        self.outline = outline
        self.eol = eol
        self._splices: dict[int, list[Splice]] = {}
        self._before: dict[int, list[Block]] = {}
        self._behind: dict[int, list[Block]] = {}
        self._gone: dict[int, int] = {}
        """Removed sections, each with the first of those removed with it."""
        self._moved: dict[int, int] = {}
        """Moved sections, each with the first of those moved with it."""
        self._gaps: dict[int, int] = {}
        """Gaps within moved sections, by the section above each: the first section of that move."""
        self._touched: list[int] = []

    def splice(self, home: int, splice: Splice) -> None:
        """Change something within a section; insertions at one position keep the order of the calls."""
        self._splices.setdefault(home, []).append(splice)

    def put_before(self, home: int, block: Block) -> None:
        """Insert a block before a section, after those inserted there so far."""
        self._note(block)
        self._before.setdefault(home, []).append(block)

    def put_behind(self, home: int, block: Block) -> None:
        """Insert a block behind a section, after those inserted there so far."""
        self._note(block)
        self._behind.setdefault(home, []).append(block)

    def take_out(self, homes: Sequence[int]) -> None:
        """Remove sections, with the gaps between them."""
        for home in homes:
            self._gone.setdefault(home, homes[0])

    def _note(self, block: Block) -> None:
        if isinstance(block, MovedSections):
            for home in block.homes:
                # A section that moves within these has been recorded before, and keeps its own move.
                self._moved.setdefault(home, block.homes[0])
            for home, following in pairwise(block.homes):
                if following == home + 1:
                    self._gaps.setdefault(home, block.homes[0])

    def stays(self, home: int) -> bool:
        """Return whether a section is not recorded as moved."""
        return home not in self._moved

    def lines(self, lines: Sequence[str]) -> str:
        """Join whole lines with the line ending of the text, which those within a line get as well."""
        return "".join(line.replace("\n", self.eol) + self.eol for line in lines)

    def text(self) -> str:
        """Return the text with all changes. Raises OverlapError."""
        outline = self.outline
        last = len(outline.sections) - 1
        self._touched = sorted({*self._splices, *self._before, *self._behind, *self._gone, *self._moved})
        writer = _Writer(self.eol)
        self._write(writer, 0, last, group=_STAYED)
        writer.gap(outline.text[outline.end(last) :])
        return writer.text(at_end=True)

    def _write(self, writer: _Writer, first: int, last: int, *, group: int) -> None:
        """Write the sections of a range that belong to one move (`group`), or those that did not move at all."""
        outline, text = self.outline, self.outline.text
        here = outline.start(first)
        touched = self._touched
        for home in touched[bisect_left(touched, first) : bisect_right(touched, last)]:
            start, end = outline.start(home), outline.end(home)
            if here < start:
                gap = outline.end(home - 1)
                writer.block(text[here:gap])
                writer.gap(text[gap:start])
            ends_in_comment = False
            if self._moved.get(home, _STAYED) == group:
                for block in self._before.get(home, ()):
                    self._write_block(writer, block)
                if home not in self._gone:
                    own = apply_splices(text, self._splices.get(home, []), start, end)
                    ends_in_comment = own.rstrip("\r\n").rpartition("\n")[2].lstrip(" \t").startswith("#")
                    writer.block(own)
                for block in self._behind.get(home, ()):
                    self._write_block(writer, block)
            here = end
            if home < last:
                here = outline.start(home + 1)
                is_gone = home in self._gone and self._gone[home] == self._gone.get(home + 1)
                if self._gaps.get(home, _STAYED) == group and not is_gone:
                    # Without a gap, the comment would belong to the header below.
                    writer.gap(text[end:here] or (self.eol if ends_in_comment else ""))
        writer.block(text[here : outline.end(last)])

    def _write_block(self, writer: _Writer, block: Block) -> None:
        if not isinstance(block, MovedSections):
            writer.new_block(self.lines(block))
            return
        first = block.homes[0]
        for start, end in runs(block.homes):
            inner = _Writer(self.eol)
            self._write(inner, start, end, group=first)
            writer.new_block(inner.text())


class _Writer:
    """A text that grows by blocks and gaps. Of the gaps around removed blocks, it keeps one."""

    def __init__(self, eol: str) -> None:
        self._eol = eol
        self._pieces: list[str] = []
        self._gaps: list[str] = []
        self._is_new = False
        """Whether the last block is a new one."""

    def gap(self, text: str) -> None:
        self._gaps.append(text)

    def block(self, text: str) -> None:
        if not text:
            return
        between = self._between()
        if self._is_new and not between:
            between = self._eol
        self._pieces += [between, text]
        self._gaps, self._is_new = [], False

    def new_block(self, text: str) -> None:
        if not text:
            return
        between = self._between()
        if self._pieces and not between:
            between = self._eol
        self._pieces += [between, text]
        self._gaps, self._is_new = [], True

    def text(self, *, at_end: bool = False) -> str:
        return "".join([*self._pieces, self._between(at_end=at_end)])

    def _between(self, *, at_end: bool = False) -> str:
        if len(self._gaps) < 2:
            return "".join(self._gaps)
        said = [gap for gap in self._gaps if gap.strip()]
        if said:
            return "".join(said)
        return self._gaps[-1] if at_end else next((gap for gap in reversed(self._gaps) if gap), "")


def apply_splices(text: str, splices: Sequence[Splice], start: int, end: int) -> str:
    """Return a stretch of the text with the changes made. Raises OverlapError."""
    if not splices:
        return text[start:end]
    pieces: list[str] = []
    here = start
    for splice in sorted(splices, key=lambda splice: (splice.start, splice.end)):
        if not here <= splice.start <= splice.end <= end:
            raise OverlapError
        pieces += [text[here : splice.start], splice.text]
        here = splice.end
    return "".join([*pieces, text[here:end]])


def runs(homes: Sequence[int]) -> list[tuple[int, int]]:
    """Return the first and last of each run of consecutive sections."""
    breaks = [index for index, (one, other) in enumerate(pairwise(homes), 1) if other != one + 1]
    return [(homes[start], homes[end - 1]) for start, end in pairwise([0, *breaks, len(homes)])]
