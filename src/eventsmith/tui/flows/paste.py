"""Preparation of a paste for the focused widget."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.widgets import Input

from eventsmith.tui.actions import key_of
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.textual_fixes.paste_escapes import uncoloured
from eventsmith.tui.textual_fixes.paste_lines import one_line, whole_lines
from eventsmith.tui.widgets.typing_area import TypingArea
from eventsmith.tui.widgets.typing_input import TypingInput

if TYPE_CHECKING:
    from textual import events
    from textual.widget import Widget

    from eventsmith.tui.host import Host


def prepare_paste(host: Host, event: events.Paste) -> None:
    """Strip escape sequences from a paste; join its lines for a single-line input, as one step and with a message."""
    event.text = uncoloured(event.text)
    from eventsmith.tui.dialogs.palette import Palette

    focused = host.focused
    if isinstance(focused, TypingArea):
        event.text = whole_lines(event.text)
        if focused.cursor_at_end:
            # Whole lines end with a line break: here it would be an empty line that nobody sees.
            event.text = event.text.rstrip("\n")
        if host.is_ready:
            host.session.stop_typing()
            _afterwards(focused, host.session.stop_typing)
        return
    if not isinstance(focused, Input) or (isinstance(focused, VisibleInput) and focused.takes_lines(event.text)):
        return
    event.text, lines = one_line(event.text)
    if lines < 2 or isinstance(focused.screen, Palette):
        return
    cure = ""
    if isinstance(focused, TypingInput) and host.is_ready:
        host.session.stop_typing()
        cure = f". {key_of('undo')} undoes it"
    _afterwards(focused, partial(host.say, f"The {lines} pasted lines are one line now{cure}"))


def _afterwards(widget: Widget, work: Callable[[], None]) -> None:
    """Do something when a widget has taken the paste that it is about to get: the edit clears what was said before."""
    widget.call_later(widget.call_later, work)
