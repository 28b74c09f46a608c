"""The events page: the journey as a story, stage by stage, with the events that presets offer."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from itertools import zip_longest
from typing import TYPE_CHECKING, ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widgets import Input
from typing_extensions import override

from eventsmith.edits import Insert, index_for_stage, move_event, step_event
from eventsmith.ground.labels import ABOUT, EVENT_FIELDS
from eventsmith.model import Event
from eventsmith.queries.event_offers import is_offered, take_offers, take_serving
from eventsmith.queries.search import read_all_presets
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.flows.events import marked_text
from eventsmith.tui.pages._marking import MarkingPage
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.control_characters import VisibleInput
from eventsmith.tui.textual_fixes.repeated_layout import SettledBox, SettledScroll
from eventsmith.tui.views.event_card import card, card_title
from eventsmith.tui.views.marks import OWN
from eventsmith.tui.views.order import drop_target, stage_at
from eventsmith.tui.views.row import NO_KEY, RowKey
from eventsmith.tui.views.rows import event_rows, meter, offer_text, still_offered
from eventsmith.tui.widgets.board import StoryBoard
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.panel import entitle
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.split_pane import Divider
from eventsmith.tui.widgets.static_line import StaticLine
from eventsmith.tui.widgets.story import StoryList

if TYPE_CHECKING:
    from eventsmith.edits import Together
    from eventsmith.model import Place


class EventsPage(MarkingPage):
    """The list of events on the left; the event under the cursor on the right."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings("events"), ("tab", "go_in")]

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        # Kept as attributes, as all of them are needed at every key.
        self._offer, self._card = StaticLine(id="offer"), StaticLine(id="event-card")
        self._find = VisibleInput(placeholder="Name, alias, property or use; Esc shows all", compact=True, id="find")
        self._story, self._detail = Vertical(classes="list panel"), SettledScroll(classes="detail panel")
        self._form = SettledBox(id="event-form")

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['events']} ✓ is in your catalog, ○ is offered by the presets you picked, ★ serves a goal you "
            f"picked. {key_of('events.mark')} marks events with *, and the next command applies to all marked events. "
            f"Drag an event with the mouse to move it. {key_of('events.find')} finds events in all presets, by name, "
            "alias, property or purpose."
        )

    @override
    def compose(self) -> ComposeResult:
        with self.split_pane():
            with self._story:
                yield self._find
                yield StoryBoard(
                    columns=(12, 9, 2),
                    empty="No events yet.\n\nAn event is one thing a customer does.\n"
                    f"Pick an industry under {key_of('goal')} Goal,\n"
                    f"or press {key_of('events.add')} to add an event of your own.",
                    id="event-list",
                )
            yield Divider()
            with self._detail:
                yield self._offer
                yield self._card
                with self._form:
                    yield from map(Field, EVENT_FIELDS)

    def on_mount(self) -> None:
        """Hide the find line and the form until they are needed."""
        self._find.display = False
        self._form.display = False

    @override
    def show(self) -> None:
        wanted = self._find.value
        self._marks.follow(self.session.catalog.events)
        marks = self._marks
        marks.offers = still_offered(self.session, marks.offers)
        told = marked_text(len(marks.numbers), len(marks.offers)) if marks else meter(self.session)
        entitle(self._story, told)
        first_time = not self._list.rows.keys
        rows = event_rows(self.session, wanted, marks.numbers, marks.offers)
        self._list.show_story(rows, () if wanted else self.session.catalog.stages)
        if first_time:
            own = next((key for key in self._list.rows.keys if key.kind == OWN), NO_KEY)
            self._list.point_at(own)
        self._show_detail()

    def _show_detail(self) -> None:
        index, row = self._index, self._list.row
        as_card = index is not None and self._list.is_board and not self.has_class("-detail")
        self.show_form(self._form, index is not None and not as_card)
        self._card.display, self._offer.display = as_card, index is None
        self._detail.can_focus = index is None
        if index is None:
            entitle(self._detail, lit("Offered" if row else ""))
            self._offer.show(offer_text(self.session, row.key) if row else lit(""))
            return
        entitle(self._detail, card_title(self.session.catalog.events[index]))
        if as_card:
            self._card.show(card(self.session, index))
            return
        for field in self.fields():
            field.show(self.session, ("events", index))

    @override
    def show_place(self, place: Place) -> None:
        if len(place) > 1 and place[0] == "events":
            self._stop_finding()
            self._list.point_at(RowKey(OWN, int(place[1])))
            self._show_detail()
            if len(place) > 2 and self._index is not None:
                self.open_detail()
                self._show_detail()
                if self.focus_field(place):
                    return
        self.to_list()

    @override
    def places_here(self) -> Sequence[Place]:
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
            self._detail.focus()
        else:
            self.action_pick()

    @on(RowList.Marked)
    def _marked(self) -> None:
        self.action_pick()

    def action_pick(self) -> None:
        """Take the marked offers or else the event under the cursor; remove an own one that a preset offers again."""
        index, row = self._index, self._list.row
        if self._marks.offers:
            self._take_marked()
        elif row is None:
            self.host.say(f"There is no event here; {key_of('events.add')} adds one of your own")
        elif index is None:
            if row.key.kind in ("offer", "other"):
                before = self.session.catalog.events
                taken = self.host.do(take_offers(self.session.catalog, [(row.key.owner, row.key.id)]))
                # Nothing is taken if the preset has been deleted since it was listed.
                if taken and self.session.catalog.events is not before:
                    pairs = zip_longest(before, self.session.catalog.events)
                    new = next(at for at, (old, new) in enumerate(pairs) if old is not new)
                    self._list.point_at(RowKey(OWN, new))
        elif is_offered(self.session.catalog, index):
            self._remove(index)
        else:
            self.host.say(f"“{row.cells[0]}” is your own: {key_of('events.remove')} removes it")

    def action_take_serving(self) -> None:
        """Take all events that serve the picked goals."""
        catalog = self.session.catalog
        none = "They are already in your catalog" if catalog.goals else f"Pick goals first: {key_of('goal')} Goal"
        self._take_all(take_serving(catalog), none)

    def _take_marked(self) -> None:
        offers = [(key.owner, key.id) for key in self._marks.offers]
        self._take_all(take_offers(self.session.catalog, offers), "They are already in your catalog")

    def _take_all(self, edit: Together, none: str) -> None:
        if not edit.edits:
            self.host.say(none)
        elif self.host.do(edit):
            self._marks.clear()
            self.show()
            self.host.say(f"Done: {edit.label}. {key_of('undo')} undoes it")

    def action_add(self) -> None:
        """Add an event after the one under the cursor, in its stage; on an offered event, at the end of that stage."""
        here = self._index
        if here is not None:
            self._insert(here + 1, self.session.catalog.events[here].stage)
        else:
            stages = self.session.catalog.stages or ("",)
            stage = stage_at(self._list.rows.keys, self._list.cursor)
            stage = stages[0] if stage is None else stage
            self._insert(index_for_stage(self.session.catalog, stage), stage)

    def action_insert(self) -> None:
        """Add an event before the one under the cursor."""
        here = self._index
        if here is None:
            self.action_add()
        else:
            self._insert(here, self.session.catalog.events[here].stage)

    def _insert(self, index: int, stage: str) -> None:
        self._stop_finding()
        if self.add_to_fill(Insert(("events", index), Event(id="", name="", stage=stage), "add event")):
            self.show_place(("events", index, "name"))

    @on(StoryList.Dropped)
    def _dropped(self, event: StoryList.Dropped) -> None:
        if event.row.key.kind != OWN:
            self.host.say("Only events in your catalog can be moved")
            return
        stage, number = drop_target(self.session.catalog, self._list.rows.keys, event.row.key, event.number)
        edit, index = move_event(self.session.catalog, event.row.key.number, stage, number)
        if self.host.do(edit):
            self._list.point_at(RowKey(OWN, index))

    def action_up(self) -> None:
        """Move the event towards the start of the story."""
        self._move(-1)

    def action_down(self) -> None:
        """Move the event towards the end of the story."""
        self._move(1)

    def _move(self, step: int) -> None:
        index = self._index
        if index is None:
            self.host.say("Only events in your catalog can be moved")
            return
        stepped = step_event(self.session.catalog, index, step)
        if stepped is None:
            self.host.say("It is at the end of the story" if step > 0 else "It is at the start of the story")
        elif self.host.do(stepped[0]):
            self._list.point_at(RowKey(OWN, stepped[1]))

    def action_go_in(self) -> None:
        """Go on to the details, which a card stands for while the list is a board."""
        if self._list.has_focus and self._index is not None:
            self.action_edit()
        else:
            self.screen.focus_next()

    def action_edit(self) -> None:
        """Focus the details."""
        if self._index is None:
            self.host.say(f"Take the event first: {key_of('events.pick')}")
        else:
            self.open_detail()
            self._show_detail()
            self.fields()[0].focus_control()

    def action_find(self) -> None:
        """Show the find line, and read all presets in the background."""
        self._read_presets()
        find = self._find
        find.display = True
        find.focus()

    @work(exclusive=True, group="load")
    async def _read_presets(self) -> None:
        await asyncio.to_thread(read_all_presets)

    @on(Input.Changed, "#find")
    def _finding(self) -> None:
        self.show()

    @on(Input.Submitted, "#find")
    def _found(self) -> None:
        self.to_list()

    def _stop_finding(self) -> None:
        find = self._find
        if find.display:
            find.display = False
            find.value = ""
            self.show()

    @override
    def leave(self) -> None:
        """Go back to the list. There, each call cancels one thing: a drag, then the marks, then the search."""
        if self._list.put_back():
            return
        if self._list.has_focus and self._marks.clear():
            self.show()
            return
        if self._list.has_focus or self._find.has_focus:
            self._stop_finding()
        self.to_list()

    @override
    def to_list(self) -> None:
        super().to_list()
        self._show_detail()

    @override
    def on_descendant_focus(self) -> None:
        was = self.has_class("-detail")
        super().on_descendant_focus()
        if self.has_class("-detail") != was:
            self._show_detail()

    @on(events.Click, "#event-card")
    def _card_clicked(self) -> None:
        self.action_edit()
