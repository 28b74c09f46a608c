"""A dialog that asks for a text, and shows below what would be done with it."""

from __future__ import annotations

from collections.abc import Callable

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.widgets.static_line import StaticLine


class AskText(Dialog[str]):
    """A question that returns the text."""

    def __init__(self, title: str, text: str, told: Callable[[str], Content]) -> None:
        """Take the text to start from, and `told`, which says what would be done with a text."""
        super().__init__()
        self._title = title
        self._text = text
        self._told = told

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title, "bold"), classes="text")
            yield VisibleInput(self._text, compact=True, select_on_focus=False)
            yield StaticLine(self._told(self._text), classes="note")

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(".note", StaticLine).show(self._told(event.value))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        self.dismiss(event.value)
