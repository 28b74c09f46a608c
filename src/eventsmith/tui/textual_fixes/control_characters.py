"""Show control characters in an input instead of sending them to the terminal.

Symptom: an Input draws its value as it is, so that an escape sequence in it is obeyed by the terminal (measured).
Seen in: Textual 8.2.8
Upstream: none known
Delete when: no character that Input draws can reach the terminal as a control.
"""

from __future__ import annotations

from rich.cells import cell_len
from rich.text import Text
from typing_extensions import override

from eventsmith.ground.sanitise import visible_marks
from eventsmith.tui.textual_fixes.letter_bursts import BurstInput
from eventsmith.tui.textual_fixes.repeated_layout import Settled


class VisibleInput(BurstInput, Settled):
    """Edit a line of text in which every character is seen."""

    @property
    @override
    def _value(self) -> Text:
        return Text(visible_marks(self.value), no_wrap=True, overflow="ignore", end="")

    @override
    def _position_to_cell(self, position: int) -> int:
        before = self.value[:position]
        # Asked at each letter, of a text that may be long.
        return len(before) if before.isascii() and before.isprintable() else cell_len(visible_marks(before))

    @property
    @override
    def content_width(self) -> int:
        # Input makes a Text of all that stands there to know it.
        return self._position_to_cell(len(self.value)) + 1 if self.value else cell_len(self.placeholder)

    def takes_lines(self, text: str) -> bool:
        """Tell whether the input knows what to do with the lines of what is pasted; elsewhere they become one."""
        return False
