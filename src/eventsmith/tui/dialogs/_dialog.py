"""The base of every dialog: a box over the page that returns an answer, or None when the user leaves it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, TypeVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Button
from typing_extensions import override

from eventsmith.tui.textual_fixes.dismissed_screen import QuietScreen
from eventsmith.tui.widgets.button_row import ButtonRow, DialogButton
from eventsmith.tui.widgets.dialog_box import DialogBox

Answer = TypeVar("Answer")
CANCEL = DialogButton("cancel--", "Cancel", "Esc")
"""The button that does what Esc does; its ID is that of no answer."""


def answer_buttons(answers: Sequence[tuple[str, str]], esc: str) -> list[DialogButton]:
    """Return the buttons of answers, given as pairs of key and label; one to cancel, too, unless Esc stands for one."""
    buttons = [DialogButton(key, label, "Esc" if key == esc else "") for key, label in answers]
    return buttons if any(button.key for button in buttons) else [*buttons, CANCEL]


class Dialog(QuietScreen[Answer | None]):
    """A dialog that Esc, a click outside or a button leaves at any time, with nothing done."""

    is_question: ClassVar[bool] = True
    """Whether it is asked something that the keys typed now may answer; a notice is not."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("escape", "leave", "Leave"),
        ("pageup", "scroll_text(-1)"),
        ("pagedown", "scroll_text(1)"),
    ]

    title_text = ""
    buttons: Sequence[DialogButton] = (CANCEL,)
    own_keys: Sequence[tuple[str, str]] = ()
    """The keys besides those of the buttons, each with what it does."""

    @override
    def compose(self) -> ComposeResult:
        with DialogBox(self.title_text, self.own_keys, self.buttons) as box:
            with Vertical(classes="body"):
                yield box.heading
                yield from self.body()
            yield ButtonRow([(button.id, button.text) for button in self.buttons])

    def body(self) -> ComposeResult:
        """Compose what stands between the title and the buttons."""
        yield from ()

    @property
    def box(self) -> DialogBox:
        """The box, once the dialog is composed."""
        return self.query_one(DialogBox)

    def answer(self, button: str) -> None:
        """Do what a button says, given its ID."""
        raise NotImplementedError

    def action_leave(self) -> None:
        """Leave without an answer."""
        self.dismiss(None)

    def action_scroll_text(self, way: int) -> None:
        """Scroll a text that is higher than the screen up (-1) or down (1)."""
        for body in self.query(".body"):
            body.scroll_relative(y=way * max(body.size.height - 2, 1), animate=False)

    def on_resize(self, event: events.Resize) -> None:
        """Fit the box to the screen."""
        for box in self.query(DialogBox):
            box.fit(event.size)

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        event.stop()
        if event.button.id == CANCEL.id:
            self.action_leave()
        else:
            self.answer(event.button.id or "")

    def on_click(self, event: events.Click) -> None:
        """Leave on a click outside, unless it is the second of a double click that has opened the dialog."""
        box = self.query(".box").first()
        if event.chain == 1 and not box.region.contains(event.screen_x, event.screen_y):
            event.stop()
            self.action_leave()
