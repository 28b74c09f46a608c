"""Goal: what the catalog is called, whose industry it is, what its events are for, and where they go."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal
from textual.widget import Widget

from eventsmith.destinations import destination_titles
from eventsmith.presets import all_presets
from eventsmith.tui.actions import bindings
from eventsmith.tui.screens._page import Page
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.row import Row
from eventsmith.tui.widgets.rows import RowList
from eventsmith.words import ABOUT, CATALOG_FORM, GOALS, PICKS

if TYPE_CHECKING:
    from eventsmith.model import Place


class GoalPage(Page):
    """The first place. Stands complete at the first paint: it needs no catalog to be read."""

    HELP_TEXT = ABOUT["goal"]
    BINDINGS: ClassVar[list[BindingType]] = bindings("goal")

    def compose(self) -> ComposeResult:
        """See Widget."""
        for asked in CATALOG_FORM:
            yield Field(asked._replace(hint=""), placeholder=asked.hint)
        with Horizontal(classes="lists"):
            for key, title in PICKS.items():
                yield RowList(head=(title,), id=f"goal-{key}")

    def on_mount(self) -> None:
        """Shows all there is to pick, none of it picked."""
        for key in PICKS:
            self._list(key).show_rows(self._rows(key, ()))

    def first(self) -> Widget | None:
        """The name while there is none; else a list, where keys are not typed into a name."""
        name = self.query_one(Field).control
        return name if self.designer.is_ready and not self.session.catalog.name else self._list("industries")

    def show(self) -> None:
        """See Page."""
        for field in self.fields():
            field.show(self.session, ())
        for key in PICKS:
            self._list(key).show_rows(self._rows(key, getattr(self.session.catalog, key)))

    def show_place(self, place: Place) -> None:
        """See Page."""
        key = str(place[0]) if place else "name"
        if key in PICKS:
            rows = self._list(key)
            rows.focus()
            chosen = getattr(self.session.catalog, key)
            if len(place) > 1 and isinstance(place[1], int) and place[1] < len(chosen):
                rows.point_at(chosen[place[1]])
        elif not self.focus_field(place):
            self.query_one(Field).focus_control()

    def _list(self, key: str) -> RowList:
        return self.query_one(f"#goal-{key}", RowList)

    def _rows(self, key: str, chosen: tuple[str, ...]) -> list[Row]:
        if key == "industries":
            titles = {preset.name: preset.title for preset in all_presets()}
        else:
            titles = GOALS if key == "goals" else destination_titles()
        unknown = {name: f"{name} (unknown)" for name in chosen if name not in titles}
        return [
            Row(name, (title,), "✓" if name in chosen else "○", "warning" if name in unknown else "")
            for name, title in {**titles, **unknown}.items()
        ]

    @on(RowList.Chosen)
    @on(RowList.Marked)
    def _picked(self, event: RowList.Chosen | RowList.Marked) -> None:
        self._toggle(event.rows, event.row)

    def action_pick(self) -> None:
        """Picks or leaves the row under the cursor."""
        rows = self.screen.focused
        if isinstance(rows, RowList) and rows.row is not None:
            self._toggle(rows, rows.row)

    def _toggle(self, rows: RowList, row: Row) -> None:
        from eventsmith.edits import Set

        key = (rows.id or "").removeprefix("goal-")
        chosen = getattr(self.session.catalog, key)
        others = tuple(name for name in chosen if name != row.key)
        order = {name: number for number, name in enumerate(rows.rows.keys)}
        wanted = others if row.key in chosen else tuple(sorted((*others, row.key), key=lambda name: order.get(name, 0)))
        label = f"{'leave' if row.key in chosen else 'pick'} {row.cells[0]}"
        self.designer.do(Set((key,), wanted, label))
