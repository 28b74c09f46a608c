"""Let an input have several lines, wrapped.

Symptom: an Input has one line; a TextArea sends control characters to the terminal, takes other characters than a line
    feed for the end of a line, and has an undo of its own.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input can wrap its text, or TextArea shows control characters, keeps any text as it is, and can leave undo
    to others.
"""

from __future__ import annotations

from collections.abc import Iterable

from rich.cells import cell_len, get_character_cell_size, split_graphemes
from rich.segment import Segment
from rich.text import Text
from textual import events
from textual.geometry import Offset, Region, Size
from textual.strip import Strip
from textual.widgets.input import Selection
from typing_extensions import override

from eventsmith.ground.sanitise import visible_marks_lines
from eventsmith.ground.wrapping import Rows
from eventsmith.tui.textual_fixes.control_characters import VisibleInput

MOST_ROWS = 6
"""The rows to which it grows; more of them scroll."""


class WrappedInput(VisibleInput):
    """An input that wraps its text, and is as high as its text up to some rows."""

    DEFAULT_CSS = """
    WrappedInput { overflow: hidden scroll; scrollbar-size: 0 0; }
    """

    _rows: Rows | None = None
    _wrapped: tuple[str, int] = ("", 0)
    """The value and the width that the rows are of."""
    _height = 0
    """The rows that the last layout gave it."""
    _goal = (-1, 0)
    """A position to which the cursor came by going up or down, and the cell of the row that it would be at."""

    def rows(self, width: int = 0) -> Rows:
        """Return the text in rows of a width, or of the one it has now."""
        width = max((width or self.scrollable_content_region.width or 80) - 1, 2)
        if self._rows is None or self._wrapped != (self.value, width):
            before = self._rows if self._wrapped[1] == width else None
            self._rows = Rows(visible_marks_lines(self.value), width, graphemes, before)
            self._wrapped = self.value, width
        return self._rows

    @override
    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        self._height = _height_of(self.rows(width))
        return self._height

    @override
    def _watch_value(self, value: str) -> None:
        """Take up the rows of another value. Nothing is laid out anew as long as it has as many."""
        self._fit()
        self.refresh(layout=_height_of(self.rows()) != self._height)
        self._initial_value = False
        self.selection = self.selection

    def on_resize(self) -> None:
        """Keep the cursor in sight at another width."""
        self._fit()
        self._watch_selection(self.selection)
        if self.has_focus:
            self.scroll_visible(animate=False)

    def _fit(self) -> None:
        self.virtual_size = Size(self.scrollable_content_region.width, len(self.rows()))

    @override
    def _watch_selection(self, selection: Selection) -> None:
        self.app.clear_selection()
        self.app.cursor_position = self.cursor_screen_offset
        self.scroll_to_region(
            Region(0, self.rows().row_of(selection.end), 1, 1), force=True, animate=False, x_axis=False
        )

    def _cell_of(self, position: int) -> Offset:
        """Return the row of a position, and the cell in it."""
        rows = self.rows()
        row = rows.row_of(position)
        return Offset(cell_len(rows.text[rows.starts[row] : position]), row)

    def _position_of(self, cell: Offset) -> int:
        """Return the position next to a cell of a row, which may lie outside the text."""
        rows = self.rows()
        row = max(0, min(cell.y, len(rows) - 1))
        start, end = rows.span(row)
        left = cell.x
        for begin, _end, size in graphemes(rows.text[start:end]):
            if left < size:
                return start + begin
            left -= size
        return rows.last_in(row)

    @property
    @override
    def cursor_screen_offset(self) -> Offset:
        return self.content_region.offset + self._cell_of(self.cursor_position) - self.scroll_offset

    @override
    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        row = y + self.scroll_offset.y
        if not self.value and not row:
            line = self._drawn(Text(self.placeholder, self.get_component_rich_style("input--placeholder"), end=""), 0)
        elif row < len(rows := self.rows()):
            start, end = rows.span(row)
            line = self._drawn(Text(rows.text[start:end], end=""), start)
        else:
            return Strip.blank(width, self.rich_style)
        strip = Strip(Segment.simplify(line.render(self.app.console))).adjust_cell_length(width)
        return self._marked(strip, y, row).apply_style(self.rich_style)

    def _drawn(self, line: Text, start: int) -> Text:
        """Add to a row of text what is selected, and the cursor."""
        if not self.has_focus:
            return line
        if not self.selection.is_empty:
            first, last = (max(0, position - start) for position in sorted(self.selection))
            line.stylize_before(self.get_component_rich_style("input--selection"), first, last)
        cursor = self.cursor_position - start
        if self._cursor_visible and self.rows().row_of(self.cursor_position) == self.rows().row_of(start):
            if cursor == len(line):
                line.pad_right(1)
            line.stylize(self.get_component_rich_style("input--cursor"), cursor, cursor + 1)
        return line

    def _marked(self, strip: Strip, y: int, row: int) -> Strip:
        """Mark at the end of the first and the last line in sight that there is more."""
        more = "↑" if not y and row else "↓" if y == self._height - 1 and row < len(self.rows()) - 1 else ""
        if not more or (self.has_focus and self._cell_of(self.cursor_position) == (strip.cell_length - 1, row)):
            return strip
        return Strip([*strip.crop(0, strip.cell_length - 1), Segment(more)])

    @override
    async def _on_mouse_down(self, event: events.MouseDown) -> None:
        # Or Input's own handler would run as well, here and below.
        event.prevent_default()
        self._pause_blink(visible=True)
        self.selection = Selection.cursor(
            self._position_of(event.get_content_offset_capture(self) + self.scroll_offset)
        )
        self._selecting = True
        self.capture_mouse()

    @override
    async def _on_mouse_move(self, event: events.MouseMove) -> None:
        event.prevent_default()
        if self._selecting:
            end = self._position_of(event.get_content_offset_capture(self) + self.scroll_offset)
            self.selection = Selection(self.selection.start, end)

    @override
    def _on_paste(self, event: events.Paste) -> None:
        event.stop()
        event.prevent_default()
        self.replace(event.text, *self.selection)

    def _go(self, position: int, select: bool) -> None:
        self.selection = Selection(self.selection.start if select else position, position)

    def action_row(self, way: int, select: bool = False) -> None:
        """Move the cursor a row up (-1) or down (1); from the first, to the start; from the last, to the end."""
        x, row = self._cell_of(self.cursor_position)
        x = self._goal[1] if self._goal[0] == self.cursor_position else x
        if 0 <= row + way < len(self.rows()):
            self._go(self._position_of(Offset(x, row + way)), select)
            self._goal = self.cursor_position, x
        else:
            self._go(0 if way < 0 else len(self.value), select)

    @override
    def action_home(self, select: bool = False) -> None:
        rows = self.rows()
        self._go(rows.starts[rows.row_of(self.cursor_position)], select)

    @override
    def action_end(self, select: bool = False) -> None:
        rows = self.rows()
        self._go(rows.last_in(rows.row_of(self.cursor_position)), select)

    @override
    def action_delete_left_all(self) -> None:
        if self.selection.is_empty:
            self.delete(self.value.rfind("\n", 0, self.cursor_position) + 1, self.cursor_position)
        else:
            self.delete_selection()

    @override
    def action_delete_right_all(self) -> None:
        if self.selection.is_empty:
            end = self.value.find("\n", self.cursor_position)
            self.delete(self.cursor_position, end if end >= 0 else len(self.value))
        else:
            self.delete_selection()


def _height_of(rows: Rows) -> int:
    return min(len(rows), MOST_ROWS)


def graphemes(text: str) -> Iterable[tuple[int, int, int]]:
    """Split a text into what is drawn as one, with the cells it takes: fast where nothing joins characters."""
    if "\u200d" in text or "\ufe0f" in text:
        return split_graphemes(text)[0]
    return ((at, at + 1, get_character_cell_size(character)) for at, character in enumerate(text))
