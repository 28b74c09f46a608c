"""A signal kills an app, and leaves the terminal as it was within it."""

import signal
from typing import Any

import pytest
from textual.app import App

from eventsmith.tui.textual_fixes.exit_signals import CleanExit
from tests.tui.textual_fixes.conftest import Terminal

LEFT = b"\x1b[?1049l"
"""What takes a terminal back from the app's own screen."""


class Bare(App[int]):
    handlers: tuple[Any, Any] = (None, None)

    def on_mount(self) -> None:
        self.handlers = signal.getsignal(signal.SIGTERM), signal.getsignal(signal.SIGHUP)
        self.exit(0)


class Signalled(CleanExit):
    def __init__(self, number: signal.Signals) -> None:
        super().__init__()
        self.number = number

    def on_mount(self) -> None:
        self.catch_signals()
        signal.raise_signal(self.number)


def test_nothing_hears_the_signals_that_end_a_program(terminal: Terminal, mended: str) -> None:
    app = Bare()
    app.run()
    assert app.handlers == (signal.SIG_DFL, signal.SIG_DFL), mended


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_an_app_ends_in_order_when_a_signal_asks_it_to(terminal: Terminal, number: signal.Signals) -> None:
    app = Signalled(number)
    app.run()
    assert (app.return_code, app.farewell) == (128 + number, f"Ended by {number.name}.")
    assert LEFT in terminal.close()
