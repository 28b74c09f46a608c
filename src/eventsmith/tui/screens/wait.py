"""What is under way, and how not to wait for it."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from eventsmith.tui.screens._dialog import Dialog
from eventsmith.tui.text import lit


class Wait(Dialog[bool]):
    """Answers with nothing where one does not want to wait."""

    def __init__(self, words: str, leave: str) -> None:
        """`leave` says what Esc does."""
        super().__init__()
        self._words = words
        self._leave = leave
        self._is_over = False

    def compose(self) -> ComposeResult:
        """See Screen."""
        with Vertical(classes="box"):
            yield Static(lit(self._words), classes="text")
            yield Static(lit(self._leave), classes="note")

    def end(self) -> None:
        """There is nothing to wait for any more. It goes once it is the screen one sees: not to take another away."""
        self._is_over = True
        if self.is_running and self.app.screen is self:
            self.dismiss(True)

    def on_screen_resume(self) -> None:
        """See `end`."""
        if self._is_over:
            self.dismiss(True)
