"""A dialog that asks for the path of a file to write."""

from __future__ import annotations

from pathlib import Path

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.session.paths import path_of, why_not_writable
from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.text import lit, marked
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.widgets.button_row import DialogButton

_ROOM = 20
"""Cells for what is typed besides the suggestion."""


class AskPath(Dialog[Path]):
    """A question that returns a path whose folder exists."""

    def __init__(self, title: str, suggested: Path, *, does: str = "Save", hint: str = "") -> None:
        """Take a path to start from: typing replaces it, an arrow key keeps it. `does` is what Enter does."""
        super().__init__()
        self.title_text = title
        self.buttons = (DialogButton("ok", does, "Enter"), CANCEL)
        self._suggested = suggested
        self._hint = hint

    @override
    def body(self) -> ComposeResult:
        yield VisibleInput(str(self._suggested), compact=True)
        yield Static(lit(self._hint), classes="note", markup=False)

    def on_mount(self) -> None:
        """Make room for the path."""
        self.box.hold(max(cell_len(str(self._suggested)) + _ROOM, cell_len(self._hint)))

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(".note", Static).update(self._problem(event.value) or lit(self._hint))

    @on(Input.Submitted)
    def _submitted(self) -> None:
        self.answer("ok")

    @override
    def answer(self, button: str) -> None:
        text = self.query_one(Input).value
        if self._problem(text) is None:
            self.dismiss(path_of(text))

    def _problem(self, text: str) -> Content | None:
        why_not = why_not_writable(text)
        return marked("warning", why_not) if why_not else None
