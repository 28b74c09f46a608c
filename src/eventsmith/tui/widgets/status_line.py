"""The line above the hints: what was just done, or why it was not."""

from __future__ import annotations

from eventsmith.tui.text import lit
from eventsmith.tui.widgets.static_line import StaticLine


class StatusLine(StaticLine):
    """A line of messages, in which a sign besides the colour marks what is bad."""

    def say(self, text: str, *, bad: bool = False) -> None:
        """Show a text, with ✗ in front if it is `bad`."""
        self.set_class(bad, "-bad")
        self.show(lit(f"✗ {text}" if bad and text else text))

    def unsay(self, text: str) -> None:
        """Clear a text, unless another has taken its place."""
        if self.text == lit(text).plain:
            self.say("")
