"""The bottom line: the few keys that matter here, or in a form those of every form. A click works like the key."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from eventsmith.tui.actions import ACTIONS, Keys
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.widgets.cell_input import CellInput
from eventsmith.tui.widgets.checkbox_row import CheckboxRow
from eventsmith.tui.widgets.select_line import SelectLine

_IN_A_FORM = [("focus_next", "Tab", "Next field"), ("leave", "Esc", "Back")]
"""Action, key and label of what works in every form. Letters do not: there they are text, or choose an option."""


class Hints(Static):
    """Hints made from the table of actions, without any text of a user, which would be read as markup."""

    DEFAULT_CSS = """
    Hints {
        height: 1; background: $panel; color: $text-muted; padding: 0 1;
        link-style: bold; link-color: $text-accent; link-background-hover: $primary-muted;
    }
    """

    _where = ""
    _text = ""

    def __init__(self, keys: Keys) -> None:
        super().__init__()
        self._keys = keys

    def show(self, where: str) -> None:
        """Show the hints of a page, its own first."""
        self._where = where
        self._show()

    def on_mount(self) -> None:
        """Follow the focus, which decides which keys are commands."""
        self.watch(self.screen, "focused", self._show, init=False)

    @property
    def _in_a_form(self) -> bool:
        focused = self.screen.focused
        return isinstance(focused, VisibleInput | SelectLine | CheckboxRow) and not isinstance(focused, CellInput)

    def on_resize(self) -> None:
        """Show as many hints as the new width has room for."""
        self._show()

    def _told(self, where: str) -> list[tuple[str, str, str]]:
        actions = [action for action in ACTIONS if action.hint and action.where == where]
        return [(action.id, self._keys.shown(action)[0], action.label) for action in actions]

    def _show(self) -> None:
        """Show the hints that fit. One that does not is left out whole: half a hint says nothing."""
        own = _IN_A_FORM if self._in_a_form else self._told(self._where)
        parts: list[str] = []
        # Before the first layout, the width is that of the app less the padding.
        room = self.content_size.width or self.app.size.width - 2
        for action, key, label in (*own, *self._told("anywhere")):
            room -= len(key) + 1 + len(label)
            if room < 0 and parts:
                break
            room -= 2
            parts.append(f"[bold $text-accent @click=app.run('{action}')]{key}[/] {label}")
        text = "  ".join(parts)
        if text != self._text:
            self._text = text
            self.update(Content.from_markup(text), layout=False)
