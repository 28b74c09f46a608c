"""A question with a few answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog, answer_buttons
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.button_row import row_width
from eventsmith.tui.widgets.dialog_box import READABLE, widest


class Ask(Dialog[str]):
    """A question that returns the key of the chosen answer."""

    BINDINGS: ClassVar[list[BindingType]] = [("up", "app.focus_previous"), ("down", "app.focus_next")]

    def __init__(
        self, question: str, answers: Sequence[tuple[str, str]], lines: Sequence[str] = (), *, esc: str = ""
    ) -> None:
        """Take `answers` as pairs of key and button label, the first one focused; `lines` go below the question.

        `esc` is the key of the answer that leaving without one amounts to, if there is such an answer.
        """
        super().__init__()
        self.title_text = question
        self.buttons = answer_buttons(answers, esc)
        self._lines = list(lines)

    @override
    def body(self) -> ComposeResult:
        if self._lines:
            yield Static(Content("\n").join(map(lit, self._lines)), classes="lines")

    def on_mount(self) -> None:
        """Make the box as wide as its text."""
        self.box.hold(max(widest(self._lines, READABLE), row_width(self.buttons)))

    @override
    def answer(self, button: str) -> None:
        self.dismiss(button)
