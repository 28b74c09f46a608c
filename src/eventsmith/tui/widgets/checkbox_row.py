"""Checkboxes on one line: left and right move, a letter moves to what starts with it, Space ticks."""

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
from typing_extensions import override

from eventsmith.tui.text import lit


class CheckboxRow(Widget, can_focus=True):
    """Options on one line, each with a checkbox."""

    DEFAULT_CSS = """
    CheckboxRow {
        height: 1;
        background: $surface;
        &:focus { background-tint: $foreground 5%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [("left", "step(-1)"), ("right", "step(1)"), ("space,enter", "tick")]

    at: reactive[int] = reactive(0)
    chosen: reactive[tuple[str, ...]] = reactive(())

    @dataclass
    class Changed(Message):
        """Posted when the user ticks or unticks an option."""

        row: CheckboxRow
        chosen: tuple[str, ...]

    def __init__(self, options: Sequence[str], id: str | None = None) -> None:
        """Take the options; each value is its own label."""
        super().__init__(id=id)
        self.options = tuple(options)

    @override
    def render(self) -> Content:
        parts: list[Content | tuple[str, str]] = []
        for number, option in enumerate(self.options):
            box = "[x]" if option in self.chosen else "[ ]"
            style = "reverse bold" if number == self.at and self.has_focus else ""
            parts += [lit(f"{box} {option}", style), Content(" ")]
        return Content.assemble(*parts)

    def action_step(self, step: int) -> None:
        """Move to the previous (-1) or next (1) option, and around the ends."""
        self.at = (self.at + step) % len(self.options)

    def action_tick(self) -> None:
        """Tick or untick the current option; those chosen stay in the order of the options."""
        option = self.options[self.at]
        wanted = {*self.chosen} ^ {option}
        self.chosen = tuple(name for name in self.options if name in wanted)
        self.post_message(self.Changed(self, self.chosen))

    def on_key(self, event: events.Key) -> None:
        """Move to the option that starts with the typed letter. Letters never act as commands in a field."""
        letter = event.character or ""
        if not letter.isalpha():
            return
        event.stop()
        event.prevent_default()
        for number, option in enumerate(self.options):
            if option.startswith(letter.casefold()):
                self.at = number
                return

    def on_click(self, event: events.Click) -> None:
        """Tick or untick the clicked option."""
        x = event.x - 1
        for number, option in enumerate(self.options):
            width = len(option) + 4
            if 0 <= x < width:
                self.at = number
                self.action_tick()
                return
            x -= width + 1
