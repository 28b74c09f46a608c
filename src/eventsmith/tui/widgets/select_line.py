"""One of several options on one line: left and right change it, a letter chooses, Enter shows all."""

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


class SelectLine(Widget, can_focus=True):
    """The chosen option between arrows."""

    DEFAULT_CSS = """
    SelectLine {
        height: 1;
        background: $surface;
        padding: 0 1;
        &:focus { background: $primary; color: $text; text-style: bold; }
        &:nocolor:focus { text-style: reverse; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "step(-1)"),
        ("right", "step(1)"),
        ("enter,space", "open"),
    ]

    value: reactive[str] = reactive("")

    @dataclass
    class Changed(Message):
        """Posted when the user chooses another option."""

        line: SelectLine
        value: str

        @property
        @override
        def control(self) -> SelectLine:
            return self.line

    @dataclass
    class Opened(Message):
        """Posted when the user wants to see all options."""

        line: SelectLine

        @property
        @override
        def control(self) -> SelectLine:
            return self.line

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        one: bool = True,
        nothing: str = "none",
        id: str | None = None,
    ) -> None:
        """Take options as pairs of value and label. If not just `one` can be chosen, those chosen are only shown here.

        `nothing` is shown where nothing is chosen.
        """
        super().__init__(id=id)
        self.options = options
        self._nothing = nothing
        self._one = one

    def show(self, value: str, options: Sequence[tuple[str, str]]) -> None:
        """Show a value and its options, without posting Changed."""
        if options is not self.options and list(options) != list(self.options):
            self.options = options
            self.refresh()
        self.value = value

    @override
    def render(self) -> Content:
        title = next((title for value, title in self.options if value == self.value), self.value)
        return Content.assemble("‹ ", lit(title or self._nothing), " ›")

    def choose(self, value: str) -> None:
        """Choose a value, and post Changed if it is another one."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_step(self, step: int) -> None:
        """Choose the previous (-1) or next (1) option; where several can be chosen, ask to show all."""
        values = [value for value, _ in self.options]
        if not self._one:
            self.action_open()
        elif values:
            at = values.index(self.value) + step if self.value in values else 0
            self.choose(values[at % len(values)])

    def action_open(self) -> None:
        """Ask to show all options."""
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        """Ask to show all options."""
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """Choose the next option whose label starts with the typed letter, or whose value starts with a sign like `>`.

        Where several can be chosen, letters choose nothing, but do not act as commands either.
        """
        if event.character in (None, " ") or not event.is_printable:
            return
        letter = (event.character or "").casefold()
        starts = [value if not letter.isalpha() else title for value, title in self.options if self._one]
        values = [self.options[at][0] for at, text in enumerate(starts) if text.casefold().startswith(letter)]
        if not values and not letter.isalpha():
            return
        event.stop()
        event.prevent_default()
        if values:
            at = values.index(self.value) + 1 if self.value in values else 0
            self.choose(values[at % len(values)])
