"""A list whose cursor moves from cell to cell, and which shows as many columns as fit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Region
from textual.reactive import reactive
from textual.strip import Strip
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.views.row import NO_KEY, Column, GridRow, NoteRow, Row, Rows
from eventsmith.tui.widgets.rows import RowList, cut

MARGIN = 3
"""Cells before the first column: the pointer, the mark and a space."""


class ColumnSpan(NamedTuple):
    """The position of a column in sight, in cells."""

    column: int
    x: int
    width: int


NOWHERE = ColumnSpan(0, MARGIN, 1)
"""Where a column is said to be while it is out of sight."""


class Grid(RowList):
    """A list of rows with cells. The first column stays; the others scroll so that the cursor's column is in sight."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "along(-1)"),
        ("right", "along(1)"),
        ("tab", "along(1, True)"),
        ("shift+tab", "along(-1, True)"),
        ("home", "column(0)"),
        ("end", "column(-1)"),
        ("ctrl+home", "end(-1)"),
        ("ctrl+end", "end(1)"),
    ]

    column: reactive[int] = reactive(0, repaint=False)

    def __init__(self, columns: Sequence[Column], together: int, *, empty: str = "", id: str | None = None) -> None:
        """Take the columns; the first `together` of them are narrowed rather than scrolled."""
        super().__init__(head=[column.head for column in columns], empty=empty, id=id)
        self.grid_columns = tuple(columns)
        self._together = together
        self._first = 1
        """The first of the scrolling columns in sight."""
        self._led_to = NO_KEY
        """The key of the row that the last click moved the cursor to."""

    def spans(self) -> list[ColumnSpan]:
        """Return the columns in sight, from the left."""
        room = max(self.scrollable_content_region.width - MARGIN, 1)
        columns = self.grid_columns
        fits = sum(column.best + 1 for column in columns[: self._together]) <= room + 1
        sizes = [column.best if fits else column.least for column in columns]
        shown = [0]
        left = room - sizes[0]
        for number in range(self._first, len(columns)):
            if sizes[number] + 1 > left:
                break
            shown.append(number)
            left -= sizes[number] + 1
        stretching = [number for number in shown if columns[number].stretches]
        for at, number in enumerate(stretching):
            sizes[number] += left // len(stretching) + (at < left % len(stretching))
        found = []
        x = MARGIN
        for number in shown:
            found.append(ColumnSpan(number, x, sizes[number]))
            x += sizes[number] + 1
        return found

    @property
    def whole(self) -> bool:
        """Whether the row under the cursor has no cells."""
        return not isinstance(self.row, GridRow) or self.row.whole

    def cell_region(self, least: int = 1) -> Region:
        """Return the region of the cell under the cursor, relative to the grid.

        If it is narrower than `least`, cells after it belong to it, each as a whole: none is left with half a text.
        """
        column = 0 if self.whole else self.column
        spans = [span for span in self.spans() if span.column >= column] or [NOWHERE]
        x, room = spans[0].x, self.scrollable_content_region.width
        end = next((span.x + span.width for span in spans if span.x + span.width - x >= least), room)
        return Region(x, self.cursor - round(self.scroll_offset.y) + 1, end - x, 1)

    def watch_column(self, before: int, after: int) -> None:
        """Keep the column in sight, and post Highlighted."""
        self._scroll_columns()
        self._refresh_row(self.cursor)
        self.post_message(self.Highlighted(self, self.row))

    def _scroll_columns(self) -> None:
        first = self._first
        if self.column < self._first:
            self._first = max(self.column, 1)
        while self._first < self.column and self.spans()[-1].column < self.column:
            self._first += 1
        if self._first != first:
            self.refresh()

    def on_resize(self) -> None:
        """Keep the column in sight; RowList does the same for the row."""
        self._scroll_columns()

    def action_along(self, step: int, on: bool = False) -> None:
        """Move to the previous (-1) or next (1) cell; with `on`, also across rows, and out of the grid at its ends."""
        at = self.column + step
        if not self.whole and 0 <= at < len(self.grid_columns):
            self.column = at
            return
        row = self.cursor + step
        if not on:
            return
        if 0 <= row < len(self.rows) and (step < 0 or not self.whole):
            self._point_near(row, step)
            self.column = 0 if step > 0 or self.whole else len(self.grid_columns) - 1
        elif step > 0:
            self.screen.focus_next()
        else:
            self.screen.focus_previous()

    def action_column(self, number: int) -> None:
        """Move to a cell of the row by its number; -1 is the last one."""
        if not self.whole:
            self.column = number % len(self.grid_columns)

    @override
    def show_rows(self, rows: Rows | Sequence[Row], *, columns: Sequence[int] = (), head: Sequence[str] = ()) -> None:
        before = len(self.rows)
        super().show_rows(rows, columns=columns, head=head)
        if len(self.rows) != before and self.cursor >= 0:
            self._keep_in_sight()

    @override
    def _keep_in_sight(self) -> None:
        """Keep the lines about the row in sight, too, as far as there is room below it."""
        super()._keep_in_sight()
        last = self.cursor
        while last + 1 < len(self.rows) and isinstance(self.rows[last + 1], NoteRow):
            last += 1
        room = max(self.scrollable_content_region.height - 1, 1)
        if self.size.height and last >= round(self.scroll_offset.y) + room:
            self.scroll_to(y=min(self.cursor, last - room + 1), animate=False, force=True)

    def on_click(self, event: events.Click) -> None:
        """Move the cursor to the clicked cell, or choose the cell if the cursor is there already.

        The second click of two chooses what the first one led to, wherever that is by now: the lines about another row
        may have gone from above it.
        """
        number = self.number_at(event.x, event.y)
        row = self.rows[number] if number is not None else None
        if event.chain > 1:
            event.prevent_default()
            if self.row is not None and self.row.key == self._led_to:
                self.post_message(self.Chosen(self, self.row))
            self._led_to = NO_KEY
            return
        column = next((span.column for span in self.spans() if span.x <= event.x <= span.x + span.width), None)
        in_cell = isinstance(row, GridRow) and not row.whole and column is not None
        here = number == self.cursor and (column == self.column or not in_cell)
        leads = row is not None and row.pickable and not here and (in_cell or event.x > MARGIN)
        self._led_to = row.key if row is not None and leads else NO_KEY
        if isinstance(row, NoteRow):
            self.post_message(self.Chosen(self, row))
        elif row is not None and number is not None and column is not None and in_cell:
            event.prevent_default()
            self.cursor, self.column = number, column
            if here:
                self.post_message(self.Chosen(self, row))

    @override
    def render_line(self, y: int) -> Strip:
        number = y + round(self.scroll_offset.y) - 1
        if y and not 0 <= number < len(self.rows):
            return super().render_line(y)
        spans = self.spans()
        if not y:
            return self._head_strip(spans)
        row = self.rows[number]
        here, whole = number == self.cursor, not isinstance(row, GridRow) or row.whole
        style = self.rich_style + self._tone(row.tone) if whole else self.rich_style
        cursor = self.get_component_rich_style("rows--cursor-focus", partial=True) if self.has_focus else Style()
        if here:
            style += self.get_component_rich_style("rows--cursor", partial=True)
            style += cursor if whole else Style()
            if self._flashing:
                cursor = self.get_component_rich_style("rows--finding", partial=True)
        parts = [("›" if here else " ", style), (f"{row.mark} ", style if whole else style + self._tone(row.tone))]
        for at, (text, width, column) in enumerate(self._whole(row, spans) if whole else self._cells(row, spans)):
            own = style
            if isinstance(row, GridRow) and not whole:
                own += self._tone(row.tones[column])
                own += cursor if here and column == self.column else Style()
            parts += [(" ", style)] if at else []
            parts.append((cut(visible(text), width), own))
        return self._strip_of(parts, style)

    def _tone(self, tone: str) -> Style:
        """Return only the colour of a tone, so that the cursor keeps its background."""
        return Style(color=self.get_component_rich_style(f"rows--{tone}").color) if tone else Style()

    def _cells(self, row: Row, spans: Sequence[ColumnSpan]) -> list[tuple[str, int, int]]:
        return [(row.cells[span.column], span.width, span.column) for span in spans]

    def _whole(self, row: Row, spans: Sequence[ColumnSpan]) -> list[tuple[str, int, int]]:
        """Return the text, width and column of each cell, the last one reaching to the end of the line."""
        last = len(row.cells) - 1
        found = [(row.cells[span.column], span.width, span.column) for span in spans if span.column < last]
        used = sum(width + 1 for _, width, _ in found)
        room = self.scrollable_content_region.width - MARGIN - used
        return [*found, (row.cells[last], max(room, 0), last)]

    def _head_strip(self, spans: Sequence[ColumnSpan]) -> Strip:
        """Return the heads, with arrows in front where columns are out of sight."""
        style = self.rich_style + self.get_component_rich_style("rows--head")
        more = spans[-1].column < len(self.grid_columns) - 1
        parts = [(f"{'‹' if self._first > 1 else ' '}{'›' if more else ' '} ", style)]
        for at, span in enumerate(spans):
            column = self.grid_columns[span.column]
            head = column.head if span.width >= len(column.head) else column.short
            parts.append((" " * bool(at) + cut(head, span.width), style))
        return self._strip_of(parts, style)

    def _strip_of(self, parts: Sequence[tuple[str, Style]], rest: Style) -> Strip:
        width = self.scrollable_content_region.width
        strip = Strip([Segment(text, style) for text, style in parts])
        return strip.adjust_cell_length(width, rest)
