"""A dialog that says what is under way, for how long, and how to stop waiting for it."""

from __future__ import annotations

import time

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.static_line import StaticLine


class Wait(Dialog[bool]):
    """A notice that returns True when the work is done, or None if the user stops waiting."""

    def __init__(self, words: str, leave: str) -> None:
        """Take `words` for what is under way, and `leave`, which says what Esc does."""
        super().__init__()
        self._words = words
        self._leave = leave
        self._is_over = False
        self._since = time.monotonic()

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box"):
            yield Static(lit(f"{self._words} …", "bold"), classes="text")
            yield StaticLine(lit(self._leave), classes="note")

    def on_mount(self) -> None:
        """Count the seconds, to show that work goes on without an animation, which some users have turned off."""
        self.set_interval(0.2, self._tell)

    def _tell(self) -> None:
        seconds = int(time.monotonic() - self._since)
        if seconds and not self.is_dismissed:
            told = f"{seconds} {'second' if seconds == 1 else 'seconds'} already. {self._leave}"
            self.query_one(".note", StaticLine).show(lit(told))

    def end(self) -> None:
        """Close the dialog, as the work is done; if another is on top, do so later, so as not to close that one."""
        self._is_over = True
        if self.is_running and self.app.screen is self:
            self.dismiss(True)

    def on_screen_resume(self) -> None:
        """Close the dialog if the work was done while another was on top."""
        if self._is_over:
            self.dismiss(True)
