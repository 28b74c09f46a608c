"""Keep the exception that ends an app instead of printing its traceback.

Symptom: an app that fails prints a traceback of many screens on standard error, with the values of all local
    variables.
Seen in: Textual 8.2.8
Upstream: https://github.com/Textualize/textual/issues/2818 (closed without a public hook)
Delete when: Textual lets an app decide, without private names, what happens to an unhandled exception.
"""

from __future__ import annotations

from textual.app import App
from textual.worker import WorkerFailed
from typing_extensions import override

FAILED = 70
"""The exit status for a bug of Eventsmith."""


class QuietFailure(App[int]):
    """An app that ends with status 70 on an unhandled exception, and keeps it in `failure` for its caller."""

    failure: Exception | None = None

    @override
    def _handle_exception(self, error: Exception) -> None:
        if self._exception is None:
            self._exception = error
            self._exception_event.set()
            # Textual wraps what a worker raised, which then is no trouble of the disk any more.
            cause = error.error if isinstance(error, WorkerFailed) else error
            self.failure = cause if isinstance(cause, Exception) else error
        self._return_code = FAILED
        self._close_messages_no_wait()
