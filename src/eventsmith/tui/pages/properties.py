"""The properties page: a sheet of each event's properties, with suggestions, and the issues of a cell below it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.content import Content
from typing_extensions import override

from eventsmith.edits import add_properties
from eventsmith.ground.labels import ABOUT
from eventsmith.model import value_at
from eventsmith.queries.property_suggestions import Suggestions
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.flows import properties
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.views.properties import event_names, property_rows
from eventsmith.tui.views.row import NO_KEY, RowKey
from eventsmith.tui.widgets.cell_input import RowsPasted
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.sheet import Sheet
from eventsmith.tui.widgets.split_pane import Divider
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Place, Property
    from eventsmith.queries.property_suggestions import Suggestion
    from eventsmith.rules import Issue


class PropertiesPage(Page):
    """The events on the left; the properties of one event, or the item fields of one of its lists, on the right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("properties")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._shown: int | None = None
        self._list: int | None = None
        """The index of the list property whose item fields are shown instead of the properties."""
        self._memory = Suggestions()
        self._suggested: list[Suggestion] = []

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['properties']} The sheet works like a spreadsheet: arrows move, a character or "
            f"{key_of('properties.edit')} edits, Enter and Tab go on to the next cell, Esc cancels; rows copied from a "
            "spreadsheet can be pasted. In the sheet, letters and digits are text: Esc goes back to the events, where "
            "they are commands. ○ is suggested by a preset or by your other events."
        )

    @override
    def compose(self) -> ComposeResult:
        with self.split_pane():
            yield RowList(columns=(5, 1), empty=f"No events yet:\n{key_of('events')} Events", id="property-events")
            yield Divider()
            with Vertical(id="property-side"):
                yield StaticLine(id="property-of")
                yield Sheet(id="sheet")

    @override
    def show(self) -> None:
        self._events.show_rows(event_names(self.session))
        self._show_sheet()

    def _show_sheet(self) -> None:
        row = self._events.row
        index = row.key.number if row else None
        if index != self._shown:
            self._shown, self._list = index, None
        owner = self._owner
        if owner is None:
            self._line.show(lit(""))
            self._sheet.show(self.session, (), None)
            return
        catalog = self.session.catalog
        event = catalog.events[int(owner[1])]
        self._suggested = self._memory.of(catalog, int(owner[1])) if len(owner) == 3 else []
        name = lit(event.name or "(no name yet)", "bold")
        if self._list is not None:
            item = lit(event.properties[self._list].name or "(no name yet)", "bold")
            name = Content.assemble(name, " › each item of ", item, ("   Esc goes back", "$text-muted"))
        self._line.show(name)
        self._sheet.show(self.session, owner, property_rows(self.session, owner, self._suggested))

    @property
    def _events(self) -> RowList:
        return self.query_one("#property-events", RowList)

    @property
    def _sheet(self) -> Sheet:
        return self.query_one(Sheet)

    @property
    def _line(self) -> StaticLine:
        return self.query_one("#property-of", StaticLine)

    @property
    def _event(self) -> int | None:
        """The index of the event whose properties are shown; the cursor may already be on another event."""
        shown, count = self._shown, len(self.session.catalog.events)
        return shown if shown is not None and shown < count else None

    @property
    def _owner(self) -> Place | None:
        """The place of what the sheet shows: the properties of an event, or the item fields of a list."""
        event, number = self._event, self._list
        if event is None:
            return None
        props = self.session.catalog.events[event].properties
        if number is not None and (number >= len(props) or props[number].type != "list"):
            self._list = number = None
        owner: Place = ("events", event, "properties")
        return owner if number is None else (*owner, number, "fields")

    @override
    def accepts(self, action: str) -> bool:
        return True  # a cell is not a form: even while it is edited, keys that are not letters act on its row

    @override
    def show_place(self, place: Place) -> None:
        if len(place) < 2 or place[0] != "events":
            self._events.focus()
            return
        self._events.point_at(RowKey("event", int(place[1])))
        self._shown = int(place[1])
        in_list = place[4:5] == ("fields",)
        self._list = int(place[3]) if in_list else None
        self._show_sheet()
        number, key = (*place[5:7], "", "")[:2] if in_list else (*place[3:5], "", "")[:2]
        if isinstance(number, int):
            self._sheet.point_at(number, str(key))
        if isinstance(number, int) or in_list:
            self._sheet.grid.focus()
        else:
            self._events.focus()

    @override
    def leave(self) -> None:
        """Go back from the fields of a list to the properties, and from there to the events."""
        if self._list is None:
            self._events.focus()
        else:
            self._open_list(None)

    def _open_list(self, number: int | None) -> None:
        before, self._list = self._list, number
        self._show_sheet()
        if before is not None:
            self._sheet.point_at(before)
        self._sheet.grid.focus()

    @override
    def places_here(self) -> Sequence[Place]:
        if self._event is None:
            return ()
        place = None if self._events.has_focus else self._sheet.place
        return (place or ("events", self._event, "properties"),)

    @override
    def issues_here(self) -> Sequence[Issue]:
        return (
            self._sheet.issues if self._sheet.is_focused else super().issues_here()
        )  # in the sheet, those in its note

    @on(RowList.Highlighted, "#property-events")
    def _other_event(self) -> None:
        self._show_sheet()

    @on(RowList.Chosen, "#property-events")
    def _event_chosen(self) -> None:
        self._sheet.grid.focus()

    @on(RowList.Chosen, "#sheet-grid")
    @on(RowList.Marked, "#sheet-grid")
    def _suggestion_chosen(self) -> None:
        self._take()

    @on(Sheet.Said)
    def _said(self, event: Sheet.Said) -> None:
        self.host.say(event.text)

    @on(RowsPasted)
    def _pasted(self, event: RowsPasted) -> None:
        owner = self._owner
        if owner is not None:
            self._sheet.end()
            properties.paste(self.host, owner, event.text)

    @on(Sheet.ItemsWanted)
    def _items_wanted(self, event: Sheet.ItemsWanted) -> None:
        self._open_list(int(event.place[3])) if len(event.place) == 4 else None

    @on(Sheet.TypesWanted)
    @work
    async def _types_wanted(self, event: Sheet.TypesWanted) -> None:
        picked = await properties.ask_type(self.host, event.place)
        if picked is not None:
            self._sheet.choose_type(event.place, picked)

    def action_pick(self) -> None:
        """Take the suggestion under the cursor, or tick, pick or edit in the cell."""
        self._take() if self._wanted() else self._sheet.act()

    def _wanted(self) -> list[Property]:
        """Return the suggested properties of the row under the cursor."""
        row = self._sheet.grid.row
        key = row.key if row is not None else NO_KEY
        if key.kind == "all":
            return [one.prop for one in self._suggested if one.source == key.id]
        return [one.prop for one in self._suggested if key.kind == "suggested" and one.prop.name == key.id]

    def _take(self) -> None:
        wanted, owner = self._wanted(), self._owner
        if wanted and owner is not None:
            label = f"take {wanted[0].name}" if len(wanted) == 1 else f"take {len(wanted)} properties"
            self.host.do(add_properties(self.session.catalog, owner, wanted, label))

    def action_add(self) -> None:
        """Add a property after the one under the cursor."""
        self._sheet.end()
        owner, place = self._owner, self._sheet.place
        if owner is None:
            self.host.say(f"There is no event to add a property to: {key_of('events')} Events")
            return
        self._sheet.add(int(place[-1]) + 1 if place is not None else len(value_at(self.session.catalog, owner)))

    def action_remove(self) -> None:
        """Remove the property or field under the cursor."""
        self._sheet.end()
        if self._sheet.place is None:
            self.host.say("Put the cursor on a property of your own first")
        else:
            properties.remove(self.host, self._sheet.place)

    def action_up(self) -> None:
        """Move the property up."""
        self._move(-1)

    def action_down(self) -> None:
        """Move the property down."""
        self._move(1)

    def _move(self, step: int) -> None:
        self._sheet.end()
        if self._sheet.place is None:
            self.host.say("Only properties in your catalog can be moved")
        elif (at := properties.move(self.host, self._sheet.place, step)) is not None:
            self._sheet.point_at(at)

    def action_edit(self) -> None:
        """Focus the sheet, or edit the cell if the sheet is focused already."""
        self._sheet.act(enter=True) if self._sheet.is_focused else self._sheet.grid.focus()

    def action_fields(self) -> None:
        """Show the item fields of the list property under the cursor, in a sheet of their own."""
        place = self._sheet.place
        if place is None or len(place) > 4 or value_at(self.session.catalog, (*place, "type")) != "list":
            self.host.say("Only a list has items with fields: choose the type list first")
        else:
            self._open_list(int(place[3]))

    def _flat_place(self) -> Place | None:
        """Return the place of the property under the cursor; if there is none, say why and return None."""
        self._sheet.end()
        place = self._sheet.place
        if place is None:
            self.host.say("Put the cursor on a property of your own first")
        elif len(place) > 4:
            self.host.say("This works for properties, not for the fields of a list")
            return None
        return place

    @work(exclusive=True, group="fix")
    async def action_copy_to(self) -> None:
        """Copy the property to other events."""
        place = self._flat_place()
        if place is not None:
            await properties.copy_to_events(self.host, place)

    @work(exclusive=True, group="fix")
    async def action_everywhere(self) -> None:
        """Rename the property or, on its type, change the type in all events that have it."""
        place = self._flat_place()
        if place is not None:
            change = properties.retype if self._sheet.cell.key == "type" else properties.rename
            await change(self.host, place)
