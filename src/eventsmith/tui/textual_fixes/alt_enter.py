"""Tell Alt+Enter from Enter.

Symptom: a terminal without the Kitty protocol sends Alt+Enter as an escape and a carriage return; both arrive as Enter.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: XTermParser yields alt+enter for them.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from typing_extensions import override

from eventsmith.tui.textual_fixes.terminal_size import SizedParser


class AltEnterParser(SizedParser):
    """A parser of terminal input that knows Alt+Enter."""

    @override
    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if alt and sequence == "\r":
            return [events.Key("alt+enter", None)]
        return super()._sequence_to_key_events(sequence, alt)
