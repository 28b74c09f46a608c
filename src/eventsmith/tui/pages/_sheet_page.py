"""The part of the properties page that acts on the property, or the field, under the cursor of its sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual import work
from typing_extensions import override

from eventsmith.model import HOLDING_FIELDS, MAX_DEPTH, value_at
from eventsmith.tui.actions import key_of
from eventsmith.tui.flows import properties, property_groups
from eventsmith.tui.pages._opened import Opened
from eventsmith.tui.pages._page import Page
from eventsmith.tui.views.properties import depth_of
from eventsmith.tui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from eventsmith.model import Place


class SheetPage(Page):
    """A page with a sheet of properties, or of the fields in one."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._opened = Opened()

    @property
    def _sheet(self) -> Sheet:
        return self.query_one(Sheet)

    @property
    def _owner(self) -> Place | None:
        """The place of what the sheet shows, which may not be what the cursor on the left is on by now."""
        return self._opened.shown(self.session.catalog)

    @override
    def accepts(self, action: str) -> bool:
        return True  # a cell is not a form: even while it is edited, keys that are not letters act on its row

    def _show_sheet(self) -> None:
        """Show what is open."""

    def _open(self, owner: Place) -> None:
        """Show the fields of a property, or the properties of a group, instead of what the sheet shows now."""
        self._opened.enter(owner)
        self._show_sheet()
        self._sheet.grid.focus()

    def action_add(self) -> None:
        """Add a property after the one under the cursor."""
        self._sheet.end()
        owner, place = self._owner, self._sheet.place
        if owner is None:
            self.host.say(f"There is no event to add a property to: {key_of('events')} Events")
            return
        self._sheet.add(int(place[-1]) + 1 if place is not None else len(value_at(self.session.catalog, owner)))

    def action_clear(self) -> None:
        """Empty the cell under the cursor."""
        if self._sheet.grid.has_focus:
            self._sheet.clear()

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
        """Show the fields of the list or object under the cursor in a sheet of their own."""
        self._sheet.end()
        place = self._sheet.place
        if place is None or value_at(self.session.catalog, (*place, "type")) not in HOLDING_FIELDS:
            self.host.say("Only a list or an object has fields: choose that type first")
        else:
            self._open_fields(place)

    def _open_fields(self, place: Place) -> None:
        if depth_of(place) < MAX_DEPTH:
            self._open((*place, "fields"))
        else:
            self.host.say(f"Fields can be nested up to {MAX_DEPTH} deep, and this one is that deep")

    @work(exclusive=True, group="fix")
    async def action_groups(self) -> None:
        """Make, take, leave or change property groups."""
        self._sheet.end()
        if self._opened.thing is not None:
            await property_groups.choose(self.host, self._opened.thing)

    def _flat_place(self) -> Place | None:
        """Return the place of the property under the cursor; if there is none, say why and return None."""
        self._sheet.end()
        place = self._sheet.place
        if place is None:
            self.host.say("Put the cursor on a property of your own first")
        elif depth_of(place):
            self.host.say("This works for properties, not for the fields in one")
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
