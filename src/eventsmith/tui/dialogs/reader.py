"""A dialog with text to read, and to find something in: help, a rule's page, the settings."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from textual.widgets import Input, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.finding import Wanted
from eventsmith.tui.views.reading import Chapter, found_in, text_of
from eventsmith.tui.widgets.dialog_box import FRAME, MOST_LINES, READABLE

BESIDES = 4
"""The lines besides the text: an input, an empty one, and one above and below."""


class Reader(Dialog[None]):
    """A scrolling text, over which a line finds what is typed; closed with Esc."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("f1,enter", "leave", "Close"),
        ("up", "scroll('up')"),
        ("down", "scroll('down')"),
        ("pageup", "scroll('page_up')"),
        ("pagedown", "scroll('page_down')"),
        ("ctrl+home", "scroll('home')"),
        ("ctrl+end", "scroll('end')"),
    ]

    own_keys = (("↑↓", "scroll"),)
    buttons = (CANCEL._replace(label="Close"),)

    def __init__(self, title: str, chapters: Sequence[Chapter]) -> None:
        super().__init__()
        self.title_text = title
        self._chapters = chapters

    @override
    def body(self) -> ComposeResult:
        yield VisibleInput(placeholder="Type to find", compact=True)
        with VerticalScroll(can_focus=False, classes="reading-scroll"):
            yield Static(classes="reading")

    def on_mount(self) -> None:
        """Take the room that all of it needs, and keep it while one types."""
        lines = text_of(self._chapters, Wanted(""), READABLE - FRAME).get_height({}, READABLE - FRAME)
        self.box.hold(READABLE, min(lines + BESIDES, MOST_LINES))

    @override
    def on_resize(self, event: events.Resize) -> None:
        """Fit the text to the new width, once that is known."""
        super().on_resize(event)
        self.call_after_refresh(self._show)

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show()
        self.action_scroll("home")

    def _show(self) -> None:
        if self.is_dismissed:
            return
        wanted = Wanted(self.query_one(Input).value)
        reading = self.query_one(".reading", Static)
        found = found_in(self._chapters, wanted)
        reading.update(text_of(found, wanted, reading.size.width) if found else lit("Nothing here has this in it"))

    @on(Input.Submitted)
    def _entered(self) -> None:
        self.action_leave()

    def action_scroll(self, way: str) -> None:
        """Scroll the text, while the line to type in keeps the focus."""
        scroll = self.query_one(VerticalScroll)
        getattr(scroll, f"scroll_{way}")(animate=False)
