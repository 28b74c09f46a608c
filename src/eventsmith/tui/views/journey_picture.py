"""A picture made of text, which knows what stands where: the journey before it is drawn."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from rich.cells import cell_len

from eventsmith.tui.views.row import NO_KEY, RowKey


class Piece(NamedTuple):
    """A text on a line of the picture."""

    x: int
    """Where it begins, in cells."""
    text: str
    tone: str
    """How it looks besides its signs: `heading`, `event`, `campaign`, `line`, `lane` (a line down) or `faint`."""
    key: RowKey = NO_KEY

    @property
    def end(self) -> int:
        """The cell behind its last one."""
        return self.x + cell_len(self.text)


class Item(NamedTuple):
    """An event or a campaign in the picture, and where its sign is."""

    key: RowKey
    x: int
    y: int
    column: int
    """The number of the stage in which it is or begins."""


class Picture:
    """Lines of text with a width. A line is made when it is asked for, as only those in sight are."""

    def __init__(
        self, width: int, height: int, line: Callable[[int], Sequence[Piece]], items: Sequence[Item], *, stacked: bool
    ) -> None:
        """Take `items` from top to bottom, column by column; `stacked` if the stages stand one below the other."""
        self.width, self.height, self.items, self.stacked = width, height, items, stacked
        self._line = line
        self._made: dict[int, Sequence[Piece]] = {}
        self._numbers = {item.key: number for number, item in enumerate(items)}

    def line(self, y: int) -> Sequence[Piece]:
        """Return what is on a line, from left to right."""
        if y not in self._made:
            self._made[y] = self._line(y) if 0 <= y < self.height else ()
        return self._made[y]

    def text(self, y: int) -> str:
        """Return a line as plain text."""
        text, at = "", 0
        for piece in self.line(y):
            text += " " * (piece.x - at) + piece.text
            at = piece.end
        return text

    def whole_text(self) -> str:
        """Return all lines as plain text."""
        return "\n".join(self.text(y).rstrip() for y in range(self.height)) + "\n"

    def at(self, x: int, y: int) -> RowKey:
        """Return what the mouse points at. Where nothing stands beside it, an item has the rest of its line."""
        pieces = [piece for piece in self.line(y) if piece.key != NO_KEY]
        over = (piece.key for piece in pieces if self.stacked or piece.x <= x < piece.end)
        return next(over, NO_KEY)

    def item(self, key: RowKey) -> Item | None:
        """Return where an event or campaign is; None if it is not in the picture."""
        number = self._numbers.get(key)
        return self.items[number] if number is not None else None

    def beside(self, key: RowKey, across: int, down: int) -> RowKey:
        """Return what is one step to a side, or above or below; the same key if there is nothing."""
        here = self.item(key)
        if here is None:
            return self.items[0].key if self.items else NO_KEY
        if down:
            number = self._numbers[key] + down
            there = self.items[number] if 0 <= number < len(self.items) else here
            return there.key if self.stacked or there.column == here.column else key
        columns = {item.column for item in self.items if (item.column - here.column) * across > 0}
        if not columns:
            return key
        column = min(columns) if across > 0 else max(columns)
        those = [item for item in self.items if item.column == column]
        return (those[0] if self.stacked else min(those, key=lambda item: abs(item.y - here.y))).key


class Canvas:
    """A picture in the making."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[list[Piece]] = []

    def put(self, x: int, y: int, text: str, tone: str, key: RowKey = NO_KEY) -> None:
        """Put a text on a line, where nothing is yet."""
        while len(self.lines) <= y:
            self.lines.append([])
        if text:
            self.lines[y].append(Piece(x, text, tone, key))

    def put_block(self, x: int, y: int, texts: Sequence[str], tone: str, key: RowKey = NO_KEY) -> None:
        """Put lines of text below each other."""
        for below, text in enumerate(texts):
            self.put(x, y + below, text, tone, key)

    def put_line(self, x: int, end: int, y: int, tip: str = "", key: RowKey = NO_KEY) -> None:
        """Draw a line to the right, which goes on behind whatever it meets, and put a tip on its end."""
        taken = [piece for piece in self._on(y) if piece.x < end - len(tip) and piece.end > x]
        for piece in sorted(taken):
            self.put(x, y, "━" * (piece.x - x), "line", key)
            x = piece.end
        self.put(x, y, "━" * (end - len(tip) - x) + tip, "line", key)

    def first_taken(self, x: int, y: int) -> int:
        """Return where the first text begins that is at a cell or to the right of it; the width if there is none."""
        return min((max(piece.x, x) for piece in self._on(y) if piece.end > x), default=self.width)

    def has_texts(self, x: int, end: int, y: int) -> bool:
        """Return whether a line to the right would meet more than lines that go down."""
        return any(piece.x < end and piece.end > x and piece.tone != "lane" for piece in self._on(y))

    def picture(self, items: Sequence[Item]) -> Picture:
        """Return the finished picture."""
        return Picture(self.width, len(self.lines), lambda y: sorted(self.lines[y]), items, stacked=False)

    def _on(self, y: int) -> list[Piece]:
        return self.lines[y] if y < len(self.lines) else []
