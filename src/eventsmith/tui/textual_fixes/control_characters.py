"""Show control characters in an input instead of sending them to the terminal.

Symptom: an Input renders its value as it is, so that the terminal obeys an escape sequence in it (measured).
Seen in: Textual 8.2.8
Upstream: none known
Delete when: no character that Input renders can reach the terminal as a control character.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from textual import events
from typing_extensions import override

from eventsmith.ground.sanitise import visible_marks
from eventsmith.tui.textual_fixes.letter_bursts import BurstInput
from eventsmith.tui.textual_fixes.repeated_layout import Settled


class VisibleInput(BurstInput, Settled):
    """A single-line input in which every character is visible."""

    @property
    @override
    def _value(self) -> Text:
        return Text(visible_marks(self.value), no_wrap=True, overflow="ignore", end="")

    @override
    def _position_to_cell(self, position: int) -> int:
        before = self.value[:position]
        # Called at every key, on text that may be long.
        return len(before) if before.isascii() and before.isprintable() else cell_len(visible_marks(before))

    @property
    @override
    def content_width(self) -> int:
        # Input builds a Text of the whole value for this.
        return self._position_to_cell(len(self.value)) + 1 if self.value else cell_len(self.placeholder)

    @override
    def action_paste(self) -> None:
        # The clipboard may hold what a terminal's paste is stripped of, and lines.
        self.app.post_message(events.Paste(self.app.clipboard))

    def takes_lines(self, text: str) -> bool:
        """Return whether the input handles several pasted lines itself; otherwise they are joined into one."""
        return False
