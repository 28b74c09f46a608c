"""Wrapping of text into rows, told as positions in the text, so that a cursor can be placed in it and clicked to."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterable
from functools import lru_cache

Graphemes = Callable[[str], Iterable[tuple[int, int, int]]]
"""Splits a text into what is drawn as one: where each begins and ends, and how many cells it is wide."""

_NARROW = re.compile(
    "[\n\x20-\x7e\xa1-\xac\xae-\u02ff\u0370-\u0377\u0390-\u03ff\u0400-\u0482\u2010-\u2027\u2400-\u2426]*"
)
"""Text in which every character but the line breaks is one cell wide: most text, and the fastest to wrap."""
_BEHIND = "\x00"
"""Stands for the second cell of what is two cells wide."""


class Rows:
    """A text in rows. Each ends behind a line break, behind a space, or where a word is too long for any row.

    The space may lie outside the width: there is one cell more for it, which is also the cursor's behind the last word.
    """

    def __init__(self, text: str, width: int, graphemes: Graphemes, before: Rows | None = None) -> None:
        """Wrap a text at a width of two cells or more; `before` is an earlier text, whose lines need no new look."""
        self.text = text
        self._wide: dict[str, list[int]] = {}
        if _NARROW.fullmatch(text):
            self.starts = _starts(text, width)
            return
        known = before._wide if before is not None else {}
        self.starts, at = [], 0
        for line in text.split("\n"):
            starts = self._wide.get(line) or known.get(line)
            if starts is None:
                starts = _starts(line, width) if _NARROW.fullmatch(line) else _wide_starts(line, width, graphemes)
            self._wide[line] = starts
            self.starts += [at + start for start in starts]
            at += len(line) + 1

    def __len__(self) -> int:
        return len(self.starts)

    def row_of(self, position: int) -> int:
        """Return the row in which the cursor stands at a position."""
        return bisect_right(self.starts, position) - 1

    def span(self, row: int) -> tuple[int, int]:
        """Return where a row begins and ends, without its line break."""
        start = self.starts[row]
        end = self.starts[row + 1] if row + 1 < len(self.starts) else len(self.text)
        return start, end - (end > start and self.text[end - 1] == "\n")

    def last_in(self, row: int) -> int:
        """Return the last position at which the cursor stands in a row."""
        end = self.span(row)[1]
        return end if self.row_of(end) == row else end - 1


def _starts(text: str, width: int) -> list[int]:
    """List where the rows of a text begin in which each character is a cell."""
    starts, last = [], 0
    for match in _pattern(width).finditer(text):
        starts.append(match.start())
        last = match.end() - match.start()
    # The cursor needs a row of its own behind a line break, and behind the last space of a full row.
    return [*starts, len(text)] if not text or text.endswith("\n") or last > width else starts


@lru_cache(maxsize=16)
def _pattern(width: int) -> re.Pattern[str]:
    row = f"[^\n]{{1,{width}}}"
    rest = f"[^\n]{{0,{width}}}\n|{row}\\Z"
    return re.compile(f"{rest}|{row}[^\\S\n]{_BEHIND}?|{row}(?!{_BEHIND})")


def _wide_starts(line: str, width: int, graphemes: Graphemes) -> list[int]:
    """List where the rows of a line begin, whatever is in it: wrap a line that has a letter for each of its cells."""
    cells: list[str] = []
    positions: list[int] = []
    for start, _end, size in graphemes(line):
        if size:
            cells += (line[start] if line[start].isspace() else "x", *[_BEHIND] * (size - 1))
            positions += [start] * size
    if not positions:
        return [0]
    positions[0] = 0
    return [positions[at] if at < len(positions) else len(line) for at in _starts("".join(cells), width)]
