"""Values that two people have changed, each to something else, side by side to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from eventsmith.tui.screens._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.row import Row
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.session import Conflict

_NOTE = "← yours, → theirs, Space the other one; Enter takes what has the ●, Esc leaves all as it is"


class Conflicts(Dialog[frozenset[int]]):
    """Answers with the numbers of those of which theirs is chosen."""

    BINDINGS: ClassVar[list[BindingType]] = [("left", "mine"), ("right", "theirs"), ("space", "other")]

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__()
        self._conflicts = conflicts
        self._theirs: set[int] = set()

    def compose(self) -> ComposeResult:
        """See Screen."""
        number = len(self._conflicts)
        what = "one value" if number == 1 else f"{number} values"
        with Vertical(classes="box -tall"):
            yield Static(lit(f"You and somebody else have both changed {what}", "bold"), classes="text")
            yield RowList(head=("Of what", "Yours", "Theirs"), columns=(4, 4, 4))
            yield Static(classes="whole")
            yield Static(lit(_NOTE), classes="note")

    def on_mount(self) -> None:
        """Shows them, and gives them the keys."""
        self._show()
        self.query_one(RowList).focus()

    def _show(self) -> None:
        self.query_one(RowList).show_rows([self._row(at) for at in range(len(self._conflicts))])

    def _row(self, at: int) -> Row:
        one = self._conflicts[at]
        mine, theirs = one.mine or "(nothing)", one.theirs or "(nothing)"
        cells = (f"  {mine}", f"● {theirs}") if at in self._theirs else (f"● {mine}", f"  {theirs}")
        return Row(str(at), (one.where, *cells))

    def _choose(self, is_theirs: bool) -> None:
        row = self.query_one(RowList).row
        if row is not None:
            (self._theirs.add if is_theirs else self._theirs.discard)(int(row.key))
            self._show()

    def action_mine(self) -> None:
        """Takes mine."""
        self._choose(False)

    def action_theirs(self) -> None:
        """Takes theirs."""
        self._choose(True)

    def action_other(self) -> None:
        """Takes the one that is not taken."""
        row = self.query_one(RowList).row
        self._choose(row is not None and int(row.key) not in self._theirs)

    @on(RowList.Highlighted)
    def _show_whole(self, event: RowList.Highlighted) -> None:
        """Shows in full what the columns may cut off."""
        if event.row is not None:
            where, mine, theirs = event.row.cells
            lines = [lit(where, "bold"), lit(f"Yours:  {mine}"), lit(f"Theirs: {theirs}")]
            self.query_one(".whole", Static).update(Content("\n").join(lines))

    @on(RowList.Marked)
    def _clicked(self) -> None:
        self.action_other()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.dismiss(frozenset(self._theirs))
