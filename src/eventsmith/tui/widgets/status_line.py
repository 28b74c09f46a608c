"""The bottom line: what was just done, or why it was not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.tui.text import lit
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from textual.timer import Timer

STAYS = 6.0
"""Seconds after which a message leaves, if no edit has made it leave before."""


class StatusLine(StaticLine):
    """A line of messages, in which a sign besides the colour marks what is bad. That stays until something is done."""

    _leaving: Timer | None = None

    def say(self, text: str, *, bad: bool = False) -> None:
        """Show a text, with ✗ in front if it is `bad`."""
        if self._leaving is not None:
            self._leaving.stop()
            self._leaving = None
        self.set_class(bad, "-bad")
        self.show(lit(f"✗ {text}" if bad and text else text))
        if text and not bad and self.is_running:
            self._leaving = self.set_timer(STAYS, lambda: self.unsay(text))

    def unsay(self, text: str) -> None:
        """Clear a text, unless another has taken its place."""
        if self.text == lit(text).plain:
            self.say("")
