"""Read a paste as one text, whatever it contains.

Symptom: Textual looks for keys in a paste: the 32 characters after each escape are handled as keys, so that a coloured
    log runs commands, and 50 kB of it take five seconds (measured).
Seen in: Textual 8.2.8
Upstream: none known
Delete when: XTermParser yields one Paste, and no Key, for a bracketed paste that contains escape sequences.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START
from textual.message import Message
from typing_extensions import override

from eventsmith.tui.textual_fixes.alt_enter import AltEnterParser

_KEPT_BACK = len(BRACKETED_PASTE_START) - 1
"""The number of characters in which an incomplete marker may have begun."""


class PasteParser(AltEnterParser):
    """A parser of terminal input that returns what is between the markers of a paste unchanged."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._before = ""
        """The last characters of the data before."""
        self._pasted: list[str] | None = None
        """The parts of a paste received so far; None outside a paste."""

    @override
    def feed(self, data: str) -> Iterable[Message]:
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                end = self._end_of(BRACKETED_PASTE_START, data)
                yield from super().feed(data[:end])
                if end is not None:
                    self._pasted = []
            else:
                end = self._end_of(BRACKETED_PASTE_END, data)
                self._pasted.append(data[:end])
                if end is not None:
                    yield from self._paste("".join(self._pasted))
            data = "" if end is None else data[end:]

    def _end_of(self, mark: str, data: str) -> int | None:
        """Return the index in `data` after a marker, which may have begun before; None if it is not there."""
        seen = self._before + data
        at = seen.find(mark)
        self._before = seen[-_KEPT_BACK:] if at < 0 else ""
        return None if at < 0 else at + len(mark) - (len(seen) - len(data))

    def _paste(self, text: str) -> Iterable[Message]:
        self._pasted = None
        # Textual's parser has seen the start marker, so feed it the end marker too, and drop the empty paste it yields.
        yield from (message for message in super().feed(BRACKETED_PASTE_END) if not isinstance(message, events.Paste))
        yield events.Paste(text.removesuffix(BRACKETED_PASTE_END).replace("\x00", ""))
