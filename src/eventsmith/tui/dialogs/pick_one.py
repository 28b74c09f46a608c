"""A dialog to choose one of many options, or several, by typing to find them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.widgets import Input
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.row import Row, option
from eventsmith.tui.widgets.button_row import DialogButton, row_width
from eventsmith.tui.widgets.choices import Choices
from eventsmith.tui.widgets.dialog_box import BESIDES_LIST, MARGIN, widest
from eventsmith.tui.widgets.rows import RowList


class PickOne(Dialog[str]):
    """A list of options that returns the value of the chosen one."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
    ]

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        chosen: Collection[str] = (),
        tick: Callable[[str], Collection[str]] | None = None,
        *,
        wanted: str = "",
        preview: Callable[[str], None] | None = None,
        leave: str = "Cancel",
    ) -> None:
        """Take options as pairs of value and label; the cursor starts on the first of those already `chosen`.

        To let the user choose several, pass `tick`: it chooses or unchooses a value, and returns those chosen then.
        `wanted` is what has been typed to find one;
        `preview` is called with the value that the cursor is on; `leave` says what Esc does.
        """
        super().__init__(classes="-preview" if preview is not None else None)
        self.title_text = title
        self.own_keys = (("↑↓", "move"),) if tick is None else (("↑↓", "move"), ("Enter", "tick"))
        pick = DialogButton("ok", "Choose", "Enter")
        self.buttons = (pick, CANCEL._replace(label=leave)) if tick is None else (CANCEL._replace(label="Done"),)
        self._tick = tick
        self._preview = preview
        self._options = options
        self._chosen = chosen
        self._wanted = wanted

    @override
    def body(self) -> ComposeResult:
        yield VisibleInput(self._wanted, placeholder="Type to find", compact=True, select_on_focus=False)
        yield Choices(empty="Nothing has this in it")

    def on_mount(self) -> None:
        """Show all options, with the cursor on the first chosen one."""
        width = max(widest(label for _, label in self._options) + MARGIN, row_width(self.buttons))
        self.box.hold(width, max(len(self._options), 1) + BESIDES_LIST)
        self._show(self._wanted.casefold())
        if self._wanted:
            return
        first = next((value for value, _ in self._options if value in self._chosen), None)
        if first is not None:
            self.query_one(RowList).point_at(option(first))

    def _show(self, wanted: str) -> None:
        rows = [
            Row(option(value), (title,), "●" if value in self._chosen else " ")
            for value, title in sorted(self._options, key=lambda one: one[0] != (wanted or None))
            if wanted in title.casefold() or (wanted and wanted in value.casefold())
        ]
        self.query_one(RowList).show_rows(rows)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value.strip().casefold())

    @on(RowList.Highlighted)
    def _pointed(self, event: RowList.Highlighted) -> None:
        if self._preview is not None and event.row is not None:
            self._preview(event.row.key.id)

    def action_move(self, step: int) -> None:
        """Move the cursor by a number of rows, while the input keeps the focus."""
        self.query_one(RowList).action_move(step)

    def action_page(self, way: int) -> None:
        """Move the cursor by a screenful, while the input keeps the focus."""
        self.query_one(RowList).action_page(way)

    @on(Input.Submitted)
    @on(RowList.Chosen)
    @on(Choices.Picked)
    def _picked(self) -> None:
        self.answer("ok")

    @override
    def answer(self, button: str) -> None:
        row = self.query_one(RowList).row
        if row is None:
            return
        if self._tick is None:
            self.dismiss(row.key.id)
            return
        self._chosen = self._tick(row.key.id)
        self._show(self.query_one(Input).value.strip().casefold())
