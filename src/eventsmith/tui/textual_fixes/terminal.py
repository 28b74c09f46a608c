"""The driver of a terminal that may go away, or claim anything: Textual's own (8.2.8) leaves a process behind then, for
ever busy, or draws for a screen that nobody has."""

from __future__ import annotations

from typing import Any

from textual.drivers import linux_driver
from textual.drivers._writer_thread import WriterThread
from textual.drivers.linux_driver import LinuxDriver

from eventsmith.ground.streams import believed
from eventsmith.tui.textual_fixes.pastes import PasteParser


class LastingWriter(WriterThread):
    """Goes on taking what is written though nobody can see it: its end would hold up whoever writes, for ever."""

    def run(self) -> None:
        """See Thread."""
        try:
            super().run()
        except OSError:
            while self._queue.get() is not None:
                pass


class LastingDriver(LinuxDriver):
    """Begins anew only after it was suspended.

    The system sends SIGCONT beside SIGHUP when a terminal closes; a second thread that reads keys began then.
    """

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        # Not exported, but what it makes its writer and its reader of.
        linux_driver.WriterThread = LastingWriter  # type: ignore[attr-defined]
        linux_driver.XTermParser = PasteParser  # type: ignore[attr-defined]

    def _get_terminal_size(self) -> tuple[int, int]:
        return believed(*super()._get_terminal_size())

    def _sigcont_application(self, *_: object) -> None:
        if self._must_signal_resume:
            super()._sigcont_application()
