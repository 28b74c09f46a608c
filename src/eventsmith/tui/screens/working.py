"""What one waits for: says for how long already, and goes when it is done."""

from __future__ import annotations

import time
from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static

from eventsmith.tui.screens._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.line import Line

LOOK_EVERY = 0.05
"""Seconds."""
GIVE_UP = "Esc gives it up, and nothing is changed"


class Working(Dialog[bool]):
    """Answers with True when it is done, with None where one leaves before."""

    def __init__(self, title: str, is_done: Callable[[], bool]) -> None:
        super().__init__()
        self._title = title
        self._is_done = is_done
        self._since = time.monotonic()

    def compose(self) -> ComposeResult:
        """See Screen."""
        with Vertical(classes="box"):
            yield Static(lit(f"{self._title} …", "bold"), classes="text")
            yield Line(lit(GIVE_UP), classes="note")

    def on_mount(self) -> None:
        """Looks from time to time."""
        self.set_interval(LOOK_EVERY, self._look)

    def _look(self) -> None:
        if self._is_done() and self.is_current:
            self.dismiss(True)
        seconds = int(time.monotonic() - self._since)
        if seconds and not self.is_quiet:
            told = f"{seconds} {'second' if seconds == 1 else 'seconds'} already. {GIVE_UP}"
            self.query_one(".note", Line).show(lit(told))
