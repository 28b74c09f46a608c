"""What every dialog is: a box over the page that answers with something, or with None when one leaves it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.binding import BindingType

from eventsmith.tui.textual_fixes.dismissed_screen import QuietScreen

Answer = TypeVar("Answer")


class Dialog(QuietScreen[Answer | None]):
    """Esc always leaves it, with nothing done."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def action_leave(self) -> None:
        """Answers with nothing."""
        self.dismiss(None)
