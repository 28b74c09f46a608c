"""The story as a board, where there is room: a column for each stage, its events below its name."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.strip import Strip
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.views.row import Rows
from eventsmith.tui.widgets.rows import cut
from eventsmith.tui.widgets.story import StoryList

BOARD_FROM = 90
"""The width in cells from which a list becomes a board."""
LEAST_COLUMN = 17
"""Cells: a narrower column shows too little of a name, so that columns scroll instead."""
_EDGE = "│"


class _Column(NamedTuple):
    """A stage on the board: its name, the number of its first row, and how many rows it has."""

    stage: str
    first: int
    size: int


class StoryBoard(StoryList):
    """Rows in columns. Left and Right go to the stage beside; the order of the rows stays that of the list."""

    BINDINGS: ClassVar[list[BindingType]] = [("left", "aside(-1)"), ("right", "aside(1)")]

    def __init__(self, *, columns: Sequence[int], empty: str, id: str) -> None:
        super().__init__(columns=columns, empty=empty, id=id)
        self._stages: tuple[str, ...] = ()
        self._board: list[_Column] = []
        self._starts: list[int] = []
        self._board_of: object = None
        self._left = 0
        """The number of the first column in sight."""

    @property
    def is_board(self) -> bool:
        """Whether the stages are side by side."""
        return self.size.width >= BOARD_FROM and len(self.rows) > 1

    def show_story(self, rows: Rows, stages: Sequence[str]) -> None:
        """Show rows; the board has a column for each of the stages, even where nothing is in it."""
        self._stages = tuple(stages)
        self.show_rows(rows)
        self._fit()

    @override
    def on_resize(self) -> None:
        """Become a board or a list, as there is room."""
        self._fit()
        super().on_resize()
        self.refresh()

    def _fit(self) -> None:
        """Set the height that is scrolled: of the longest column, or of all rows."""
        if not self.is_board:
            return
        self._layout_board()
        size = Size(0, max((column.size for column in self._board), default=0) + 1)
        if size != self.virtual_size:
            self.virtual_size = size

    def _layout_board(self) -> None:
        keys = self.rows.keys
        if self._board_of is keys and [column.stage for column in self._board][: len(self._stages)] == [*self._stages]:
            return
        self._board_of = keys
        heads = [number for number, key in enumerate(keys) if key.kind == "stage"]
        ends = [*heads[1:], len(keys)]
        found = {
            keys[head].id: _Column(keys[head].id, head + 1, end - head - 1)
            for head, end in zip(heads, ends, strict=True)
        }
        self._board = [found.pop(stage, _Column(stage, -1, 0)) for stage in self._stages]
        self._board += found.values()
        self._starts = [column.first for column in self._board if column.size]

    def _column_of(self, number: int) -> int:
        """Return the index of the column that a row is in."""
        # Rows may have been shown since the board was laid out last.
        self._layout_board()
        first = self._starts[max(bisect_right(self._starts, number) - 1, 0)]
        return next(at for at, column in enumerate(self._board) if column.first == first)

    @property
    def _shown_columns(self) -> tuple[int, int]:
        """The number of columns in sight, and the width of each with its edge."""
        width = self.scrollable_content_region.width
        count = min(len(self._board), max(width // LEAST_COLUMN, 1))
        return count, width // max(count, 1)

    def _point_aside(self) -> None:
        """Scroll so that the column of the cursor is in sight."""
        if 0 <= self.cursor < len(self.rows):
            count, at = self._shown_columns[0], self._column_of(self.cursor)
            left = min(max(self._left, at - count + 1), at)
            if left != self._left:
                self._left = left
                self.refresh()

    def action_aside(self, step: int) -> None:
        """Move the cursor to the stage before (-1) or after (1) that has events, on about the same line."""
        if not self.is_board or not 0 <= self.cursor < len(self.rows):
            return
        at = self._column_of(self.cursor)
        line = self.cursor - self._board[at].first
        at += step
        while 0 <= at < len(self._board) and not self._board[at].size:
            at += step
        if 0 <= at < len(self._board):
            column = self._board[at]
            self.cursor = column.first + min(line, column.size - 1)

    @override
    def number_at(self, x: int, y: int) -> int | None:
        if not self.is_board:
            return super().number_at(x, y)
        width = self._shown_columns[1]
        at, line = self._left + x // width, y + round(self.scroll_offset.y) - 1
        if y < 1 or at >= len(self._board) or not 0 <= line < self._board[at].size:
            return None
        return self._board[at].first + line

    @override
    def is_on_mark(self, x: int) -> bool:
        return super().is_on_mark(x % self._shown_columns[1] if self.is_board else x)

    @override
    def _in_sight(self) -> Sequence[int]:
        if not self.is_board:
            return super()._in_sight()
        lines = range(round(self.scroll_offset.y), round(self.scroll_offset.y) + self.size.height)
        return [column.first + line for column in self._board for line in lines if line < column.size]

    @override
    def _refresh_row(self, number: int) -> None:
        if not self.is_board:
            super()._refresh_row(number)
        elif 0 <= number < len(self.rows) and self.rows.keys[number].kind != "stage":
            at = self._column_of(number)
            line = number - self._board[at].first - round(self.scroll_offset.y) + 1
            width = self._shown_columns[1]
            self.refresh(Region((at - self._left) * width, line, width, 1))

    @override
    def _keep_in_sight(self) -> None:
        if not self.is_board:
            super()._keep_in_sight()
            return
        self._fit()
        self._point_aside()
        line, top = self.cursor - self._board[self._column_of(self.cursor)].first, round(self.scroll_offset.y)
        room = max(self.size.height - 1, 1)
        wanted = line if line < top else line - room + 1 if line >= top + room else top
        if wanted != top:
            self.scroll_to(y=wanted, animate=False, force=True)

    @override
    def render_line(self, y: int) -> Strip:
        if not self.is_board:
            return super().render_line(y)
        self._fit()
        count, width = self._shown_columns
        parts: list[Segment] = []
        line = y + round(self.scroll_offset.y) - 1
        for at in range(self._left, min(self._left + count, len(self._board))):
            last = at == self._left + count - 1 or at == len(self._board) - 1
            room = width if last else width - 1
            parts += self._heading(at, room) if y == 0 else self._cell(self._board[at], line, room)
            if not last:
                parts.append(Segment(_EDGE, self.rich_style + self.get_component_rich_style("rows--edge")))
        return Strip(parts).adjust_cell_length(self.scrollable_content_region.width, self.rich_style)

    def _heading(self, at: int, room: int) -> list[Segment]:
        column = self._board[at]
        own = sum(1 for key in self.rows.keys[column.first : column.first + column.size] if key.kind == "event")
        before, after = "‹" if at == self._left and at else " ", ""
        if at == self._left + self._shown_columns[0] - 1 and at < len(self._board) - 1:
            after = "›"
        title = f"{before}{visible((column.stage or 'no stage').capitalize())} {own or ''}"
        style = self.rich_style + self.get_component_rich_style("rows--heading")
        return [Segment(cut(title, room - cell_len(after)) + after, style)]

    def _cell(self, column: _Column, line: int, room: int) -> list[Segment]:
        if not 0 <= line < column.size:
            words = "  none yet" if line == 0 else ""
            return [Segment(set_cell_size(words, room), self.rich_style + self.get_component_rich_style("rows--faint"))]
        number = column.first + line
        row = self.rows[number]
        here = number == self.cursor
        text = f"{self._pointer(number, row, here)}{row.mark} "
        signs = row.cells[2] if len(row.cells) > 2 else ""
        name = cut(visible(row.cells[0]), max(room - 4 - cell_len(signs), 1))
        return [Segment(set_cell_size(f"{text}{name}{signs} ", room), self._style_of(row, here))]
