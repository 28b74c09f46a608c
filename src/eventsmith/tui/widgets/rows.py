"""A list of rows in columns that draws only what is in sight: the widget of every list in the app."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import set_cell_size
from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.views.row import Row, RowKey, Rows
from eventsmith.tui.widgets.finding_list import FindingList

FLASH = 0.8
"""Seconds for which something lights up that was changed, by undo for example."""


class RowList(FindingList, can_focus=True):
    """Rows with a cursor. The cost of a key does not depend on the number of rows."""

    DEFAULT_CSS = """
    RowList {
        height: 1fr;
        background: $surface;
        scrollbar-size-vertical: 1;
        overflow-x: hidden;
        &:focus { background-tint: $foreground 4%; }
        & > .rows--head { color: $text-muted; text-style: bold underline; }
        & > .rows--heading { color: $text-accent; text-style: bold; }
        & > .rows--faint { color: $text-muted; }
        & > .rows--error { color: $text-error; }
        & > .rows--warning { color: $text-warning; }
        & > .rows--chosen { color: $text-accent; text-style: bold; }
        & > .rows--edge { color: $edge; }
        & > .rows--finding { color: $text-accent; text-style: bold reverse; }
        & > .rows--cursor { background: $was-here; text-style: $was-here-style; }
        & > .rows--cursor-focus { background: $here-ground; color: $on-here; text-style: $here-style; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "rows--head",
        "rows--heading",
        "rows--faint",
        "rows--error",
        "rows--warning",
        "rows--chosen",
        "rows--edge",
        "rows--finding",
        "rows--cursor",
        "rows--cursor-focus",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        ("up,k", "move(-1)"),
        ("down,j", "move(1)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
        ("home", "end(-1)"),
        ("end", "end(1)"),
        ("enter", "choose"),
    ]

    @dataclass
    class Highlighted(Message):
        """Posted when the cursor moves to another row; `row` is None where there is none."""

        rows: RowList
        row: Row | None

        @property
        @override
        def control(self) -> RowList:
            return self.rows

    @dataclass
    class Chosen(Message):
        """Posted on Enter, or on a click on the row under the cursor."""

        rows: RowList
        row: Row

        @property
        @override
        def control(self) -> RowList:
            return self.rows

    @dataclass
    class Marked(Message):
        """Posted when the mark of a row is clicked."""

        rows: RowList
        row: Row

        @property
        @override
        def control(self) -> RowList:
            return self.rows

    def __init__(
        self, *, columns: Sequence[int] = (1,), head: Sequence[str] = (), empty: str = "", id: str | None = None
    ) -> None:
        """Take `columns` as shares of the width, and `empty` as the text shown when there are no rows."""
        super().__init__(id=id)
        self._columns = tuple(columns)
        self._head = tuple(head)
        self._empty = empty
        self._flashing = False

    def show_rows(self, rows: Rows | Sequence[Row], *, columns: Sequence[int] = (), head: Sequence[str] = ()) -> None:
        """Show other rows; the cursor stays on the row with the same key, else near where it was."""
        before, old = self.row, self._rows
        rows = rows if isinstance(rows, Rows) else Rows.of(rows)
        shape = (tuple(columns) or self._columns, tuple(head) or self._head)
        same_lines = shape == (self._columns, self._head) and (rows.keys is old.keys or rows.keys == old.keys)
        self._columns, self._head = shape
        self._rows = rows
        size = Size(0, (len(rows) or self._empty.count("\n") + 1) + bool(self._head))
        if size != self.virtual_size:
            self.virtual_size = size
        if before is None or not self.point_at(before.key):
            self._point_near(min(max(self.cursor, 0), len(rows) - 1), 1, announce=True)
        if not same_lines:
            self.refresh()
            return
        for number in self._in_sight():
            if rows[number] != old.made(number):
                self._refresh_row(number)

    def is_on_mark(self, x: int) -> bool:
        """Return whether the mark of a row is at a column of the widget."""
        return x <= 3

    def _in_sight(self) -> Sequence[int]:
        """Return the numbers of the rows in sight."""
        top = round(self.scroll_offset.y)
        return range(top, min(top + self.size.height, len(self._rows)))

    def number_at(self, x: int, y: int) -> int | None:
        """Return the number of the row at a cell of the widget, or None."""
        number = y + round(self.scroll_offset.y) - bool(self._head)
        return number if (y > 0 or not self._head) and 0 <= number < len(self._rows) else None

    def is_here(self, number: int) -> bool:
        """Return whether the cursor is on a row."""
        return number == self.cursor

    def point_at(self, key: RowKey) -> bool:
        """Move the cursor to the row with the key; return whether there is one."""
        here = self.row
        if here is not None and here.key == key:
            return True
        number = self._rows.number_of(key)
        if number is not None:
            self.cursor = number
        return number is not None

    def _point_near(self, number: int, step: int, *, announce: bool = False) -> None:
        """Move the cursor to the first pickable row from `number` on in the direction of `step`, else the other way."""
        for way in (step, -step):
            at = number
            while 0 <= at < len(self._rows):
                if self._rows[at].pickable:
                    if at == self.cursor and announce:
                        self.post_message(self.Highlighted(self, self._rows[at]))
                    self.cursor = at
                    return
                at += way
        self.cursor = -1
        if announce:
            self.post_message(self.Highlighted(self, None))

    def watch_cursor(self, before: int, after: int) -> None:
        """Redraw both rows, keep the cursor in sight, and post Highlighted."""
        self._refresh_row(before)
        self._refresh_row(after)
        if 0 <= after < len(self._rows):
            self._keep_in_sight()
            self.post_message(self.Highlighted(self, self._rows[after]))

    def _refresh_row(self, number: int) -> None:
        line = number - round(self.scroll_offset.y) + bool(self._head)
        self.refresh(Region(0, line, self.size.width, 1))

    def _keep_in_sight(self) -> None:
        """Scroll just far enough to show the cursor, with the headings above the first row.

        Do nothing while the height is not known yet: `on_resize` does it then.
        """
        if not self.size.height:
            return
        room = max(self.scrollable_content_region.height - bool(self._head), 1)
        top = round(self.scroll_offset.y)
        headings = not any(self._rows[number].pickable for number in range(self.cursor))
        if headings and self.cursor < room:
            wanted = 0
        elif self.cursor < top:
            wanted = self.cursor
        elif self.cursor >= top + room:
            wanted = self.cursor - room + 1
        else:
            return
        self.scroll_to(y=wanted, animate=False, force=True)

    def on_resize(self) -> None:
        """Keep the cursor in sight."""
        if self.cursor >= 0:
            self._keep_in_sight()

    def action_move(self, step: int) -> None:
        """Move the cursor by a number of rows; do nothing where there is no such row."""
        self._point_near(self.cursor + step, step) if 0 <= self.cursor + step < len(self._rows) else None

    def action_page(self, way: int) -> None:
        """Move the cursor up (-1) or down (1) by a screenful."""
        if self._rows:
            room = max(self.scrollable_content_region.height - 2, 1)
            self._point_near(min(max(self.cursor + way * room, 0), len(self._rows) - 1), way)

    def action_end(self, way: int) -> None:
        """Move the cursor to the first (-1) or last (1) row."""
        if self._rows:
            self._point_near(0 if way < 0 else len(self._rows) - 1, -way)

    def action_choose(self) -> None:
        """Choose the row under the cursor."""
        if self.row is not None:
            self.post_message(self.Chosen(self, self.row))

    def flash(self) -> None:
        """Light up the row under the cursor for a moment."""
        self._flashing = True
        self._refresh_row(self.cursor)
        self.set_timer(FLASH, self._end_flash)

    def _end_flash(self) -> None:
        self._flashing = False
        self._refresh_row(self.cursor)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked row; post Marked for its mark, Chosen if the cursor was there already."""
        number = self.number_at(event.x, event.y)
        if number is None or not self._rows[number].pickable:
            return
        again = number == self.cursor
        self.cursor = number
        if self.is_on_mark(event.x):
            self.post_message(self.Marked(self, self._rows[number]))
        elif again or event.chain > 1:
            self.post_message(self.Chosen(self, self._rows[number]))

    def _sizes(self, width: int, count: int) -> list[int]:
        """Return the width of each of several columns."""
        room = max(width - 4 - (count - 1), 0)
        total = sum(self._columns[:count]) or 1
        sizes = [room * part // total for part in self._columns[:count]]
        sizes[-1] += room - sum(sizes)
        return sizes

    @override
    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        base = self.rich_style
        if self._head and y == 0:
            style = base + self.get_component_rich_style("rows--head")
            return self._strip(("", " ", self._head), width, style)
        number = y + round(self.scroll_offset.y) - bool(self._head)
        if not 0 <= number < len(self._rows):
            lines = self._empty.split("\n") if not self._rows else []
            at = y - bool(self._head)
            text = lines[at] if 0 <= at < len(lines) else ""
            faint = base + self.get_component_rich_style("rows--faint")
            return Strip([Segment(set_cell_size(f" {text}", width), faint)], width)
        row = self._rows[number]
        here = self.is_here(number)
        style = self._style_of(row, here)
        return self._strip((self._pointer(number, row, here), row.mark, row.cells), width, style)

    def _style_of(self, row: Row, here: bool) -> Style:
        style = self.rich_style
        if row.chosen or row.tone:
            style += self.get_component_rich_style("rows--chosen" if row.chosen else f"rows--{row.tone}")
        if here:
            name = "rows--cursor-focus" if self.has_focus else "rows--cursor"
            style += self.get_component_rich_style(name, partial=True)
            if self._flashing:
                style += self.get_component_rich_style("rows--finding", partial=True)
        return style

    def _pointer(self, number: int, row: Row, here: bool) -> str:
        """Return the sign that tells by shape what the next command acts on: `»` is the cursor on a chosen row."""
        if row.chosen:
            return "»" if here else "*"
        return "›" if here and not row.follows else " "

    def _strip(self, parts: tuple[str, str, Sequence[str]], width: int, style: Style) -> Strip:
        pointer, mark, cells = parts
        if len(cells) == 1:
            text = cut(visible(cells[0]), max(width - 4, 0))
        else:
            sizes = self._sizes(width, len(cells))
            text = " ".join(cut(visible(cell), size) for cell, size in zip(cells, sizes, strict=False))
        return Strip(
            [Segment(set_cell_size(f"{pointer}{mark} ", 3) + set_cell_size(text, max(width - 3, 0)), style)], width
        )


def cut(text: str, size: int) -> str:
    """Return the text in exactly `size` cells, ending in … where something is missing."""
    fitted = set_cell_size(text, size)
    if size > 1 and fitted.rstrip() != text.rstrip():
        return set_cell_size(set_cell_size(text, size - 1) + "…", size)
    return fitted
