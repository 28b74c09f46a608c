"""Buttons: side by side, or stacked where they do not fit."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar, NamedTuple

from rich.cells import cell_len
from textual import events
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container
from textual.widgets import Button
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.text import lit


class DialogButton(NamedTuple):
    """A button of a dialog."""

    id: str
    label: str
    key: str = ""
    """The key that does the same, as people write it; empty if there is none."""

    @property
    def text(self) -> str:
        """What the button shows: brackets, so that it is one where there is no colour, and its key."""
        label = visible(self.label)
        return f"[ {label} ({self.key}) ]" if self.key else f"[ {label} ]"


class _PressedBySpace(Button):
    """A button that Space presses, as Enter does."""

    BINDINGS: ClassVar[list[BindingType]] = [("space", "press")]


class ButtonRow(Container):
    """Buttons, which arrows move between. All stay in sight: what is not seen cannot be chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [("left", "app.focus_previous"), ("right", "app.focus_next")]

    def __init__(self, buttons: Sequence[tuple[str, str]]) -> None:
        """Take buttons as pairs of ID and the text shown."""
        super().__init__(classes="buttons")
        self._buttons = buttons

    @override
    def compose(self) -> ComposeResult:
        for key, text in self._buttons:
            yield _PressedBySpace(lit(text), id=key, compact=True)

    def on_resize(self, event: events.Resize) -> None:
        """Stack the buttons if they do not fit side by side."""
        self.set_class(_width(text for _, text in self._buttons) > event.size.width, "-stacked")


def row_width(buttons: Sequence[DialogButton]) -> int:
    """Return the cells that buttons take side by side, with a space on both sides and one between."""
    return _width(button.text for button in buttons)


def _width(texts: Iterable[str]) -> int:
    return sum(cell_len(text) + 3 for text in texts)
