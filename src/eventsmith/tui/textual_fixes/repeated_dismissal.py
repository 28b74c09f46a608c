"""Dismiss a screen once.

Symptom: a second dismiss() of a screen, by a key that was typed ahead, takes away the screen beneath it.
Seen in: Textual 8.2.8
Upstream: https://github.com/Textualize/textual/issues/2575 (closed, but dismiss() looks at no stack in 8.2.8)
Delete when: Screen.dismiss does nothing on a screen that has been dismissed.
"""

from __future__ import annotations

from typing import TypeVar

from textual.await_complete import AwaitComplete
from textual.screen import ModalScreen
from typing_extensions import override

Result = TypeVar("Result")


class OnceDismissed(ModalScreen[Result]):
    """Answer with the first result; later ones are for nobody."""

    is_dismissed = False

    @override
    def dismiss(self, result: Result | None = None) -> AwaitComplete:
        if self.is_dismissed:
            return AwaitComplete()
        self.is_dismissed = True
        return super().dismiss(result)
