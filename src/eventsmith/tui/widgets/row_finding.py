"""Finding a row of a list by typing: letters jump to what starts with them, and `/` finds what has them anywhere."""

from __future__ import annotations

import time
from collections.abc import Callable

from eventsmith.ground.sanitise import visible
from eventsmith.tui.views.row import Row, Rows

PAUSE = 1.0
"""Seconds after which a letter begins another word."""


class RowFinding:
    """What has been typed to find a row."""

    def __init__(self) -> None:
        self.text: str | None = None
        """What is to be found; None while nobody is finding."""
        self.came_from = -1
        """The number of the row from which finding began."""
        self._word, self._typed_at = "", 0.0

    def jump(self, rows: Rows, here: int, letter: str) -> int | None:
        """Return the number of the row that starts with the letters typed in a row, this one the last; None if none.

        One letter alone goes from row to row.
        """
        now = time.monotonic()
        goes_on = now - self._typed_at < PAUSE and self._word not in ("", letter)
        self._word = (self._word if goes_on else "") + letter
        self._typed_at = now
        start = here if len(self._word) > 1 else here + 1
        return _next(rows, start, 1, lambda row: _starts(row, self._word))

    def found(self, rows: Rows, here: int, way: int = 1) -> int | None:
        """Return the number of the next row, from `here` on and around the ends, that has the text; None if none."""
        wanted = (self.text or "").casefold()
        return _next(rows, here, way, lambda row: any(wanted in visible(text).casefold() for text in row.texts))


def _starts(row: Row, word: str) -> bool:
    return visible(row.cells[0]).lstrip().casefold().startswith(word.casefold())


def _next(rows: Rows, start: int, way: int, fits: Callable[[Row], bool]) -> int | None:
    for step in range(len(rows)):
        number = (start + way * step) % len(rows)
        if rows[number].pickable and fits(rows[number]):
            return number
    return None
