"""A dialog that says what is under way, for how long, and how to stop waiting for it."""

from __future__ import annotations

import time

from textual.app import ComposeResult
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.dialog_box import READABLE, widest
from eventsmith.tui.widgets.static_line import StaticLine


class Wait(Dialog[bool]):
    """A notice that returns True when the work is done, or None if the user stops waiting."""

    # A key that was typed before it came presses nothing.
    AUTO_FOCUS = ""
    buttons = (CANCEL._replace(label="Wait no longer"),)
    is_question = False

    def __init__(self, words: str, leave: str) -> None:
        """Take `words` for what is under way, and `leave`, which says what Esc does."""
        super().__init__()
        self.title_text = f"{words} …"
        self._leave = leave
        self._is_over = False
        self._since = time.monotonic()

    @override
    def body(self) -> ComposeResult:
        yield StaticLine(lit(self._leave), classes="told")

    def on_mount(self) -> None:
        """Count the seconds, to show that work goes on without an animation, which some users have turned off."""
        self.box.hold(widest([f"999 seconds already. {self._leave}"], READABLE))
        self.set_interval(0.2, self._tell)

    def _tell(self) -> None:
        seconds = int(time.monotonic() - self._since)
        if seconds and not self.is_dismissed:
            told = f"{seconds} {'second' if seconds == 1 else 'seconds'} already. {self._leave}"
            self.query_one(".told", StaticLine).show(lit(told))

    def end(self) -> None:
        """Close the dialog, as the work is done; if another is on top, do so later, so as not to close that one."""
        self._is_over = True
        if self.is_running and self.app.screen is self:
            self.dismiss(True)

    def on_screen_resume(self) -> None:
        """Close the dialog if the work was done while another was on top."""
        if self._is_over:
            self.dismiss(True)
