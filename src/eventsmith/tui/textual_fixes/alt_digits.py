"""Read Alt with a digit as that key.

Symptom: Alt+1, which terminals send as Escape and 1, is typed into a field as “¡”, as one terminal of macOS would.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: XTermParser yields the key `alt+1` for Escape and 1 that arrive together.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import XTermParser
from typing_extensions import override


class DigitParser(XTermParser):
    """A parser of terminal input to which Alt and a digit are no letter."""

    @override
    def _sequence_to_key_events(self, sequence: str, alt: bool = False) -> Iterable[events.Key]:
        if len(sequence) == 2 and sequence[0] == "\x1b" and sequence[1].isdigit():
            yield events.Key(f"alt+{sequence[1]}", None)
        else:
            yield from super()._sequence_to_key_events(sequence, alt)
