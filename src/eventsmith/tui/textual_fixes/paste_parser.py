"""Take a paste as one text, whatever stands in it.

Symptom: Textual looks for keys in what is pasted: 32 characters behind each escape are typed, so that a log with
    colours gives commands, and 50 kB of it takes five seconds (measured).
Seen in: Textual 8.2.8
Upstream: none known
Delete when: XTermParser gives one Paste, and no Key, for a bracketed paste with escape sequences in it.
"""

from __future__ import annotations

from collections.abc import Iterable

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START
from textual.message import Message
from typing_extensions import override

from eventsmith.tui.textual_fixes.terminal_size import SizedParser

_KEPT_BACK = len(BRACKETED_PASTE_START) - 1
"""Characters in which a mark may have begun that what comes next completes."""


class PasteParser(SizedParser):
    """Read what a terminal sends, and give what stands between the marks of a paste as it came."""

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._before = ""
        """The last characters of what came before."""
        self._pasted: list[str] | None = None
        """What has come of a paste; None where there is none under way."""

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
        """Find where a mark ends that may have begun before; None where it does not come."""
        seen = self._before + data
        at = seen.find(mark)
        self._before = seen[-_KEPT_BACK:] if at < 0 else ""
        return None if at < 0 else at + len(mark) - (len(seen) - len(data))

    def _paste(self, text: str) -> Iterable[Message]:
        self._pasted = None
        # Textual's parser has seen the beginning, too: it is told the end, and the empty paste it makes is dropped.
        yield from (message for message in super().feed(BRACKETED_PASTE_END) if not isinstance(message, events.Paste))
        yield events.Paste(text.removesuffix(BRACKETED_PASTE_END).replace("\x00", ""))
