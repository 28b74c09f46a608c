"""Typing in the cells of a grid: one input lies over the cell, and each key is an edit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from textual import events, on
from textual.message import Message
from textual.suggester import SuggestFromList
from textual.widget import Widget

from eventsmith.edits import Insert
from eventsmith.model import NoSuchPlaceError, Property, PropertyField, value_at
from eventsmith.queries.choices import choices_at
from eventsmith.session.fields import edit_at
from eventsmith.tui.actions import key_of
from eventsmith.tui.views.cells import CELLS, Cell, read, typed
from eventsmith.tui.widgets.cell_input import CellInput
from eventsmith.tui.widgets.grid import Grid

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Catalog, Place
    from eventsmith.session.session import Session


BEST_INPUT = 24
"""Cells: a narrower input shows too little of what is typed. The note below always shows all of it."""


class CellEditing(Widget):
    """A grid of properties, or of fields, with the input for its cells."""

    @dataclass
    class Said(Message):
        """Posted when a key did nothing, with the reason."""

        text: str

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._session: Session | None = None
        self._owner: Place = ()
        self._editing: Place | None = None
        self._sent: Any = None
        self._before_new: int | None = None
        """While a new property's name is being typed: the number of properties without it."""

    @property
    def grid(self) -> Grid:
        """The grid, focused while no cell is being edited."""
        return self.query_one(Grid)

    @property
    def input(self) -> CellInput:
        """The input, focused while a cell is being edited."""
        return self.query_one(CellInput)

    @property
    def cell(self) -> Cell:
        """The column under the cursor."""
        return CELLS[self.grid.column]

    def add(self, number: int) -> None:
        """Add a property at an index of the list, and start typing its name."""
        if self._session is not None and not self._is_refused(self._session):
            self._add(self._session, number, "")

    def _add(self, session: Session, number: int, text: str | None) -> None:
        self._before_new = len(value_at(session.catalog, self._owner))
        self.grid.column = 0
        self._edit((*self._owner, number, "name"), "", text)

    def _is_refused(self, session: Session) -> bool:
        if session.read_only:
            self.post_message(self.Said("Nothing can be changed here: fix the problems in the file first"))
        return session.read_only

    def _edit(self, place: Place, now: str, text: str | None) -> None:
        assert self._session is not None
        self._session.stop_typing()
        self._editing, self._sent = place, None
        names = [name for name, _ in choices_at(self._session.catalog, place)]
        self.input.suggester = SuggestFromList(names, case_sensitive=False) if names else None
        self._put(now if text is None else text)
        self._lay_input()
        self.input.display = True
        self.screen.set_focus(self.input)
        if text is not None:
            self._send()

    def _prop(self, place: Place) -> PropertyField:
        assert self._session is not None
        prop: PropertyField = value_at(self._session.catalog, place)
        return prop

    def _show_input(self, session: Session) -> None:
        """Show the value of the edited cell, without touching text that already means it, as `Field` does."""
        assert self._editing is not None
        try:
            prop = value_at(session.catalog, self._editing[:-1])
        except NoSuchPlaceError:
            if self._sent is not None:
                self.end()
            return
        value = getattr(prop, self.cell.key)
        if value != self._sent and read(self.input.value, prop, self.cell) != value:
            self._sent = value
            self._put(typed(prop, self.cell))

    def _put(self, text: str) -> None:
        self.input.put(text)
        self.input.cursor_position = len(text)

    def _send(self) -> None:
        """Make the edit for the text in the input."""
        session, place = self._session, self._editing
        if session is None or place is None:
            return
        try:
            session.type(place, lambda catalog: self._edit_of(catalog, place))
        except NoSuchPlaceError:
            # The property went, for example by an undo, while the key was on its way.
            self.end()

    def _edit_of(self, catalog: Catalog, place: Place) -> Edit:
        if len(value_at(catalog, self._owner)) == self._before_new:
            self._sent = name = self.input.value
            new = Property(name=name) if self._owner[-1] == "properties" else PropertyField(name=name)
            return Insert(place[:-1], new, f"add “{name}”" if name else "add property")
        self._sent = read(self.input.value, value_at(catalog, place[:-1]), self.cell)
        return edit_at(catalog, place, self._sent)

    @on(CellInput.TakenBack)
    def _taken_back(self, event: CellInput.TakenBack) -> None:
        event.stop()
        session, place, text = self._session, self._editing, self.input.value
        if session is not None and place is not None and session.take_back(place) is not None:
            self.post_message(self.Said(f"Took back “{text}”. {key_of('undo')} brings it back"))
        self.end()

    def on_descendant_blur(self, event: events.DescendantBlur) -> None:
        """Finish editing when the focus leaves the input, but not when the user switches to another window."""
        left = event.widget is self.input and self.screen.focused is not self.input
        if left and self.app.app_focus:
            self.end()

    def end(self) -> None:
        """Finish editing and keep what was typed; drop a new property that has no name."""
        place, session = self._editing, self._session
        if place is None or session is None:
            return
        self._editing = None
        last = session.last
        if self._before_new is not None and not self.input.value and last is not None and last.place == place:
            session.drop(last)
        self._before_new = None
        session.stop_typing()
        if self.input.has_focus:
            self.screen.set_focus(self.grid)
        self.input.display = False
        # This removes the suggested completion, too.
        self.input.put("")

    def on_resize(self) -> None:
        """Move the input along with its cell."""
        self.call_after_refresh(self._lay_input)

    def _lay_input(self) -> None:
        """Put the input over its cell, and over the cells after it where the cell is narrow."""
        region = self.grid.cell_region(BEST_INPUT)
        self.input.styles.offset = (region.x, region.y)
        self.input.styles.width = region.width
