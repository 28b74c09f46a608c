"""Properties: for each event its typed facts, with suggestions, and every mistake said under the field."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll

from eventsmith.tui.actions import bindings
from eventsmith.tui.screens._page import Page
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.rows import RowList
from eventsmith.words import ABOUT, PROPERTY_FORM

if TYPE_CHECKING:
    from eventsmith.model import Place


HINTS = {"type": "A letter picks: d decimal, i integer"}
"""Those that tell of keys."""


class PropertiesPage(Page):
    """Events on the left; the properties of one above, the details of one property below."""

    HELP_TEXT = f"{ABOUT['properties']} ○ is suggested by a preset or by your other events; Space takes it."
    BINDINGS: ClassVar[list[BindingType]] = bindings("properties")

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._shown: int | None = None

    def compose(self) -> ComposeResult:
        """See Widget."""
        with Horizontal(classes="pair"):
            yield RowList(columns=(5, 1), empty="No events yet:\n2 Events", id="property-events")
            with Vertical(id="property-side"):
                yield RowList(
                    head=("Property", "Type", "Example", "Needed for"),
                    columns=(5, 3, 4, 5),
                    empty="No properties yet. A adds one.",
                    id="property-list",
                )
                with VerticalScroll(classes="detail", id="property-form", can_focus=False):
                    yield from (Field(asked, hint=HINTS.get(asked.key, asked.hint)) for asked in PROPERTY_FORM)

    def show(self) -> None:
        """See Page."""
        from eventsmith.tui.properties import event_names

        self._events.show_rows(event_names(self.session))
        self._show_properties()

    def _show_properties(self) -> None:
        from eventsmith.tui.properties import property_rows

        row = self._events.row
        self._shown = index = int(row.key) if row else None
        self._list.show_rows(property_rows(self.session, index) if index is not None else [])
        self._show_form()

    def _show_form(self) -> None:
        place = self._place
        self.show_form(self.query_one("#property-form"), place is not None)
        if place is not None:
            for field in self.fields():
                field.show(self.session, place)

    @property
    def _events(self) -> RowList:
        return self.query_one("#property-events", RowList)

    @property
    def _list(self) -> RowList:
        return self.query_one("#property-list", RowList)

    @property
    def _event(self) -> int | None:
        """The event whose properties are shown: the cursor may be a key ahead of them."""
        shown, count = self._shown, len(self.session.catalog.events)
        return shown if shown is not None and shown < count else None

    @property
    def _place(self) -> Place | None:
        """The place of the property or field under the cursor; None on a suggestion."""
        row, event = self._list.row, self._event
        if row is None or event is None or not row.key.startswith("own:"):
            return None
        numbers = [int(number) for number in row.key.split(":")[1:]]
        place: Place = ("events", event, "properties", numbers[0])
        return place if len(numbers) == 1 else (*place, "fields", numbers[1])

    def show_place(self, place: Place) -> None:
        """See Page."""
        if len(place) > 1 and place[0] == "events":
            self._events.point_at(str(place[1]))
            self._show_properties()
            if len(place) > 3:
                inner = f":{place[5]}" if len(place) > 5 and place[4] == "fields" else ""
                self._list.point_at(f"own:{place[3]}{inner}")
                self._show_form()
                if self.focus_field(place):
                    return
                self._list.focus()
                return
        self._events.focus()

    def leave(self) -> None:
        """Esc: from a field to the properties, from there to the events."""
        (self._events if self._list.has_focus else self._list).focus()

    def places_here(self) -> Sequence[Place]:
        """See Page."""
        if self._events.has_focus and self._event is not None:
            return (("events", self._event, "properties"),)
        return (self._place,) if self._place is not None else ()

    @on(RowList.Highlighted, "#property-events")
    def _other_event(self) -> None:
        self._show_properties()

    @on(RowList.Highlighted, "#property-list")
    def _other_property(self) -> None:
        self._show_form()

    @on(RowList.Chosen, "#property-events")
    def _event_chosen(self) -> None:
        self._list.focus()

    @on(RowList.Chosen, "#property-list")
    def _property_chosen(self) -> None:
        self.action_edit() if self._place else self.action_pick()

    @on(RowList.Marked, "#property-list")
    def _marked(self) -> None:
        if self._place is None:
            self.action_pick()

    def action_pick(self) -> None:
        """Takes a suggested property."""
        from eventsmith.edits import Insert
        from eventsmith.tui.properties import suggestion

        row, event = self._list.row, self._event
        if row is None or event is None:
            self.designer.say("A adds a property of your own")
        elif self._place is not None:
            self.designer.say("It is in your catalog; D removes it")
        else:
            prop = suggestion(self.session, event, row.key)
            at = len(self.session.catalog.events[event].properties)
            self.designer.do(Insert(("events", event, "properties", at), prop, f"take {prop.name}"))

    def action_add(self) -> None:
        """Adds a property behind the one under the cursor."""
        from eventsmith.edits import Insert
        from eventsmith.model import Property

        event = self._event
        if event is None:
            self.designer.say("There is no event to add a property to: 2 Events")
            return
        place = self._place
        at = int(place[3]) + 1 if place else len(self.session.catalog.events[event].properties)
        target: Place = ("events", event, "properties", at)
        if self.designer.do(Insert(target, Property(name=""), "add property")):
            self.show_place((*target, "name"))

    def action_add_field(self) -> None:
        """Adds a field to the items of the list property under the cursor."""
        from eventsmith.edits import Insert
        from eventsmith.model import ListField, value_at

        place = self._place
        if place is None or value_at(self.session.catalog, (*place[:4], "type")) != "list":
            self.designer.say("Only items of a list have fields: choose the type list first")
            return
        fields = value_at(self.session.catalog, (*place[:4], "fields"))
        target: Place = (*place[:4], "fields", len(fields))
        if self.designer.do(Insert(target, ListField(name=""), "add item field")):
            self.show_place((*target, "name"))

    def action_remove(self) -> None:
        """Removes the property or field under the cursor."""
        from eventsmith.edits import Remove
        from eventsmith.model import value_at

        place = self._place
        if place is None:
            self.designer.say("A suggestion that is not taken needs no removing")
        else:
            name = value_at(self.session.catalog, (*place, "name"))
            if self.designer.do(Remove(place, f"remove {name}" if name else "remove property")):
                self.designer.say(f"Removed {name}. F9 takes it back")

    def action_up(self) -> None:
        """Moves the property up."""
        self._move(-1)

    def action_down(self) -> None:
        """Moves the property down."""
        self._move(1)

    def _move(self, step: int) -> None:
        from eventsmith.edits import Move
        from eventsmith.model import value_at

        place = self._place
        if place is None:
            self.designer.say("Only properties of your catalog have an order")
            return
        siblings, at = value_at(self.session.catalog, place[:-1]), int(place[-1]) + step
        if not 0 <= at < len(siblings):
            self.designer.say("It is at the end" if step > 0 else "It is at the start")
        elif self.designer.do(Move(place, at, "move property")):
            self._list.point_at(f"own:{at}" if len(place) == 4 else f"own:{place[3]}:{at}")

    def action_edit(self) -> None:
        """Gives the keys to the details."""
        if self._place is None:
            self.designer.say("A adds a property; Space takes a suggested one")
        else:
            self.fields()[0].focus_control()
