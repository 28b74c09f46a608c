"""Bound the size that a terminal reports.

Symptom: a terminal that reports 100,000 columns and 65,535 lines gets a screen of that size, until memory runs out.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Textual bounds the size that the system tells it and that the terminal itself reports.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from typing_extensions import override

from eventsmith.ground.streams import plausible_size
from eventsmith.tui.textual_fixes.alt_digits import DigitParser


class SizedDriver(LinuxDriver):
    """A driver that bounds the terminal's size."""

    @override
    def _get_terminal_size(self) -> tuple[int, int]:
        return plausible_size(*super()._get_terminal_size())


class SizedParser(DigitParser):
    """A parser that bounds the sizes in a terminal's reports."""

    @override
    def feed(self, data: str) -> Iterable[Message]:
        for message in super().feed(data):
            yield _bounded(message) if isinstance(message, events.Resize) else message


def _bounded(event: events.Resize) -> events.Resize:
    size = Size(*plausible_size(*event.size))
    return event if size == event.size else events.Resize(size, size, pixel_size=event.pixel_size)
