"""A one-line input, in a field or over a cell, that reports what is typed."""

from __future__ import annotations

from collections.abc import Callable

from textual.widgets import Input

from eventsmith.tui.textual_fixes.control_characters import VisibleInput


class TypingInput(VisibleInput):
    """A one-line input whose text is not selected on focus, so that no key erases a name."""

    def __init__(self, typed: Callable[[str], None], placeholder: str = "") -> None:
        """Take `typed`, which is called with the text after each key."""
        super().__init__(placeholder=placeholder, compact=True, select_on_focus=False)
        self.cursor_blink = False
        self._typed, self._told = typed, ""
        # `typed` is called instead: carrying a message up the whole tree costs as much as the letter.
        self.disable_messages(Input.Changed)

    def put(self, text: str) -> None:
        """Show another text, without reporting it, and put the cursor behind what has changed."""
        cursor = _behind_change(self.value, text)
        self._told = self.value = text
        self.cursor_position = cursor

    def watch_value(self) -> None:
        """Report the text at the end of the key that changed it: one paint shows the letter and what it has made."""
        self.call_next(self._tell)

    def _tell(self) -> None:
        if self.value != self._told:
            self._told = self.value
            self._typed(self.value)

    def on_focus(self) -> None:
        """Put the cursor at the end, to type on. Without focus, the start of a long text shows."""
        self.cursor_position = len(self.value)


def _behind_change(before: str, after: str) -> int:
    """Return the position in a text up to which it differs from the one before it."""
    same_start = _same_letters(before, after)
    return len(after) - _same_letters(before[same_start:][::-1], after[same_start:][::-1])


def _same_letters(one: str, other: str) -> int:
    """Return with how many letters both texts begin."""
    return next(
        (at for at, (mine, yours) in enumerate(zip(one, other, strict=False)) if mine != yours),
        min(len(one), len(other)),
    )
