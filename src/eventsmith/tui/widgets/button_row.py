"""The answers of a dialog: side by side, or one beneath the other where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Button

from eventsmith.tui.text import lit


class ButtonRow(Container):
    """Buttons by key, the first with the keys. None is ever out of sight: with one hidden there would be no choice."""

    def __init__(self, answers: Sequence[tuple[str, str]]) -> None:
        """Answers are keys and what their buttons say."""
        super().__init__(classes="buttons")
        self._answers = answers

    def compose(self) -> ComposeResult:
        """See Widget."""
        for key, title in self._answers:
            yield Button(lit(title), id=key, compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Stack what does not fit."""
        wanted = sum(button.outer_size.width + button.styles.margin.width for button in self.query(Button))
        self.set_class(wanted > event.size.width, "-stacked")
