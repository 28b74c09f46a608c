"""A dialog that asks for the path of a file to write."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.session.paths import path_of, why_not_writable
from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit, marked
from eventsmith.tui.textual_fixes.control_characters import VisibleInput


class AskPath(Dialog[Path]):
    """A question that returns a path whose folder exists."""

    def __init__(self, title: str, suggested: Path, *, hint: str = "Enter writes it, Esc leaves") -> None:
        super().__init__()
        self._title = title
        self._suggested = suggested
        self._hint = hint

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(self._title, "bold"), classes="text")
            yield VisibleInput(str(self._suggested), compact=True, select_on_focus=False)
            yield Static(lit(self._hint), classes="note", markup=False)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self.query_one(".note", Static).update(self._problem(event.value) or lit(self._hint))

    @on(Input.Submitted)
    def _submitted(self, event: Input.Submitted) -> None:
        if self._problem(event.value) is None:
            self.dismiss(path_of(event.value))

    def _problem(self, text: str) -> Content | None:
        why_not = why_not_writable(text)
        return marked("warning", why_not) if why_not else None
