"""One of several options on one line. It changes only while all are shown: Enter, an arrow or a letter shows them."""

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
    """The chosen option, with an arrow that tells that there are others."""

    DEFAULT_CSS = """
    SelectLine {
        height: 1;
        background: $surface;
        &:focus { background: $here-ground; color: $on-here; text-style: $here-style; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        ("enter,space,left,right", "open"),
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
        typed: str = ""
        """The character that began to find one."""

        @property
        @override
        def control(self) -> SelectLine:
            return self.line

    def __init__(
        self,
        options: Sequence[tuple[str, str]] = (),
        *,
        nothing: str = "none",
        id: str | None = None,
    ) -> None:
        """Take options as pairs of value and label, and what is shown where nothing is chosen."""
        super().__init__(id=id)
        self.options = options
        self._nothing = nothing

    def show(self, value: str, options: Sequence[tuple[str, str]]) -> None:
        """Show a value and its options, without posting Changed."""
        if options is not self.options and list(options) != list(self.options):
            self.options = options
            self.refresh()
        self.value = value

    @override
    def render(self) -> Content:
        title = next((title for value, title in self.options if value == self.value), self.value)
        return Content.assemble(lit(title or self._nothing), (" ▾", "$text-muted" if not self.has_focus else ""))

    def choose(self, value: str) -> None:
        """Choose a value, and post Changed if it is another one."""
        if value != self.value:
            self.value = value
            self.post_message(self.Changed(self, value))

    def action_open(self) -> None:
        """Ask to show all options."""
        self.post_message(self.Opened(self))

    def on_click(self) -> None:
        """Ask to show all options."""
        self.action_open()

    def on_key(self, event: events.Key) -> None:
        """Show all options, found by the typed character. Characters never act as commands in a field."""
        if event.character in (None, " ") or not event.is_printable:
            return
        event.stop()
        event.prevent_default()
        self.post_message(self.Opened(self, event.character or ""))
