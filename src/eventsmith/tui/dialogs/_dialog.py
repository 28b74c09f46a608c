"""What every dialog is: a box over the page that answers with something, or with None when one leaves it."""

from __future__ import annotations

from typing import ClassVar, TypeVar

from textual.await_complete import AwaitComplete
from textual.binding import BindingType

from eventsmith.tui.textual_fixes.dismissed_screen import QuietScreen

Answer = TypeVar("Answer")


class Dialog(QuietScreen[Answer | None]):
    """Esc always leaves it, with nothing done."""

    BINDINGS: ClassVar[list[BindingType]] = [("escape", "leave", "Leave")]

    def dismiss(self, result: Answer | None = None) -> AwaitComplete:
        """Answers, once: Textual would take the screen beneath away for a second answer."""
        if self.is_quiet:
            return AwaitComplete()
        self.is_quiet = True
        return super().dismiss(result)

    def action_leave(self) -> None:
        """Answers with nothing."""
        self.dismiss(None)
