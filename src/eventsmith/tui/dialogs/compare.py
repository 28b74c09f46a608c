"""A dialog that lists differences value by value, and asks what to do about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Button, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered
from eventsmith.tui.widgets.button_row import ButtonRow
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.queries.differences import Difference


class Compare(Dialog[str]):
    """A list of differences that returns the key of the chosen answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("left", "app.focus_previous"),
        ("right", "app.focus_next"),
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "move(-10)"),
        ("pagedown", "move(10)"),
    ]

    def __init__(
        self,
        title: str,
        differences: Sequence[Difference],
        answers: Sequence[tuple[str, str]],
        head: tuple[str, str] = ("Is now", "Becomes"),
        note: str = "",
    ) -> None:
        """Take `answers` as pairs of key and button label, the first one focused."""
        super().__init__()
        self._title = title
        self._differences = differences
        self._answers = answers
        self._head = head
        self._note = note

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box -tall"):
            yield Static(lit(self._title, "bold"), classes="text")
            rows = RowList(head=("Of what", *self._head), columns=(4, 4, 4), empty="No value differs, but the order")
            rows.can_focus = False
            yield rows
            yield Static(classes="whole")
            if self._note:
                yield Static(lit(self._note), classes="note")
            yield ButtonRow(self._answers)

    def on_mount(self) -> None:
        """Show the differences, and focus the first answer."""
        self.query_one(RowList).show_rows(Rows(numbered("difference", len(self._differences)), self._row))
        self.query(Button).first().focus()

    def _row(self, key: RowKey) -> Row:
        one = self._differences[key.number]
        mark = "+" if not one.before else "–" if not one.after else "→"
        return Row(key, (one.where, one.before or "(nothing)", one.after or "(nothing)"), mark)

    def action_move(self, step: int) -> None:
        """Move the cursor by a number of rows, while the answers keep the focus."""
        self.query_one(RowList).action_move(step)

    @on(RowList.Highlighted)
    def _show_whole(self, event: RowList.Highlighted) -> None:
        """Show in full what the columns may cut off."""
        if event.row is not None:
            where, before, after = event.row.cells
            lines = [lit(where, "bold"), lit(f"{self._head[0]}: {before}"), lit(f"{self._head[1]}: {after}")]
            self.query_one(".whole", Static).update(Content("\n").join(lines))

    @on(Button.Pressed)
    def _pressed(self, event: Button.Pressed) -> None:
        self.dismiss(event.button.id)
