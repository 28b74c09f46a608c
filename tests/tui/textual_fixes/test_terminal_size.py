"""Any size that a terminal claims is believed."""

import os
import shutil

import pytest
from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver

from eventsmith.ground.streams import MOST_COLUMNS, MOST_LINES
from eventsmith.tui.textual_fixes.terminal_size import SizedDriver, SizedParser
from tests.tui.textual_fixes.bare import made_driver

CLAIMED = (100_000, 65_535)
POSSIBLE = (MOST_COLUMNS, MOST_LINES)


@pytest.mark.usefixtures("terminal")
def test_what_the_system_says_is_believed(monkeypatch: pytest.MonkeyPatch, mended: str) -> None:
    monkeypatch.setattr(shutil, "get_terminal_size", lambda: os.terminal_size(CLAIMED))
    assert made_driver(LinuxDriver)._get_terminal_size() == CLAIMED, mended
    assert made_driver(SizedDriver)._get_terminal_size() == POSSIBLE


def reported(parser: XTermParser, columns: int, lines: int) -> tuple[int, int]:
    """The size that comes of a terminal's report of its size."""
    (message,) = parser.feed(f"\x1b[48;{lines};{columns};0;0t")
    assert isinstance(message, events.Resize)
    assert message.size == message.virtual_size
    return message.size.width, message.size.height


def test_what_the_terminal_reports_is_believed(mended: str) -> None:
    assert reported(XTermParser(), *CLAIMED) == CLAIMED, mended
    assert reported(SizedParser(), *CLAIMED) == POSSIBLE
    assert reported(SizedParser(), 80, 24) == (80, 24)
