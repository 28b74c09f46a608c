"""A dialog that lists what would change, line by line, before it is done."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import Static
from typing_extensions import override

from eventsmith.tui.actions import key_of
from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.views.row import Row, RowKey, Rows, numbered
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.queries.differences import Difference


class Preview(Dialog[bool]):
    """A list of changes that returns True if the user wants them."""

    def __init__(self, title: str, differences: Sequence[Difference]) -> None:
        super().__init__()
        self._title = title
        self._differences = differences

    @override
    def compose(self) -> ComposeResult:
        with Vertical(classes="box -tall"):
            yield Static(lit(self._title, "bold"), classes="text")
            yield RowList(head=("Of what", "Is now", "Becomes"), columns=(4, 4, 4))
            yield Static(
                lit(f"Enter makes all of it, and {key_of('undo')} undoes it; Esc leaves all as it is"),
                classes="note",
            )

    def on_mount(self) -> None:
        """Show the differences."""
        self.query_one(RowList).show_rows(Rows(numbered("difference", len(self._differences)), self._row))

    def _row(self, key: RowKey) -> Row:
        one = self._differences[key.number]
        mark = "+" if not one.before else "–" if not one.after else "→"
        return Row(key, (one.where, one.before or "(nothing)", one.after or "(nothing)"), mark)

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.dismiss(True)
