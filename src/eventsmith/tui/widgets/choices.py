"""A list of which one click on a row, wherever it is, picks the row."""

from __future__ import annotations

from dataclasses import dataclass

from textual import events
from textual.message import Message
from typing_extensions import override

from eventsmith.tui.views.row import Row
from eventsmith.tui.widgets.rows import RowList


class Choices(RowList):
    """Rows to pick from. The second click of a double click picks nothing more."""

    @dataclass
    class Picked(Message):
        """Posted when a row is clicked."""

        rows: Choices
        row: Row
        column: int
        """The index of the clicked cell."""

        @property
        @override
        def control(self) -> Choices:
            return self.rows

    def on_click(self, event: events.Click) -> None:
        """Pick the clicked row."""
        event.prevent_default()
        number = self.number_at(event.x, event.y)
        if number is None or event.chain > 1 or not self.rows[number].pickable:
            return
        self.focus()
        self.cursor = number
        row = self.rows[number]
        self.post_message(self.Picked(self, row, self._column_at(event.x, len(row.cells))))

    def _column_at(self, x: int, count: int) -> int:
        """Return which of several columns is at `x` cells from the left."""
        end = 3
        for number, size in enumerate(self._sizes(self.scrollable_content_region.width, count)):
            end += size + 1
            if x < end:
                return number
        return count - 1
