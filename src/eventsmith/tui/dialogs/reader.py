"""A dialog with text to read: help, or a rule's page."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit


class Reader(Dialog[None]):
    """A scrolling text, closed with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [("f1,question_mark,enter,q", "leave", "Close")]

    def __init__(self, title: str, content: Content) -> None:
        super().__init__()
        self._title = title
        self._content = content

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box -tall"):
            yield Static(lit(self._title, "bold"), classes="text")
            with VerticalScroll():
                yield Static(self._content)
            yield Static(lit("Esc closes, ↑ ↓ scroll"), classes="note")
