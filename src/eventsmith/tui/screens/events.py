"""Events: the journey as a story, stage by stage. Take what presets offer or leave it, add one's own, put in order."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.widgets import Input

from eventsmith.tui.actions import bindings
from eventsmith.tui.private import VisibleInput
from eventsmith.tui.screens._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.line import Line
from eventsmith.tui.widgets.rows import RowList
from eventsmith.words import ABOUT, EVENT_FORM

if TYPE_CHECKING:
    from eventsmith.model import Place


class EventsPage(Page):
    """The list on the left; on the right what the event under the cursor is."""

    HELP_TEXT = (
        f"{ABOUT['events']} ✓ is in your catalog, ○ is offered by the presets you picked, ★ serves a goal you picked."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("events")

    def compose(self) -> ComposeResult:
        """See Widget."""
        yield Line(id="meter")
        with Horizontal(classes="pair"):
            with Vertical(classes="list"):
                yield VisibleInput(
                    placeholder="Find in names, IDs, aliases, properties; Esc shows all", compact=True, id="find"
                )
                yield RowList(
                    columns=(4, 3),
                    empty="No events yet.\n\nAn event is one thing a customer does.\nPick an industry under 1 Goal,\n"
                    "or press A to add an event of your own.",
                    id="event-list",
                )
            with VerticalScroll(classes="detail"):
                yield Line(id="offer")
                with Vertical(id="event-form"):
                    yield from map(Field, EVENT_FORM)

    def on_mount(self) -> None:
        """The find line shows when asked for."""
        self.query_one("#find", Input).display = False
        self.query_one("#event-form").display = False

    def show(self) -> None:
        """See Page."""
        from eventsmith.tui.rows import event_rows, meter

        wanted = self.query_one("#find", Input).value
        self.query_one("#meter", Line).show(meter(self.session))
        first_time = not self._list.rows.keys
        self._list.show_rows(event_rows(self.session, wanted))
        if first_time:
            own = next((key for key in self._list.rows.keys if key.startswith("event:")), "")
            self._list.point_at(own)
        self._show_detail()

    @property
    def _list(self) -> RowList:
        return self.query_one("#event-list", RowList)

    @property
    def _index(self) -> int | None:
        """The index of the catalog's event under the cursor; None on an offered one."""
        row = self._list.row
        return int(row.key.partition(":")[2]) if row and row.key.startswith("event:") else None

    def _show_detail(self) -> None:
        from eventsmith.tui.rows import offer_text

        form, offer = self.query_one("#event-form"), self.query_one("#offer", Line)
        index, row = self._index, self._list.row
        self.show_form(form, index is not None)
        offer.display = index is None
        self.query_one(".detail").can_focus = index is None
        if index is not None:
            for field in self.fields():
                field.show(self.session, ("events", index))
        else:
            offer.show(offer_text(self.session, row.key) if row else lit(""))

    def show_place(self, place: Place) -> None:
        """See Page."""
        if len(place) > 1 and place[0] == "events":
            self._stop_finding()
            self._list.point_at(f"event:{place[1]}")
            self._show_detail()
            if len(place) > 2 and self._index is not None:
                self.open_detail()
                if self.focus_field(place):
                    return
        self.to_list()

    def places_here(self) -> Sequence[Place]:
        """See Page."""
        return (("events", self._index),) if self._index is not None else ()

    @on(RowList.Highlighted)
    def _highlighted(self) -> None:
        self._show_detail()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        if self._index is not None:
            self.action_edit()
        elif self.app.screen.has_class("-narrow"):
            self.open_detail()
            self.query_one(".detail").focus()
        else:
            self.action_pick()

    @on(RowList.Marked)
    def _marked(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Takes an offered event; leaves one that a preset can give back; else says how to remove it."""
        from eventsmith.session import is_offered
        from eventsmith.tui.rows import take

        index, row = self._index, self._list.row
        if row is None:
            self.designer.say("There is no event here; A adds one of your own")
        elif index is None:
            if row.key.startswith("offer:"):
                before = self.session.catalog.events
                if self.designer.do(take(self.session, row.key)):
                    pairs = zip_longest(before, self.session.catalog.events)
                    self._list.point_at(f"event:{next(at for at, (old, new) in enumerate(pairs) if old is not new)}")
        elif is_offered(self.session.catalog, index):
            self.action_remove()
        else:
            self.designer.say(f"“{row.cells[0]}” is your own: D removes it")

    def action_add(self) -> None:
        """Adds an event behind the one under the cursor, in its stage."""
        from eventsmith.edits import Insert
        from eventsmith.model import Event

        catalog = self.session.catalog
        here = self._index
        index = len(catalog.events) if here is None else here + 1
        stage = catalog.events[here].stage if here is not None else (catalog.stages or ("",))[0]
        self._stop_finding()
        if self.designer.do(Insert(("events", index), Event(id="", name="", stage=stage), "add event")):
            self.show_place(("events", index, "name"))

    def action_remove(self) -> None:
        """Removes the event, and says which campaigns pointed at it."""
        from eventsmith.edits import campaigns_of, remove_event

        index = self._index
        if index is None:
            self.designer.say("Only events of your catalog can be removed")
            return
        event = self.session.catalog.events[index]
        touched = campaigns_of(self.session.catalog, event.id)
        if self.designer.do(remove_event(self.session.catalog, index)):
            names = ", ".join(f"“{campaign.name}”" for campaign in touched)
            what = "Campaigns that used it" if len(touched) > 1 else "The campaign that used it"
            self.designer.say(
                f"Removed “{event.name}”." + (f" {what}: {names}" if touched else "") + "  F9 takes it back"
            )

    def action_up(self) -> None:
        """Moves the event towards the start of the story."""
        self._move(-1)

    def action_down(self) -> None:
        """Moves the event towards the end of the story."""
        self._move(1)

    def _move(self, step: int) -> None:
        from eventsmith.tui.rows import moved

        index = self._index
        if index is None:
            self.designer.say("Only events of your catalog have an order")
            return
        edit, target = moved(self.session, index, step)
        if edit is None:
            self.designer.say("It is at the end of the story" if step > 0 else "It is at the start of the story")
        elif self.designer.do(edit):
            self._list.point_at(f"event:{target}")

    def action_edit(self) -> None:
        """Gives the keys to the details."""
        if self._index is None:
            self.designer.say("Take the event first: Space")
        else:
            self.open_detail()
            self.fields()[0].focus_control()

    def action_find(self) -> None:
        """Shows the find line."""
        find = self.query_one("#find", Input)
        find.display = True
        find.focus()

    @on(Input.Changed, "#find")
    def _finding(self) -> None:
        self.show()

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.to_list()

    def _stop_finding(self) -> None:
        find = self.query_one("#find", Input)
        if find.display:
            find.display = False
            find.value = ""
            self.show()

    def leave(self) -> None:
        """Esc: back to the list, or to the whole list."""
        if self._list.has_focus or self.query_one("#find", Input).has_focus:
            self._stop_finding()
        self.to_list()
