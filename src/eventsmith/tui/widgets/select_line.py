"""One of some, on one line: left and right change it, a letter picks, enter shows them all. Knows no catalogs."""

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


class SelectLine(Widget, can_focus=True):
    """Shows the chosen one between arrows."""

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
        """Somebody chose."""

        line: SelectLine
        value: str

        @property
        def control(self) -> SelectLine:
            """The widget."""
            return self.line

    @dataclass
    class Opened(Message):
        """Somebody wants to see all."""

        line: SelectLine

        @property
        def control(self) -> SelectLine:
            """The widget."""
            return self.line

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        one: bool = True,
        nothing: str = "none",
        id: str | None = None,
    ) -> None:
        """Options are values and what they are called. Where several can be chosen, they are only shown here.

        `nothing` is said where nothing is chosen.
        """
        super().__init__(id=id)
        self.options = options
        self._nothing = nothing
        self._one = one

    def show(self, value: str, options: Sequence[tuple[str, str]]) -> None:
        """Shows another value among other options, without saying that it changed."""
        if options is not self.options and list(options) != list(self.options):
            self.options = options
            self.refresh()
        self.value = value

    def render(self) -> Content:
        """See Widget."""
        title = next((title for value, title in self.options if value == self.value), self.value)
        return Content.assemble("‹ ", lit(title or self._nothing), " ›")

    def choose(self, value: str) -> None:
        """Chooses, and says so."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_step(self, step: int) -> None:
        """The one before or after."""
        values = [value for value, _ in self.options]
        if not self._one:
            self.action_open()
        elif values:
            at = values.index(self.value) + step if self.value in values else 0
            self.choose(values[at % len(values)])

    def action_open(self) -> None:
        """Shows them all."""
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        """Shows them all."""
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """A letter picks the next option that starts with it; a sign the next whose value does: `>`.

        Where several can be chosen a letter picks none, and is no command either.
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
