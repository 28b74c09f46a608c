"""Call no handlers of a screen that has been dismissed.

Symptom: handlers of a dismissed screen are still called when its widgets are gone or were never mounted; one that
    queries a widget then raises NoMatches, which ends the app.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: a screen's handlers are no longer called once it has been dismissed.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from typing import TypeVar

from textual.message import Message
from typing_extensions import override

from eventsmith.tui.textual_fixes.repeated_dismissal import OnceDismissed

Result = TypeVar("Result")


class QuietScreen(OnceDismissed[Result]):
    """A screen that calls no handlers of its subclasses once dismissed; Textual's own are still needed to remove it."""

    @override
    def _get_dispatch_methods(
        self, method_name: str, message: Message
    ) -> Iterator[tuple[type, Callable[[Message], Awaitable[None]]]]:
        for owner, method in super()._get_dispatch_methods(method_name, message):
            if not self.is_dismissed or not issubclass(owner, QuietScreen):
                yield owner, method
