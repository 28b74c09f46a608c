"""What is under way, for how long already, and how not to wait for it."""

from __future__ import annotations

import time

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.static_line import StaticLine


class Wait(Dialog[bool]):
    """Answers with nothing where one does not want to wait."""

    def __init__(self, words: str, leave: str) -> None:
        """`leave` says what Esc does."""
        super().__init__()
        self._words = words
        self._leave = leave
        self._is_over = False
        self._since = time.monotonic()

    def compose(self) -> ComposeResult:
        """See Screen."""
        with Vertical(classes="box"):
            yield Static(lit(f"{self._words} …", "bold"), classes="text")
            yield StaticLine(lit(self._leave), classes="note")

    def on_mount(self) -> None:
        """A count of seconds shows that something is going on; no animation does, for those who asked for none."""
        self.set_interval(0.2, self._tell)

    def _tell(self) -> None:
        seconds = int(time.monotonic() - self._since)
        if seconds and not self.is_dismissed:
            told = f"{seconds} {'second' if seconds == 1 else 'seconds'} already. {self._leave}"
            self.query_one(".note", StaticLine).show(lit(told))

    def end(self) -> None:
        """There is nothing to wait for any more. It goes once it is the screen one sees: not to take another away."""
        self._is_over = True
        if self.is_running and self.app.screen is self:
            self.dismiss(True)

    def on_screen_resume(self) -> None:
        """See `end`."""
        if self._is_over:
            self.dismiss(True)
