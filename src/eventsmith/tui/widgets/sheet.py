"""A sheet of properties, or of the fields in one: a grid, an input over the edited cell, and a note."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual import events, on
from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from typing_extensions import override

from eventsmith.model import HOLDING_FIELDS, has_place, value_at
from eventsmith.queries.pasted_rows import is_rows
from eventsmith.session.fields import edit_at
from eventsmith.tui.actions import key_of
from eventsmith.tui.textual_fixes.paste_lines import one_line
from eventsmith.tui.views.cells import CELLS, TOGETHER, column_of, ticked, typed, why_not
from eventsmith.tui.views.issue_rows import FIX, issue_rows
from eventsmith.tui.views.properties import GROUP, NEW, PROPERTY, worst_first
from eventsmith.tui.views.row import NO_KEY, NoteRow, RowKey, Rows
from eventsmith.tui.views.suggestions import FOLD
from eventsmith.tui.widgets.cell_editing import CellEditing
from eventsmith.tui.widgets.cell_input import CellInput, RowsPasted
from eventsmith.tui.widgets.grid import MARGIN, Grid
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.rules import Issue
    from eventsmith.session.session import Session


LOW = 14
"""Lines below which the rows need most of them."""


class Sheet(CellEditing):
    """A grid edited in place: arrows move from cell to cell, Enter edits, and each key is an edit."""

    DEFAULT_CSS = """
    Sheet {
        layers: grid input;
        height: 1fr;
        & > Grid { height: 1fr; }
        & > .note { height: 6; padding: 1 1 0 1; }
        &.-low > .note { height: 3; padding: 0 1; }
        & > CellInput.-textual-compact, & > CellInput.-textual-compact:focus {
            layer: input; display: none; height: 1; padding: 0; border: none;
            background: $background; text-style: underline;
        }
    }
    """

    @dataclass
    class TypesWanted(Message):
        """Posted when the user wants to choose from a list of all types allowed at a place."""

        place: Place

    @dataclass
    class FieldsWanted(Message):
        """Posted when the user wants to see the fields of a list or an object."""

        place: Place

    class FixWanted(Message):
        """Posted when the line about a fix is clicked."""

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._at: tuple[Place | None, int] = (None, 0)
        self._rows = Rows.of(())
        self._noted = NO_KEY
        """The key of the row whose issues are shown."""

    @override
    def compose(self) -> ComposeResult:
        yield Grid(CELLS, TOGETHER, empty="No event, no properties", id=f"{self.id}-grid")
        yield CellInput(lambda _: self._send())
        yield StaticLine(classes="note")

    def on_mount(self) -> None:
        """Keep the input over its cell while the grid scrolls."""
        self.watch(self.grid, "scroll_y", self._lay_input, init=False)

    def on_resize(self) -> None:
        """Wrap the issues to the new width, and keep the note short where lines are few."""
        self.set_class(self.size.height < LOW, "-low")
        self.call_after_refresh(lambda: self._show_rows(self._key))

    @property
    def is_focused(self) -> bool:
        """Whether the grid or the input has the focus."""
        return self.grid.has_focus or self.input.has_focus

    @property
    def place(self) -> Place | None:
        """The place of the property under the cursor; None if it is not in the catalog."""
        return self._place_of(self._key)

    @property
    def _key(self) -> RowKey:
        return self.grid.row.key if self.grid.row is not None else NO_KEY

    def _place_of(self, key: RowKey) -> Place | None:
        if self._session is None or key.kind != PROPERTY:
            return None
        place = (*self._owner, key.number)
        # The rows are outdated if the event was removed while the page was out of sight.
        return place if has_place(self._session.catalog, place) else None

    @property
    def issues(self) -> list[Issue]:
        """The issues of the property under the cursor, which stand below its row, the worst first."""
        return self._issues_of(self._key)

    def _issues_of(self, key: RowKey) -> list[Issue]:
        place = self._place_of(key)
        return worst_first(self._session, place) if self._session is not None and place is not None else []

    def show(self, session: Session, owner: Place, rows: Rows | None) -> None:
        """Show the rows of the list at `owner`; without rows, show nothing."""
        self._session = session
        if owner != self._owner:
            self.end()
            self._owner = owner
            self.grid.cursor = -1
            self.grid.column = 0
            self.grid.show_rows([])
        self._rows = rows if rows is not None else Rows.of(())
        self._show_rows(self._key if self._editing is None else RowKey(PROPERTY, int(self._editing[-2])))
        if self._editing is not None:
            self._show_input(session)

    def _show_rows(self, key: RowKey) -> None:
        """Show the rows, with the cursor on the one with a key, if it is there, and its issues below it."""
        self.grid.show_rows(self._with_issues(key))
        if not self.grid.point_at(key) and self._issues_of(self._key):
            self.grid.show_rows(self._with_issues(self._key))
        self._noted = self._key
        if self._editing is not None:
            self._lay_input()

    def _with_issues(self, key: RowKey) -> Rows:
        number, issues = self._rows.number_of(key), self._issues_of(key)
        if number is None or not issues:
            return self._rows
        width = self.grid.content_size.width - MARGIN - 1  # a bar at the side may come with these very lines
        return self._rows.with_notes(number, issue_rows(issues, width))

    def tell(self, note: Content) -> None:
        """Show a note below the grid, where there is no card beside it."""
        self.query_one(".note", StaticLine).show(note)

    def point_at(self, number: int, key: str = "") -> None:
        """Move the cursor to a property by its number, and to the column of a key if given."""
        self.end()
        self.grid.point_at(RowKey(PROPERTY, number))
        if key:
            self.grid.column = column_of(key)

    @on(Grid.Highlighted)
    def _moved(self) -> None:
        at = (self.place, self.grid.column)
        if at != self._at and self._editing is None and self._session is not None:
            self._session.stop_typing()
        self._at = at
        if self._key != self._noted and self._session is not None:
            if self.grid.rows is not self._rows or self.issues:
                self._show_rows(self._key)
            self._noted = self._key

    def on_key(self, event: events.Key) -> None:
        """Begin a new property by a letter in the row that invites to type."""
        row = self.grid.row
        if self.grid.has_focus and row is not None and row.invites and (event.character or "").isalpha():
            event.stop()
            event.prevent_default()
            self.begin(event.character)

    def clear(self) -> None:
        """Empty the cell."""
        self.begin("")

    def on_paste(self, event: events.Paste) -> None:
        """Send pasted rows to the whole sheet, and any other text to the cell."""
        event.stop()
        if is_rows(event.text):
            self.post_message(RowsPasted(event.text))
        elif text := one_line(event.text)[0]:
            self.begin(text)

    @on(Grid.Chosen)
    def _chosen(self, event: Grid.Chosen) -> None:
        """Act on the cell, except on a suggestion, which the page takes."""
        if isinstance(event.row, NoteRow):
            event.stop()
            if event.row.key.kind == FIX:
                self.post_message(self.FixWanted())
        elif event.row.key == NEW or self.place is not None:
            event.stop()
            self.act(enter=True)

    def act(self, *, enter: bool = False) -> None:
        """Do what Enter or Space does to the cell: tick it, list what can be chosen, or edit it."""
        place = self.place
        if place is not None and self.cell.kind == "type":
            key, type_ = self.cell.key, self._prop(place).type
            if enter and type_ in HOLDING_FIELDS and key == "type":
                self.post_message(self.FieldsWanted(place))
            elif reason := why_not(self._prop(place), self.cell):
                self.post_message(self.Said(reason))
            else:
                self.post_message(self.TypesWanted((*place, key)))
        elif place is not None and self.cell.kind in ("truth", "use"):
            self._tick(place)
        else:
            self.begin()

    def begin(self, text: str | None = None) -> None:
        """Edit the cell under the cursor: its own text, or `text` in its place, which counts at once."""
        session, row = self._session, self.grid.row
        if session is None or row is None or self._is_refused(session):
            return
        if row.key == NEW:
            self._add(session, len(value_at(session.catalog, self._owner)), text)
        elif row.key.kind == GROUP:
            self.post_message(self.Said(f"{key_of('properties.edit', typing=True)} opens the group"))
        elif self.place is None:
            does = "shows what is suggested" if row.key == FOLD else "takes what is suggested"
            self.post_message(self.Said(f"{key_of('properties.pick', typing=True)} {does}"))
        elif self.cell.kind == "type":
            self._clear_type(session, (*self.place, self.cell.key)) if text == "" else self.act()
        elif self.cell.kind in ("truth", "use"):
            if text:
                self.post_message(self.Said(f"{key_of('properties.pick', typing=True)} ticks it"))
            else:
                self._tick(self.place, clear=True)
        elif reason := why_not(self._prop(self.place), self.cell):
            self.post_message(self.Said(reason))
        else:
            self._edit((*self.place, self.cell.key), typed(self._prop(self.place), self.cell), text)

    def _clear_type(self, session: Session, place: Place) -> None:
        if place[-1] == "type":
            self.post_message(self.Said("Each property has a type"))
        elif value_at(session.catalog, place):
            self.choose_type(place, "")

    def _tick(self, place: Place, *, clear: bool = False) -> None:
        session, key = self._session, self.cell.key
        prop = self._prop(place)
        value = ticked(prop, self.cell, clear=clear)
        if session is not None and not self._is_refused(session) and value != getattr(prop, key):
            session.do(edit_at(session.catalog, (*place, key), value), (*place, key))

    def choose_type(self, place: Place, type_: str) -> None:
        """Set the type at a place. Several keys in a row are one step of undo."""
        session = self._session
        if session is not None and not self._is_refused(session):
            session.type(place, lambda catalog: edit_at(catalog, place, type_))

    @on(CellInput.Done)
    def _done(self, event: CellInput.Done) -> None:
        event.stop()
        self.end()
        if event.rows:
            self.grid.action_move(event.rows)
        else:
            self.grid.action_along(event.columns, True)
            self._edit_on()

    def _edit_on(self) -> None:
        """Edit the cell that Tab led to from one being edited, if it is one to type in."""
        place, typed_in = self.place, self.cell.kind not in ("type", "truth", "use")
        if (
            self.screen.focused is self.grid
            and place is not None
            and typed_in
            and not why_not(self._prop(place), self.cell)
        ):
            self.begin()
