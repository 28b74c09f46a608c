"""Keep the exception that ends an app, and print no traceback of it.

Symptom: an app that fails prints a traceback of many screens, with the values of all local variables, on standard
    error.
Seen in: Textual 8.2.8
Upstream: https://github.com/Textualize/textual/issues/2818 (closed without a public hook)
Delete when: Textual lets an app decide, without private names, what becomes of an exception that nobody handled.
"""

from __future__ import annotations

from textual.app import App
from typing_extensions import override

FAILED = 70
"""Exit status of a fault of ours."""


class QuietFailure(App[int]):
    """End with status 70 on an exception that nobody handled, and keep it for whoever started the app."""

    failure: Exception | None = None

    @override
    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            self.failure = error
        self._return_code = FAILED
        self._close_messages_no_wait()
