"""A dialog to choose between values that two people changed differently, side by side and event by event."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.content import Content
from textual.widgets import Static
from typing_extensions import override

from eventsmith.session.merging import by_thing
from eventsmith.tui.dialogs._dialog import CANCEL, Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.views.row import Row, RowKey
from eventsmith.tui.widgets.button_row import DialogButton, row_width
from eventsmith.tui.widgets.choices import Choices
from eventsmith.tui.widgets.dialog_box import BESIDES_TABLE, MARGIN, widest
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.session.merging import Conflict


_MOST_WHOLE = 6
"""The lines to make room for where several values are shown in full, besides those of one."""
_HEAD = ("Of what", "Yours", "Theirs")


class Conflicts(Dialog[frozenset[int]]):
    """A list of conflicts that returns the indexes of those where “theirs” was chosen.

    Several conflicts about one event or campaign have a row of their own above them, to choose all at once.
    """

    BINDINGS: ClassVar[list[BindingType]] = [("left", "mine"), ("right", "theirs"), ("space", "other")]
    own_keys = (("←", "yours"), ("→", "theirs"), ("Space", "the other"))
    buttons = (DialogButton("ok", "Take what has the ●", "Enter"), CANCEL)

    def __init__(self, conflicts: Sequence[Conflict]) -> None:
        super().__init__()
        number = len(conflicts)
        what = "one value" if number == 1 else f"{number} values"
        self.title_text = f"You and somebody else have both changed {what}"
        self._conflicts = conflicts
        self._theirs: set[int] = set()
        groups = by_thing(conflicts)
        self._rows: dict[RowKey, list[int]] = {}
        """The indexes of the conflicts behind each row: one of them, or all of one event."""
        for group in groups:
            if len(group) > 1:
                self._rows[RowKey("all", group[0])] = group
            self._rows.update((RowKey("one", at), [at]) for at in group)
        self._in_groups = {at for group in groups if len(group) > 1 for at in group}
        told = [self._row(key, group).cells for key, group in self._rows.items()]
        self._widths = [widest((head, *texts)) for head, *texts in zip(_HEAD, *told, strict=True)]

    @override
    def body(self) -> ComposeResult:
        yield Choices(head=_HEAD, columns=self._widths)
        yield Static(classes="whole")

    def on_mount(self) -> None:
        """Show the conflicts, and focus the list."""
        width = max(sum(self._widths) + MARGIN, row_width(self.buttons))
        largest = max(map(len, self._rows.values()))
        self.box.hold(width, len(self._rows) + BESIDES_TABLE + min(3 * (largest - 1), _MOST_WHOLE))
        self._show()
        self.query_one(RowList).focus()

    def _show(self) -> None:
        self.query_one(RowList).show_rows([self._row(key, group) for key, group in self._rows.items()])

    def _row(self, key: RowKey, group: list[int]) -> Row:
        one = self._conflicts[group[0]]
        if key.kind == "one":
            inner = group[0] in self._in_groups
            where = f"  {one.within}" if inner else one.where
            mine, theirs = one.mine or "(nothing)", one.theirs or "(nothing)"
        else:
            where, mine, theirs = f"{one.name}: {len(group)} values", "all yours", "all theirs"
        chosen = self._theirs.intersection(group)
        marks = ("● ", "  ") if not chosen else ("  ", "● ") if len(chosen) == len(group) else ("  ", "  ")
        return Row(key, (where, f"{marks[0]}{mine}", f"{marks[1]}{theirs}"))

    def _choose(self, is_theirs: bool) -> None:
        row = self.query_one(RowList).row
        if row is not None:
            (self._theirs.update if is_theirs else self._theirs.difference_update)(self._rows[row.key])
            self._show()

    def action_mine(self) -> None:
        """Choose “yours” for the row under the cursor."""
        self._choose(False)

    def action_theirs(self) -> None:
        """Choose “theirs” for the row under the cursor."""
        self._choose(True)

    def action_other(self) -> None:
        """Choose the other side; for a row of several conflicts, “theirs” unless all of them are."""
        row = self.query_one(RowList).row
        self._choose(row is not None and not self._theirs.issuperset(self._rows[row.key]))

    @on(RowList.Highlighted)
    def _show_whole(self, event: RowList.Highlighted) -> None:
        """Show in full what the columns may cut off; for an event, all its values."""
        if event.row is None:
            return
        lines = []
        for at in self._rows[event.row.key]:
            one = self._conflicts[at]
            lines += [lit(one.where, "bold"), lit(f"Yours:  {one.mine or '(nothing)'}")]
            lines.append(lit(f"Theirs: {one.theirs or '(nothing)'}"))
        self.query_one(".whole", Static).update(Content("\n").join(lines))

    @on(Choices.Picked)
    def _clicked(self, event: Choices.Picked) -> None:
        """Choose the side that is clicked; on what it is about, the other one."""
        if event.column:
            self._choose(event.column == 2)
        else:
            self.action_other()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.answer("ok")

    @override
    def answer(self, button: str) -> None:
        self.dismiss(frozenset(self._theirs))
