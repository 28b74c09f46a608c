"""What is said where Textual has mended a fault, and a terminal for an app that runs within a test."""

import os
import pty
import signal
import sys
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

ENDING = [signal.SIGTERM, signal.SIGHUP, signal.SIGQUIT]
OTHERS = [signal.SIGINT, signal.SIGTSTP, signal.SIGCONT, signal.SIGWINCH, signal.SIGTTIN, signal.SIGTTOU]


@pytest.fixture
def mended(request: pytest.FixtureRequest) -> str:
    """The message of the assertion that fails once there is no fault any more."""
    name = Path(request.path).stem.removeprefix("test_")
    return f"Textual has mended this: delete textual_fixes/{name}.py"


@pytest.fixture
def own_signals() -> Iterator[None]:
    """Handlers of signals that a test, or Textual in it, may set; those that end a program are not set before."""
    before = {number: signal.getsignal(number) for number in ENDING + OTHERS}
    for number in ENDING:
        # An app that ran in an earlier test leaves its own.
        signal.signal(number, signal.SIG_DFL)
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


class Terminal:
    """What Textual takes for the terminal it was started in; it keeps all that is written to it."""

    def __init__(self) -> None:
        self._master, slave = pty.openpty()
        self.input = os.fdopen(slave, "r+b", buffering=0)
        self.output = os.fdopen(os.dup(slave), "w")
        self._written = b""
        self._reader = Thread(target=self._read)
        self._reader.start()

    def _read(self) -> None:
        try:
            while data := os.read(self._master, 4096):
                self._written += data
        except OSError:  # what Linux raises once nobody can write any more
            pass

    def close(self) -> bytes:
        """Close it, and return all that was written."""
        self.input.close()
        self.output.close()
        self._reader.join()
        return self._written


@pytest.fixture
def terminal(own_signals: None, monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """A terminal for an app that runs in the test itself."""
    terminal = Terminal()
    monkeypatch.setattr(sys, "__stdin__", terminal.input)
    monkeypatch.setattr(sys, "__stderr__", terminal.output)
    yield terminal
    terminal.close()
    os.close(terminal._master)
