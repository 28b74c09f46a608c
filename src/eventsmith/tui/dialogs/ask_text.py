"""A dialog that asks for a text, and shows below what would be done with it."""

from __future__ import annotations

from collections.abc import Callable

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.widgets.button_row import DialogButton
from eventsmith.tui.widgets.dialog_box import READABLE
from eventsmith.tui.widgets.static_line import StaticLine

_ROOM = 66
"""Cells for the text, and for what would be done with it."""


class AskText(Dialog[str]):
    """A question that returns the text."""

    def __init__(self, title: str, text: str, told: Callable[[str], Content], *, does: str = "Take it") -> None:
        """Take the text to start from, and what Enter does; `told` says what would be done with a text."""
        super().__init__()
        self.title_text = title
        self.buttons = (DialogButton("ok", does, "Enter"), CANCEL)
        self._text = text
        self._told = told

    @override
    def body(self) -> ComposeResult:
        yield VisibleInput(self._text, compact=True, select_on_focus=False)
        yield StaticLine(self._told(self._text), classes="note")

    def on_mount(self) -> None:
        """Make room for the text."""
        self.box.hold(min(max(cell_len(self._text), _ROOM), READABLE))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(".note", StaticLine).show(self._told(event.value))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.answer("ok")

    @override
    def answer(self, button: str) -> None:
        self.dismiss(self.query_one(Input).value)
