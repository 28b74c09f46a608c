"""A dialog to tick several of many options, with an input to find them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.row import Row, RowKey, Rows, option
from eventsmith.tui.widgets.button_row import DialogButton, row_width
from eventsmith.tui.widgets.choices import Choices
from eventsmith.tui.widgets.dialog_box import BESIDES_LIST, MARGIN, widest
from eventsmith.tui.widgets.rows import RowList


class PickSeveral(Dialog[tuple[str, ...]]):
    """A list of options that returns the values of the ticked ones, in the order of the options."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("space", "tick"),
        ("a", "tick_all"),
        ("slash", "find"),
        ("enter", "done"),
        ("down", "list"),
    ]
    own_keys = (("Space", "tick"), ("/", "find"))

    def __init__(self, title: str, options: Sequence[tuple[str, str]], does: str) -> None:
        """Take options as pairs of value and label; `does` is what Enter does with those ticked: “Copy”."""
        super().__init__()
        self.title_text = title
        self.buttons = (DialogButton("ok", does, "Enter"), DialogButton("all", "Tick all", "A"), CANCEL)
        self._options = dict(options)
        self._ticked: set[str] = set()

    @override
    def body(self) -> ComposeResult:
        yield VisibleInput(placeholder="/ to find", compact=True)
        yield Choices(empty="Nothing has this in it")

    def on_mount(self) -> None:
        """Show all options, and focus the list."""
        width = max(widest(self._options.values()) + MARGIN, row_width(self.buttons), widest([self._told]))
        self.box.hold(width, max(len(self._options), 1) + BESIDES_LIST)
        self._show()
        self.query_one(RowList).focus()

    def _show(self) -> None:
        wanted = self.query_one(Input).value.strip().casefold()
        keys = [option(value) for value, title in self._options.items() if wanted in title.casefold()]
        ticked = frozenset(self._ticked)

        def make(key: RowKey) -> Row:
            return Row(key, (self._options[key.id],), "✓" if key.id in ticked else "○")

        self.query_one(RowList).show_rows(Rows(keys, make))
        self.box.tell(self._told)

    @property
    def _told(self) -> str:
        return f"{self.title_text} {len(self._ticked)} of {len(self._options)}"

    @on(Input.Changed)
    def _typed(self) -> None:
        self._show()

    @on(Choices.Picked)
    def action_tick(self) -> None:
        """Tick or untick the option under the cursor."""
        row = self.query_one(RowList).row
        if row is not None:
            self._ticked ^= {row.key.id}
            self._show()

    def action_tick_all(self) -> None:
        """Tick all options shown; if they are ticked already, untick them."""
        shown = {key.id for key in self.query_one(RowList).rows.keys}
        self._ticked = self._ticked - shown if shown <= self._ticked else self._ticked | shown
        self._show()

    def action_find(self) -> None:
        """Focus the input that finds options."""
        self.query_one(Input).focus()

    @on(Input.Submitted)
    def action_list(self) -> None:
        """Focus the list again."""
        self.query_one(RowList).focus()

    @on(RowList.Chosen)
    def action_done(self) -> None:
        """Answer with the ticked options, or with the one under the cursor if none is ticked."""
        row = self.query_one(RowList).row
        ticked = self._ticked or ({row.key.id} if row is not None else set())
        self.dismiss(tuple(value for value in self._options if value in ticked))

    @override
    def answer(self, button: str) -> None:
        if button == "all":
            self.action_tick_all()
        else:
            self.action_done()
