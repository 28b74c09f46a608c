"""A dialog that lists differences value by value, and asks what to do about them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Button, Static
from typing_extensions import override

from eventsmith.tui.dialogs._dialog import Dialog, answer_buttons
from eventsmith.tui.text import lit
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered
from eventsmith.tui.widgets.button_row import row_width
from eventsmith.tui.widgets.dialog_box import BESIDES_TABLE, MARGIN, READABLE, widest
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.queries.differences import Difference


class Compare(Dialog[str]):
    """A list of differences that returns the key of the chosen answer."""

    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "move(-1)"),
        ("down", "move(1)"),
        ("pageup", "move(-10)"),
        ("pagedown", "move(10)"),
    ]
    own_keys = (("↑↓", "what else"),)

    def __init__(
        self,
        title: str,
        differences: Sequence[Difference],
        answers: Sequence[tuple[str, str]],
        head: tuple[str, str] = ("Is now", "Becomes"),
        note: str = "",
        *,
        esc: str = "",
    ) -> None:
        """Take `answers` as pairs of key and button label, the first one focused.

        `esc` is the key of the answer that leaving without one amounts to, if there is such an answer.
        """
        super().__init__()
        self.title_text = title
        self.buttons = answer_buttons(answers, esc)
        self._differences = differences
        self._head = ("Of what", *head)
        self._note = note
        told = [(one.where, one.before, one.after) for one in differences]
        self._widths = [widest((head, *texts)) for head, *texts in zip(self._head, *told, strict=True)]

    @override
    def body(self) -> ComposeResult:
        rows = RowList(head=self._head, columns=self._widths, empty="No value differs, but the order")
        rows.can_focus = False
        yield rows
        yield Static(classes="whole")
        if self._note:
            yield Static(lit(self._note), classes="note")

    def on_mount(self) -> None:
        """Show the differences, and focus the first answer."""
        width = max(sum(self._widths) + MARGIN, widest([self._note], READABLE), row_width(self.buttons))
        self.box.hold(width, max(len(self._differences), 1) + BESIDES_TABLE + 2 * bool(self._note))
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
            lines = [lit(where, "bold"), lit(f"{self._head[1]}: {before}"), lit(f"{self._head[2]}: {after}")]
            self.query_one(".whole", Static).update(Content("\n").join(lines))

    @override
    def answer(self, button: str) -> None:
        self.dismiss(button)
