"""A dialog that asks for the reason to silence an issue."""

from __future__ import annotations

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit, marked
from eventsmith.tui.textual_fixes.control_characters import VisibleInput

HINT = "Enter writes it into the file, Esc leaves"
NEEDED = "Say why: who reads the file next year must know whether it still holds"


class AskReason(Dialog[str]):
    """A question that returns a reason: one line, never empty."""

    def __init__(self, title: str, message: str) -> None:
        super().__init__()
        self._title = title
        self._message = message

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title, "bold"), classes="text")
            yield Static(lit(self._message), classes="text")
            yield VisibleInput(placeholder="Why is it right here?", compact=True)
            yield Static(lit(HINT), classes="note")

    @on(Input.Changed)
    def _typed(self) -> None:
        self.query_one(".note", Static).update(lit(HINT))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        reason = " ".join(event.value.split())
        if reason:
            self.dismiss(reason)
        else:
            self.query_one(".note", Static).update(marked("warning", NEEDED))
