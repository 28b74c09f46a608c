"""End an app in order when a signal asks it to end.

Symptom: SIGTERM and SIGHUP kill the process where it stands: nothing is unmounted, and the terminal stays in raw mode.
Seen in: Textual 8.2.8
Upstream: https://github.com/Textualize/textual/issues/5140 (open)
Delete when: Textual exits by itself on SIGTERM and SIGHUP, restores the terminal, and says which signal it was.
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
"""The handler of each signal before there was an app."""


class CalmEnd(QuietFailure):
    """End with the terminal restored, a status, and one message."""

    farewell = ""
    """What is said on standard error once the terminal is restored."""

    def end(self, status: int, farewell: str = "") -> None:
        """Leave with an exit status."""
        self.farewell = farewell
        self.exit(status, return_code=status)

    @override
    def get_driver_class(self) -> type[Driver]:
        wanted = super().get_driver_class()
        return LastingDriver if issubclass(LastingDriver, wanted) else wanted

    def catch_signals(self) -> None:
        """End on each signal that ends other programs, a closed terminal among them, with status 128 + the signal."""
        loop = asyncio.get_running_loop()

        def catch(number: int, _: object) -> None:
            # Not by `add_signal_handler`: its pipe has no room left for a signal where keys come in masses.
            if loop.is_closed():
                signal.signal(number, _BEFORE[number])
                signal.raise_signal(number)
            else:
                loop.call_soon_threadsafe(self._caught, signal.Signals(number))

        for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
            _BEFORE.setdefault(number, signal.signal(number, catch))

    def _caught(self, number: signal.Signals) -> None:
        self.end(128 + number, f"Ended by {number.name}.")
