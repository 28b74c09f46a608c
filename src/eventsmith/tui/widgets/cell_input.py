"""The input of a sheet, which lies over the edited cell and moves on to the next one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.message import Message
from typing_extensions import override

from eventsmith.tui.widgets.typing_input import TypingInput


@dataclass
class RowsPasted(Message):
    """Posted when spreadsheet rows are pasted, which go into the whole sheet."""

    text: str


class CellInput(TypingInput):
    """The input that all cells of a sheet share."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,down", "go(0, 1)"),
        ("up", "go(0, -1)"),
        ("tab", "go(1, 0)"),
        ("shift+tab", "go(-1, 0)"),
        ("escape", "take_back"),
    ]

    @dataclass
    class Done(Message):
        """Posted when the user has finished a cell and moves on by some columns and rows."""

        columns: int
        rows: int

    @dataclass
    class TakenBack(Message):
        """Posted on Esc, to put back what stood in the cell before it was typed in."""

    def action_take_back(self) -> None:
        """Ask to put back what stood in the cell before it was typed in."""
        self.post_message(self.TakenBack())

    def action_go(self, columns: int, rows: int) -> None:
        """Finish the cell, and move on by some columns and rows."""
        self.post_message(self.Done(columns, rows))

    @override
    def takes_lines(self, text: str) -> bool:
        """Return whether pasted text is spreadsheet rows, which go into the sheet; plain lines go into the cell."""
        from eventsmith.queries.pasted_rows import has_cells

        return has_cells(text)

    def on_paste(self, event: events.Paste) -> None:
        """Send pasted spreadsheet rows to the sheet instead of the cell."""
        if self.takes_lines(event.text):
            event.stop()
            event.prevent_default()
            self.post_message(RowsPasted(event.text))
