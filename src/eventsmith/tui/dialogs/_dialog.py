"""The base of every dialog: a box over the page that returns an answer, or None when the user leaves it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType

from eventsmith.tui.textual_fixes.dismissed_screen import QuietScreen

Answer = TypeVar("Answer")


class Dialog(QuietScreen[Answer | None]):
    """A dialog that Esc leaves at any time, with nothing done."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)
