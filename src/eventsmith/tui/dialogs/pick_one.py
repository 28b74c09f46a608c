"""One of many, or several: type to find it."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input, Static

from eventsmith.tui.dialogs._dialog import Dialog
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.views.row import Row, option
from eventsmith.tui.widgets.rows import RowList


class Pick(Dialog[str]):
    """Answers with the value of the picked option."""

    BINDINGS: ClassVar[list[BindingType]] = [("up", "move(-1)"), ("down", "move(1)")]

    def __init__(
        self,
        title: str,
        options: Sequence[tuple[str, str]],
        chosen: Collection[str] = (),
        tick: Callable[[str], Collection[str]] | None = None,
    ) -> None:
        """Options are values and what they are called; the cursor starts on the first that is chosen already.

        Where several can be chosen, `tick` chooses one, or no longer, and answers with those that are chosen then.
        """
        super().__init__()
        self._tick = tick
        self._title = title
        self._options = options
        self._chosen = chosen

    def compose(self) -> ComposeResult:
        """See Screen."""
        with Vertical(classes="box"):
            yield Static(lit(self._title, "bold"), classes="text")
            yield VisibleInput(placeholder="Type to find", compact=True)
            yield RowList(empty="Nothing has this in it")
            if self._tick is not None:
                yield Static(lit("Enter chooses, or no longer; Esc when done"), classes="note")

    def on_mount(self) -> None:
        """Shows all options."""
        self._show("")
        first = next((value for value, _ in self._options if value in self._chosen), None)
        if first is not None:
            self.query_one(RowList).point_at(option(first))

    def _show(self, wanted: str) -> None:
        rows = [
            Row(option(value), (title,), "●" if value in self._chosen else " ")
            for value, title in self._options
            if wanted in title.casefold()
        ]
        self.query_one(RowList).show_rows(rows)

    @on(Input.Changed)
    def _typed(self, event: Input.Changed) -> None:
        self._show(event.value.strip().casefold())

    def action_move(self, step: int) -> None:
        """The keys stay in the line while the cursor moves."""
        self.query_one(RowList).action_move(step)

    @on(Input.Submitted)
    @on(RowList.Chosen)
    @on(RowList.Marked)
    def _picked(self) -> None:
        row = self.query_one(RowList).row
        if row is None:
            return
        if self._tick is None:
            self.dismiss(row.key.id)
            return
        self._chosen = self._tick(row.key.id)
        self._show(self.query_one(Input).value.strip().casefold())
