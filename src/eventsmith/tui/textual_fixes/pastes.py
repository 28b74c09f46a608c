"""What is pasted: taken whole from what the terminal sends, freed of colours, and one line where a field has one."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import TYPE_CHECKING

from textual import events
from textual._xterm_parser import BRACKETED_PASTE_END, BRACKETED_PASTE_START, XTermParser
from textual.geometry import Size
from textual.message import Message
from textual.widgets import Input

from eventsmith.ground.streams import believed
from eventsmith.tui.actions import key_of
from eventsmith.tui.textual_fixes.private import Palette, VisibleInput
from eventsmith.tui.widgets.typing_input import TypingInput

if TYPE_CHECKING:
    from eventsmith.tui.app import EventsmithApp

_SEQUENCES = re.compile(
    "(?:\x1b\\[|\x9b)[0-?]*[ -/]*[@-~]"  # colours, and whatever else a terminal is told
    "|(?:\x1b\\]|\x9d)[^\x07\x1b\x9c]*(?:\x07|\x1b\\\\|\x9c)"  # titles and links
    "|\x1b[ -/]*[0-~]?"
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f]")
_KEPT_BACK = len(BRACKETED_PASTE_START) - 1
"""Letters in which a mark may have begun that what comes next completes."""


def uncoloured(text: str) -> str:
    """The text without what a terminal would obey; lines and tabs stay."""
    return _CONTROLS.sub("", _SEQUENCES.sub("", text))


def one_line(text: str) -> tuple[str, int]:
    """The text on one line, and of how many lines with something on them it is made."""
    lines = [line for line in text.replace("\t", " ").splitlines() if line.strip()]
    return (lines[0] if len(lines) == 1 else " ".join(line.strip() for line in lines)), len(lines)


class PasteParser(XTermParser):
    """Takes a paste as it comes, and believes no size that a terminal cannot have.

    Textual 8.2.8 looks for keys in what is pasted: behind each escape 32 letters were typed instead, so that a log with
    colours gave commands, and 50 kB of it took five seconds (measured).
    """

    def __init__(self, debug: bool = False) -> None:
        super().__init__(debug)
        self._before = ""
        """The last letters of what came before."""
        self._pasted: list[str] | None = None
        """What has come of a paste; None where there is none under way."""

    def feed(self, data: str) -> Iterable[Message]:
        """See Parser: the messages of what came in."""
        if not data:
            yield from super().feed(data)
        while data:
            if self._pasted is None:
                end = self._end_of(BRACKETED_PASTE_START, data)
                for message in super().feed(data[:end]):
                    yield _sized(message) if isinstance(message, events.Resize) else message
                if end is not None:
                    self._pasted = []
            else:
                end = self._end_of(BRACKETED_PASTE_END, data)
                self._pasted.append(data[:end])
                if end is not None:
                    yield from self._paste("".join(self._pasted))
            data = "" if end is None else data[end:]

    def _end_of(self, mark: str, data: str) -> int | None:
        """Where a mark ends that may have begun before; None where it does not come."""
        seen = self._before + data
        at = seen.find(mark)
        self._before = seen[-_KEPT_BACK:] if at < 0 else ""
        return None if at < 0 else at + len(mark) - (len(seen) - len(data))

    def _paste(self, text: str) -> Iterable[Message]:
        self._pasted = None
        # It has seen the beginning, too, and tells of nothing between them.
        yield from (message for message in super().feed(BRACKETED_PASTE_END) if not isinstance(message, events.Paste))
        yield events.Paste(text.removesuffix(BRACKETED_PASTE_END).replace("\x00", ""))


def _sized(event: events.Resize) -> events.Resize:
    size = Size(*believed(*event.size))
    return event if size == event.size else events.Resize(size, size, pixel_size=event.pixel_size)


def prepare_paste(app: EventsmithApp, event: events.Paste) -> None:
    """Make of a paste what can be taken where it goes. Lines that become one are one step, and it is said."""
    event.text = uncoloured(event.text)
    focused = app.focused
    if not isinstance(focused, Input) or (isinstance(focused, VisibleInput) and focused.takes_lines(event.text)):
        return
    event.text, lines = one_line(event.text)
    if lines < 2 or isinstance(app.screen, Palette):
        return
    cure = ""
    if isinstance(focused, TypingInput) and app.is_ready:
        app.session.stop_typing()
        cure = f". {key_of('undo')} takes it back"
    app.say(f"{lines} lines were pasted and are one line now{cure}")
