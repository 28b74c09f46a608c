"""Dismiss a screen only once.

Symptom: a second dismiss() of a screen, by a key typed ahead, removes the screen below it.
Seen in: Textual 8.2.8
Upstream: https://github.com/Textualize/textual/issues/2575 (closed, but dismiss() does not check the stack in 8.2.8)
Delete when: Screen.dismiss does nothing on a screen that has already been dismissed.
"""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen
from typing_extensions import override

Result = TypeVar("Result")


class OnceDismissed(ModalScreen[Result]):
    """A modal screen that returns the first result and ignores later ones."""

    is_dismissed = False

    @override
    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        if self.is_dismissed:
            return AwaitComplete()
        self.is_dismissed = True
        return super().dismiss(result)
