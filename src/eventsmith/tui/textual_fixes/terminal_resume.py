"""Resume only an app that was suspended.

Symptom: SIGCONT, which the system sends beside SIGHUP when a terminal closes, starts a second thread that reads keys.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: LinuxDriver ignores SIGCONT unless SIGTSTP came before it.
"""

from __future__ import annotations

from textual.drivers.linux_driver import LinuxDriver
from typing_extensions import override


class ResumingDriver(LinuxDriver):
    """A driver that re-enters application mode on SIGCONT only after leaving it on SIGTSTP."""

    @override
    def _sigcont_application(self, *_: object) -> None:
        if self._must_signal_resume:
            super()._sigcont_application()
