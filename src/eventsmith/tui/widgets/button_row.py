"""The answers of a dialog as buttons: side by side, or stacked where they do not fit."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.app import ComposeResult
from textual.containers import Container
from textual.widgets import Button
from typing_extensions import override

from eventsmith.tui.text import lit


class ButtonRow(Container):
    """Answer buttons, the first one focused. All stay in sight, for an answer out of sight could not be chosen."""

    def __init__(self, answers: Sequence[tuple[str, str]]) -> None:
        """Take answers as pairs of key and button label."""
        super().__init__(classes="buttons")
        self._answers = answers

    @override
    def compose(self) -> ComposeResult:
        for key, title in self._answers:
            yield Button(lit(title), id=key, compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Stack the buttons if they do not fit side by side."""
        wanted = sum(button.outer_size.width + button.styles.margin.width for button in self.query(Button))
        self.set_class(wanted > event.size.width, "-stacked")
