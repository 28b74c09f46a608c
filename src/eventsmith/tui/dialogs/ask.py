"""A question with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.button_row import ButtonRow


class Ask(Dialog[str]):
    """A question that returns the key of the chosen answer."""

    BINDINGS: ClassVar[list[BindingType]] = [("left,up", "app.focus_previous"), ("right,down", "app.focus_next")]

    def __init__(self, question: str, answers: Sequence[tuple[str, str]], lines: Sequence[str] = ()) -> None:
        """Take `answers` as pairs of key and button label, the first one focused; `lines` go below the question."""
        super().__init__()
        self._lines = [lit(line) for line in (question, *lines)]
        self._answers = answers

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(Content("\n").join(self._lines), classes="text")
            yield ButtonRow(self._answers)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id)
