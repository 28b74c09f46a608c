"""The properties page: a sheet of the properties of each event and property group, with suggestions and issues."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from typing_extensions import override

from eventsmith.edits import add_properties
from eventsmith.ground.labels import ABOUT
from eventsmith.model import value_at
from eventsmith.queries.property_index import PropertyIndex
from eventsmith.queries.property_suggestions import Suggestions
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.flows import fixes, properties
from eventsmith.tui.pages._opened import FIRST
from eventsmith.tui.pages._sheet_page import SheetPage
from eventsmith.tui.text import lit
from eventsmith.tui.views.cells import column_of
from eventsmith.tui.views.properties import GROUP, NEW, group_key, owner_names, property_rows
from eventsmith.tui.views.property_card import (
    Card,
    folded_card,
    group_card,
    new_card,
    note_of,
    property_card,
    suggestion_card,
)
from eventsmith.tui.views.row import NO_KEY, RowKey
from eventsmith.tui.views.suggestions import ALL, FOLD, SUGGESTED, suggestion_key, wanted
from eventsmith.tui.widgets.card_beside import CardBeside
from eventsmith.tui.widgets.cell_input import RowsPasted
from eventsmith.tui.widgets.grid import Grid
from eventsmith.tui.widgets.panel import entitle
from eventsmith.tui.widgets.property_card import PropertyCard
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.sheet import Sheet
from eventsmith.tui.widgets.split_pane import Divider

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.queries.property_suggestions import Suggestion
    from eventsmith.rules import Issue


class PropertiesPage(SheetPage):
    """Events and property groups on the left; on the right, the properties of one, or the fields in one of these."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("properties")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._index = PropertyIndex()
        self._memory = Suggestions(self._index)
        self._suggested: list[Suggestion] = []
        self._unfolded = False
        """Whether the suggestions are seen one by one."""

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['properties']} The sheet works like a spreadsheet: arrows move, "
            f"{key_of('properties.edit')} edits, Enter and Tab go on to the next cell, Esc takes back; rows copied "
            "from a spreadsheet can be pasted. ▸ holds what a preset or your other events suggest: "
            f"{key_of('properties.suggestions')} opens it. › is a group of "
            f"properties that events share: {key_of('properties.groups')} makes, takes and leaves groups."
        )

    @override
    def compose(self) -> ComposeResult:
        with self.split_pane():
            with Vertical(classes="list panel", id="property-owners"):
                yield RowList(columns=(5, 1), empty=f"No events yet:\n{key_of('events')} Events", id="property-events")
            yield Divider()
            with Vertical(classes="panel", id="property-side"), CardBeside():
                yield Sheet(id="sheet")
                yield PropertyCard(id="property-card")

    @override
    def show(self) -> None:
        self._events.show_rows(owner_names(self.session))
        entitle(self.query_one("#property-owners"), lit("Events"))
        self._show_sheet()

    @override
    def _show_sheet(self) -> None:
        row = self._events.row
        self._opened.start(_owner_of(row.key) if row else None)
        owner = self._owner
        if owner is None:
            entitle(self._side, lit(""))
            self._sheet.show(self.session, (), None)
            self._show_card()
            return
        catalog = self.session.catalog
        is_event = owner[0] == "events" and len(owner) == FIRST
        self._suggested = self._memory.of(catalog, int(owner[1])) if is_event else []
        entitle(self._side, self._opened.trail(catalog))
        rows = property_rows(self.session, owner, self._suggested, unfolded=self._unfolded)
        self._sheet.show(self.session, owner, rows)
        self._show_card()

    @property
    def _events(self) -> RowList:
        return self.query_one("#property-events", RowList)

    @property
    def _side(self) -> Vertical:
        return self.query_one("#property-side", Vertical)

    @override
    def show_place(self, place: Place) -> None:
        if len(place) < 2 or place[0] not in ("events", "property_groups"):
            self._events.focus()
            return
        self._events.point_at(RowKey("event" if place[0] == "events" else GROUP, int(place[1])))
        self._opened.go_to(place)
        self._show_sheet()
        owner = self._owner or ()
        rest = place[len(owner) :] if place[: len(owner)] == owner else ()
        if rest and isinstance(rest[0], int):
            self._sheet.point_at(rest[0], str(rest[1]) if len(rest) > 1 else "")
        self._point_at_group(place)
        if rest or len(owner) > FIRST or place[2:3] == ("property_groups",):
            self._sheet.grid.focus()
        else:
            self._events.focus()

    @override
    def show_change(self, place: Place) -> None:
        if not self._sheet.input.has_focus:
            self.show_place(place)
        (self._sheet.grid if self._sheet.is_focused else self._events).flash()

    def _point_at_group(self, place: Place) -> None:
        """Move the cursor of the sheet to the group at an index of those that an event names."""
        if len(place) > 3 and place[2] == "property_groups":
            catalog = self.session.catalog
            self._sheet.grid.point_at(group_key(catalog, value_at(catalog, place)))

    @override
    def leave(self) -> None:
        """Go back to what this was opened from, and from an event's or a group's properties to the list."""
        left = self._opened.close()
        if left is None:
            self._events.focus()
            return
        self._show_sheet()
        if len(left) > FIRST:
            self._sheet.point_at(int(left[-2]))
        else:
            catalog = self.session.catalog
            self._sheet.grid.point_at(group_key(catalog, value_at(catalog, left[:2]).name))
        self._sheet.grid.focus()

    @override
    def places_here(self) -> Sequence[Place]:
        owner = self._owner
        if owner is None:
            return ()
        place = None if self._events.has_focus else self._sheet.place
        if place is None and owner[0] == "property_groups" and len(owner) == FIRST:
            return (owner[:2],)
        return (place or owner,)

    @override
    def issues_here(self) -> Sequence[Issue]:
        return self._sheet.issues if self._sheet.is_focused else super().issues_here()

    @on(Grid.Highlighted, "#sheet-grid")
    def _show_card(self) -> None:
        card = self._card()
        self.query_one(PropertyCard).show(card)
        self._sheet.tell(note_of(card))

    def _card(self) -> Card:
        """Return what there is to say about the row under the cursor of the sheet."""
        catalog, place, key = self.session.catalog, self._sheet.place, self._key
        if place is not None:
            return property_card(catalog, place, self._sheet.cell, self._index)
        if key.kind == GROUP:
            return group_card(catalog, key.number, key.id)
        if key == FOLD:
            return folded_card(self._suggested)
        suggested = wanted(self._suggested, key)
        return suggestion_card(suggested) if suggested else new_card() if key == NEW else Card()

    @on(PropertyCard.Picked)
    def _picked(self, event: PropertyCard.Picked) -> None:
        """Go to the cell of a line of the card; act on it if the cursor is there already."""
        if self._sheet.cell.key == event.key and self._sheet.is_focused:
            self._sheet.act()
        else:
            self._sheet.end()
            self._sheet.grid.column = column_of(event.key)
            self._sheet.grid.focus()

    @on(RowList.Highlighted, "#property-events")
    def _other_event(self) -> None:
        self._show_sheet()

    @on(RowList.Chosen, "#property-events")
    def _event_chosen(self) -> None:
        self._sheet.grid.focus()

    @on(RowList.Chosen, "#sheet-grid")
    def _row_chosen(self, event: RowList.Chosen | RowList.Marked) -> None:
        key = event.row.key
        if key == FOLD:
            self._fold()
        elif key.kind == ALL:
            self.host.say(f"{key_of('properties.pick', typing=True)} takes all of them")
        elif key.kind != GROUP:
            self._take()
        elif key.number >= 0:
            self._open(("property_groups", key.number, "properties"))
        else:
            self.host.say(f"There is no group “{key.id}”: {key_of('properties.groups', typing=True)} leaves it")

    @on(RowList.Marked, "#sheet-grid")
    def _mark_clicked(self, event: RowList.Marked) -> None:
        self._take() if event.row.key.kind == ALL else self._row_chosen(event)

    @on(Sheet.Said)
    def _said(self, event: Sheet.Said) -> None:
        self.host.say(event.text)

    @on(Sheet.FixWanted)
    def _fix_wanted(self) -> None:
        fixes.fix(self.host)

    @on(RowsPasted)
    def _pasted(self, event: RowsPasted) -> None:
        owner = self._owner
        if owner is not None:
            self._sheet.end()
            properties.paste(self.host, owner, event.text)

    @on(Sheet.FieldsWanted)
    def _fields_wanted(self, event: Sheet.FieldsWanted) -> None:
        self._open_fields(event.place)

    @on(Sheet.TypesWanted)
    @work
    async def _types_wanted(self, event: Sheet.TypesWanted) -> None:
        picked = await properties.ask_type(self.host, event.place)
        if picked is not None:
            self._sheet.choose_type(event.place, picked)

    def action_pick(self) -> None:
        """Take the suggestion under the cursor, or tick, pick or edit in the cell."""
        key = self._key
        if key == FOLD:
            self._fold()
        elif key.kind in (SUGGESTED, ALL):
            self._take()
        else:
            self._sheet.act()

    @property
    def _key(self) -> RowKey:
        """The key of the row under the cursor of the sheet."""
        row = self._sheet.grid.row
        return row.key if row is not None else NO_KEY

    def _take(self) -> None:
        props, owner = [one.prop for one in wanted(self._suggested, self._key)], self._owner
        if props and owner is not None:
            label = f"take {props[0].name}" if len(props) == 1 else f"take {len(props)} properties"
            self.host.do(add_properties(self.session.catalog, owner, props, label))

    def action_suggestions(self) -> None:
        """Show the suggestions, with the cursor on the first one, or fold them."""
        self._sheet.end()
        if not self._suggested:
            self.host.say("Neither the presets nor your other events have a property that this one lacks")
            return
        self._fold()
        first = suggestion_key(self._suggested[0].prop.name)
        self._sheet.grid.point_at(first if self._unfolded else FOLD)
        self._sheet.grid.focus()

    def _fold(self) -> None:
        self._unfolded = not self._unfolded
        self._show_sheet()


def _owner_of(key: RowKey) -> Place | None:
    """Return the place of the properties that a row on the left is about."""
    nouns = {"event": "events", GROUP: "property_groups"}
    return (nouns[key.kind], key.number, "properties") if key.kind in nouns else None
