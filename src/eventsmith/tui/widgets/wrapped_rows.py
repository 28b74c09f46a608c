"""A list whose rows are wrapped, so that all of each text is there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from textual.geometry import Region
from typing_extensions import override

from eventsmith.tui.views.cell_wrap import wrap
from eventsmith.tui.views.row import Row, Rows
from eventsmith.tui.widgets.rows import RowList

MOST = 1000
"""The number of rows up to which all are wrapped; of more, one reads the text of the row under the cursor."""
MARGIN = 4
"""Cells beside the text: the pointer, the mark and a space on each side."""


class WrappedRows(RowList):
    """A list of rows of one cell each, which take as many lines as that needs. Each line is a row to RowList."""

    DEFAULT_CSS = "WrappedRows { scrollbar-gutter: stable; }"

    def __init__(self, *, empty: str = "", id: str | None = None) -> None:
        super().__init__(empty=empty, id=id)
        self._whole: Rows = Rows.of(())
        self._wrapped_for = 0

    @override
    def show_rows(self, rows: Rows | Sequence[Row], *, columns: Sequence[int] = (), head: Sequence[str] = ()) -> None:
        self._whole = rows if isinstance(rows, Rows) else Rows.of(rows)
        self._wrapped_for = self.scrollable_content_region.width
        super().show_rows(self._lines(), columns=columns, head=head)

    def _lines(self) -> Rows:
        room = self._wrapped_for - MARGIN
        if room < 1 or len(self._whole) > MOST:
            return self._whole
        return Rows.of([line for number in range(len(self._whole)) for line in _wrapped(self._whole[number], room)])

    @override
    def on_resize(self) -> None:
        if self.scrollable_content_region.width != self._wrapped_for:
            self.show_rows(self._whole)
        super().on_resize()

    def _first_line(self, number: int) -> int:
        while number > 0 and number < len(self.rows) and self.rows.keys[number].within >= 0:
            number -= 1
        return number

    def _end(self, number: int) -> int:
        """Return the number of the line behind the last one of a row."""
        number += 1
        while number < len(self.rows) and self.rows.keys[number].within >= 0:
            number += 1
        return number

    @override
    def number_at(self, x: int, y: int) -> int | None:
        number = super().number_at(x, y)
        return self._first_line(number) if number is not None else None

    @override
    def is_here(self, number: int) -> bool:
        return self._first_line(number) == self.cursor

    @override
    def _refresh_row(self, number: int) -> None:
        line = number - round(self.scroll_offset.y)
        self.refresh(Region(0, line, self.size.width, self._end(number) - number))

    @override
    def _keep_in_sight(self) -> None:
        super()._keep_in_sight()
        height = self.scrollable_content_region.height
        least = min(self._end(self.cursor) - height, self.cursor)
        if height and round(self.scroll_offset.y) < least:
            self.scroll_to(y=least, animate=False, force=True)


def _wrapped(row: Row, room: int) -> Iterator[Row]:
    first, *more = wrap(row.cells[0], room)
    yield replace(row, cells=(first,), whole_text=row.cells[0])
    for number, line in enumerate(more):
        yield replace(row, key=row.key._replace(within=number), cells=(line,), mark=" ", follows=True)
