"""Make of a paste what can be taken where it goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import events
from textual.widgets import Input

from eventsmith.tui.actions import key_of
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.textual_fixes.palette_paging import Palette
from eventsmith.tui.textual_fixes.paste_escapes import uncoloured
from eventsmith.tui.textual_fixes.paste_lines import one_line
from eventsmith.tui.widgets.typing_input import TypingInput

if TYPE_CHECKING:
    from eventsmith.tui.app import EventsmithApp


def prepare_paste(app: EventsmithApp, event: events.Paste) -> None:
    """Strip a paste of what a terminal obeys; where a field has one line, join its lines as one step, and say so."""
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
