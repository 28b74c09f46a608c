"""A dialog that asks for the reason to silence an issue."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.text import lit, marked
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.widgets.button_row import DialogButton
from eventsmith.tui.widgets.dialog_box import READABLE, widest

HINT = "It is written into the file"
NEEDED = "Say why: who reads the file next year must know whether it still holds"


class AskReason(Dialog[str]):
    """A question that returns a reason: one line, never empty."""

    buttons = (DialogButton("ok", "Silence", "Enter"), CANCEL)

    def __init__(self, title: str, message: str) -> None:
        super().__init__()
        self.title_text = title
        self._message = message

    @override
    def body(self) -> ComposeResult:
        yield Static(lit(self._message), classes="text")
        yield VisibleInput(placeholder="Why is it right here?", compact=True)
        yield Static(lit(HINT), classes="note")

    def on_mount(self) -> None:
        """Make the box as wide as its text."""
        self.box.hold(widest((self._message, NEEDED), READABLE))

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one(".note", Static).update(lit(HINT))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.answer("ok")

    @override
    def answer(self, button: str) -> None:
        reason = " ".join(self.query_one(Input).value.split())
        if reason:
            self.dismiss(reason)
        else:
            self.query_one(".note", Static).update(marked("warning", NEEDED))
