"""Asks for the path of a file to write."""

from __future__ import annotations

from pathlib import Path

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Input, Static

from eventsmith.tui.private import VisibleInput
from eventsmith.tui.screens._dialog import Dialog
from eventsmith.tui.text import lit, marked


class AskPath(Dialog[Path]):
    """Answers with a path whose folder exists."""

    def __init__(self, title: str, suggested: Path, *, hint: str = "Enter writes it, Esc leaves") -> None:
        super().__init__()
        self._title = title
        self._suggested = suggested
        self._hint = hint

    def compose(self) -> ComposeResult:
        """See Screen."""
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
            self.dismiss(Path(event.value.strip()).expanduser())

    def _problem(self, text: str) -> Content | None:
        if not text.strip():
            return marked("warning", "A file needs a name")
        path = Path(text.strip()).expanduser()
        try:
            if path.is_dir():
                return marked("warning", f"{path} is a folder; add a file name")
            if not path.parent.is_dir():
                return marked("warning", f"There is no folder {path.parent}")
        except (OSError, ValueError):
            return marked("warning", "This cannot be the name of a file")
        return None
