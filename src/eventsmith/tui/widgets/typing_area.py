"""An input for a text of some sentences or lines: it wraps, and grows with the text."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import BindingType
from typing_extensions import override

from eventsmith.tui.textual_fixes.wrapped_input import WrappedInput
from eventsmith.tui.widgets.typing_input import TypingInput


class TypingArea(WrappedInput, TypingInput):
    """A typing input of several lines: Enter goes on as in any field, Alt+Enter begins a new line."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "row(-1)"),
        ("down", "row(1)"),
        ("shift+up", "row(-1, True)"),
        ("shift+down", "row(1, True)"),
        ("ctrl+home", "text_end(-1)"),
        ("ctrl+end", "text_end(1)"),
        ("alt+enter,shift+enter,ctrl+j", "new_line"),
    ]

    @override
    def takes_lines(self, text: str) -> bool:
        return True

    def action_new_line(self) -> None:
        """Begin a new line."""
        self.replace("\n", *self.selection)

    def action_text_end(self, way: int) -> None:
        """Move the cursor to the start (-1) or the end (1) of the text."""
        self.cursor_position = 0 if way < 0 else len(self.value)
