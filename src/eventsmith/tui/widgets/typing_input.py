"""The line one types in: of a field, or over a cell. Tells what is typed, and knows no catalogs."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import ClassVar

from textual.binding import BindingType
from textual.message import Message
from textual.widgets import Input

from eventsmith.tui.textual_fixes.control_characters import VisibleInput


class TypingInput(VisibleInput):
    """An input on one line whose text is not selected when one comes back to it, so that no key erases a name."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "take_back")]

    def __init__(self, typed: Callable[[str], None], placeholder: str = "") -> None:
        """`typed` is told what stands there after each key."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._typed, self._told = typed, ""
        # Who asks is told in another way; to carry a message up the whole tree costs as much as the letter.
        self.disable_messages(Input.Changed)

    @dataclass
    class TakenBack(Message):
        """Esc: the field shall be what it was."""

        input: TypingInput

    def put(self, text: str) -> None:
        """Shows another text, without telling of it."""
        self._told = self.value = text

    def watch_value(self) -> None:
        """Tells at the end of the key that changed the text: one picture shows the letter and what it has made."""
        self.call_next(self._tell)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self._typed(self.value)

    def on_focus(self) -> None:
        """One types on at the end; elsewhere the start of a long text is what shows."""
        self.cursor_position = len(self.value)

    def action_take_back(self) -> None:
        """See TakenBack."""
        self.post_message(self.TakenBack(self))
