"""Some of a few, on one line: left and right move, space or a letter ticks. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from eventsmith.tui.text import lit


class CheckboxRow(Widget, can_focus=True):
    """Shows all with a box each."""

    DEFAULT_CSS = """
    CheckboxRow {
        height: 1;
        background: $surface;
        padding: 0 1;
        &:focus { background-tint: $foreground 6%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("left", "step(-1)"), ("right", "step(1)"), ("space,enter", "tick")]

    at: reactive[int] = reactive(0)
    chosen: reactive[tuple[str, ...]] = reactive(())

    @dataclass
    class Changed(Message):
        """Somebody ticked."""

        row: CheckboxRow
        chosen: tuple[str, ...]

    def __init__(self, options: Sequence[str], id: str | None = None) -> None:
        """Options are values that are called as they are."""
        super().__init__(id=id)
        self.options = tuple(options)

    def render(self) -> Content:
        """See Widget."""
        parts: list[Content | tuple[str, str]] = []
        for number, option in enumerate(self.options):
            box = "[x]" if option in self.chosen else "[ ]"
            style = "reverse bold" if number == self.at and self.has_focus else ""
            parts += [lit(f"{box} {option}", style), Content(" ")]
        return Content.assemble(*parts)

    def action_step(self, step: int) -> None:
        """The one before or after."""
        self.at = (self.at + step) % len(self.options)

    def action_tick(self) -> None:
        """Ticks or unticks; the order is that of the options."""
        option = self.options[self.at]
        wanted = {*self.chosen} ^ {option}
        self.chosen = tuple(name for name in self.options if name in wanted)
        self.post_message(self.Changed(self, self.chosen))

    def on_key(self, event: events.Key) -> None:
        """A letter ticks the option that starts with it, and is no command, as in every field."""
        letter = event.character or ""
        if not letter.isalpha():
            return
        event.stop()
        event.prevent_default()
        for number, option in enumerate(self.options):
            if option.startswith(letter.casefold()):
                self.at = number
                self.action_tick()
                return

    def on_click(self, event: events.Click) -> None:
        """Ticks what was clicked."""
        x = event.x - 1
        for number, option in enumerate(self.options):
            width = len(option) + 4
            if 0 <= x < width:
                self.at = number
                self.action_tick()
                return
            x -= width + 1
