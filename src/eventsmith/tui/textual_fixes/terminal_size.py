"""Believe no size that a terminal cannot have.

Symptom: a terminal that claims 100,000 columns and 65,535 lines has a picture of that size made, until memory is out.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Textual bounds the size that it is told, by the system and in the terminal's own reports.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from textual.drivers.linux_driver import LinuxDriver
from textual.geometry import Size
from textual.message import Message
from typing_extensions import override

from eventsmith.ground.streams import plausible_size


class SizedDriver(LinuxDriver):
    """Drive a terminal of a size that there can be."""

    @override
    def _get_terminal_size(self) -> tuple[int, int]:
        return plausible_size(*super()._get_terminal_size())


class SizedParser(XTermParser):
    """Read a terminal's reports of its size, and bound them."""

    @override
    def feed(self, data: str) -> Iterable[Message]:
        for message in super().feed(data):
            yield _bounded(message) if isinstance(message, events.Resize) else message


def _bounded(event: events.Resize) -> events.Resize:
    size = Size(*plausible_size(*event.size))
    return event if size == event.size else events.Resize(size, size, pixel_size=event.pixel_size)
