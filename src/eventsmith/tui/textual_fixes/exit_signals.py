"""Exit cleanly on a signal.

Symptom: SIGTERM and SIGHUP kill the process at once: nothing is unmounted, and the terminal stays in raw mode.
Seen in: Textual 8.2.8
Upstream: https://github.com/Textualize/textual/issues/5140 (open)
Delete when: Textual itself exits on SIGTERM and SIGHUP, restores the terminal, and says which signal it was.
"""

from __future__ import annotations

import asyncio
import signal
from typing import Any

from textual.driver import Driver
from typing_extensions import override

from eventsmith.tui.textual_fixes.app_failure import QuietFailure
from eventsmith.tui.textual_fixes.driver_parts import LastingDriver

_BEFORE: dict[int, Any] = {}
"""The handler that each signal had before the app replaced it."""


class CleanExit(QuietFailure):
    """An app that exits with the terminal restored, an exit status and one message."""

    farewell = ""
    """The message for standard error once the terminal is restored."""

    def end(self, status: int, farewell: str = "") -> None:
        """Exit with a status, and a message for standard error."""
        self.farewell = farewell
        self.exit(status, return_code=status)

    @override
    def get_driver_class(self) -> type[Driver]:
        wanted = super().get_driver_class()
        return LastingDriver if issubclass(LastingDriver, wanted) else wanted

    def catch_signals(self) -> None:
        """Exit with status 128 + the signal's number on SIGTERM, SIGHUP (a closed terminal), SIGINT and SIGQUIT."""
        loop = asyncio.get_running_loop()

        def catch(number: int, _: object) -> None:
            # Not `add_signal_handler`: when keys flood in, its pipe has no room left for a signal.
            if loop.is_closed():
                signal.signal(number, _BEFORE[number])
                signal.raise_signal(number)
            else:
                loop.call_soon_threadsafe(self._caught, signal.Signals(number))

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            _BEFORE.setdefault(number, signal.signal(number, catch))

    def _caught(self, number: signal.Signals) -> None:
        self.end(128 + number, f"Ended by {number.name}.")
