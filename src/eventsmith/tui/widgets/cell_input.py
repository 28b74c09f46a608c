"""The input of a sheet: stands over the cell that is edited, and goes on to the next one. Knows no catalogs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message

from eventsmith.tui.widgets.typing_input import TypingInput


@dataclass
class RowsPasted(Message):
    """Rows of a spreadsheet: they are for the whole sheet."""

    text: str


class CellInput(TypingInput):
    """The one input of a sheet."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,down", "go(0, 1)"),
        ("up", "go(0, -1)"),
        ("tab", "go(1, 0)"),
        ("shift+tab", "go(-1, 0)"),
    ]

    @dataclass
    class Done(Message):
        """What is typed is meant, and one goes on by so many columns and rows."""

        columns: int
        rows: int

    def action_go(self, columns: int, rows: int) -> None:
        """See Done."""
        self.post_message(self.Done(columns, rows))

    def takes_lines(self, text: str) -> bool:
        """Rows of a sheet go into the sheet, and not all into one cell; lines of text are for the cell."""
        from eventsmith.queries.pasted_rows import has_cells

        return has_cells(text)

    def on_paste(self, event: events.Paste) -> None:
        """See `takes_lines`."""
        if self.takes_lines(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(RowsPasted(event.text))
