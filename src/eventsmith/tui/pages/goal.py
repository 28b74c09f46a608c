"""The goal page: the name of the catalog, its industries, what its events are for, and where they are sent."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget
from typing_extensions import override

from eventsmith.destinations import all_destinations, broken_destinations
from eventsmith.ground.labels import ABOUT, CATALOG_FIELDS, GOALS, PICKS
from eventsmith.ground.shelf import Broken
from eventsmith.presets import all_presets, broken_presets
from eventsmith.tui.actions import bindings
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.repeated_layout import SettledBox
from eventsmith.tui.views.row import Row, option
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.panel import entitle
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.model import Place

SHELVES = {
    "industries": ("preset", all_presets, broken_presets),
    "destinations": ("destination", all_destinations, broken_destinations),
}
"""By what is picked: what one is called that may be a file of one's own, all there are, and those that are broken."""


class GoalPage(Page):
    """The first page. It is complete at the first paint, as it needs no catalog."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("goal")

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._seen: set[str] = set()
        """The lists whose cursor has been moved to the first picked option."""
        self._told_broken = False
        """Whether the line above the hints tells of the broken file under the cursor."""

    @override
    def help_text(self) -> str:
        return ABOUT["goal"]

    @override
    def compose(self) -> ComposeResult:
        with SettledBox(classes="panel", id="catalog-form") as form:
            form.border_title = "The catalog"
            for asked in CATALOG_FIELDS:
                yield Field(asked._replace(hint=""), placeholder=asked.hint)
        with Horizontal(classes="lists"):
            for key, title in PICKS.items():
                with Vertical(classes="panel", id=f"panel-{key}") as panel:
                    panel.border_title = title
                    yield RowList(id=f"goal-{key}")

    def on_mount(self) -> None:
        """Show all options, none of them picked yet."""
        for key in PICKS:
            self._list(key).show_rows(self._rows(key, ()))

    @override
    def first(self) -> Widget | None:
        """Return the name field while it is empty; otherwise a list, so that keys do not end up in the name."""
        name = self.query_one(Field).control
        return name if self.host.is_ready and not self.session.catalog.name else self._list("industries")

    @override
    def show(self) -> None:
        for field in self.fields():
            field.show(self.session, ())
        for key, title in PICKS.items():
            chosen = getattr(self.session.catalog, key)
            rows = self._list(key)
            head = f"{title} ── {len(chosen)} ✓" if chosen else title
            rows.show_rows(self._rows(key, chosen))
            entitle(self.query_one(f"#panel-{key}"), lit(head))
            if chosen and key not in self._seen:
                rows.point_at(option(chosen[0]))
            self._seen.add(key)

    @override
    def show_place(self, place: Place) -> None:
        key = str(place[0]) if place else "name"
        if key in PICKS:
            rows = self._list(key)
            rows.focus()
            chosen = getattr(self.session.catalog, key)
            if len(place) > 1 and isinstance(place[1], int) and place[1] < len(chosen):
                rows.point_at(option(chosen[place[1]]))
        elif not self.focus_field(place):
            self.query_one(Field).focus_control()

    @override
    def show_change(self, place: Place) -> None:
        key = str(place[0]) if place else ""
        if key in PICKS:
            self.show_place(place)
            self._list(key).flash()
            return
        if not self.has_focus_within:
            self._list("industries").focus()
        for field in self.fields():
            if field.key == key:
                field.flash()

    def _list(self, key: str) -> RowList:
        return self.query_one(f"#goal-{key}", RowList)

    def _rows(self, key: str, chosen: tuple[str, ...]) -> list[Row]:
        titles, broken = GOALS, self._broken(key)
        if key in SHELVES:
            titles = {f.name: f"{f.title} ({f.whose})" if f.whose else f.title for f in SHELVES[key][1]()}
        unknown = {name: f"{name} (unknown)" for name in chosen if name not in titles}
        rows = []
        for name, title in {**titles, **unknown}.items():
            tone = "error" if name in broken else "warning" if name in unknown else ""
            mark = "✗" if name in broken else "✓" if name in chosen else "○"
            rows.append(Row(option(name), (title,), mark, tone))
        return rows

    @on(RowList.Highlighted)
    def _highlighted(self, event: RowList.Highlighted) -> None:
        problem = self._problem(_key_of(event.rows), event.row.key.id) if event.row else ""
        if problem or self._told_broken:
            self.host.say(problem, bad=bool(problem))
        self._told_broken = bool(problem)

    def _broken(self, key: str) -> Mapping[str, Broken]:
        """Those that are broken of what can be picked. Their files are read for it, which the first paint must not."""
        return SHELVES[key][2]() if key in SHELVES and self.host.is_ready else {}

    def _problem(self, key: str, name: str) -> str:
        """What is wrong with one of one's own; empty where nothing is."""
        broken = self._broken(key).get(name)
        return "" if broken is None else f"This {SHELVES[key][0]} is broken: {broken.path.name}:{broken.message}"

    @on(RowList.Chosen)
    @on(RowList.Marked)
    def _picked(self, event: RowList.Chosen | RowList.Marked) -> None:
        self._toggle(event.rows, event.row)

    def action_pick(self) -> None:
        """Pick or unpick the row under the cursor."""
        rows = self.screen.focused
        if isinstance(rows, RowList) and rows.row is not None:
            self._toggle(rows, rows.row)

    def _toggle(self, rows: RowList, row: Row) -> None:
        from eventsmith.edits import Set

        key = _key_of(rows)
        chosen, value = getattr(self.session.catalog, key), row.key.id
        if value not in chosen and (problem := self._problem(key, value)):
            self.host.say(problem, bad=True)
            return
        others = tuple(name for name in chosen if name != value)
        order = {one.id: number for number, one in enumerate(rows.rows.keys)}
        wanted = others if value in chosen else tuple(sorted((*others, value), key=lambda name: order.get(name, 0)))
        label = f"{'unpick' if value in chosen else 'pick'} {row.cells[0]}"
        self.host.do(Set((key,), wanted, label))


def _key_of(rows: RowList) -> str:
    """What is picked in a list of the page."""
    return (rows.id or "").removeprefix("goal-")
