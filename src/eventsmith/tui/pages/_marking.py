"""The part of the events page that marks events and applies commands to all marked ones."""

from __future__ import annotations

from functools import cached_property

from textual import on, work

from eventsmith.edits import campaigns_of, remove_event, set_stage
from eventsmith.tui.actions import key_of
from eventsmith.tui.flows.events import make_status, park_or_take_up, put_into_stage, remove, removed_text
from eventsmith.tui.pages._page import Page
from eventsmith.tui.views.marks import OWN, Marks
from eventsmith.tui.views.order import stage_beside
from eventsmith.tui.views.row import NO_KEY
from eventsmith.tui.widgets.board import StoryBoard
from eventsmith.tui.widgets.story import StoryList


class MarkingPage(Page):
    """A page with a list of events. Commands apply to the marked events or else to the one under the cursor."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = Marks()

    @cached_property
    def _list(self) -> StoryBoard:
        return self.query_one("#event-list", StoryBoard)

    @property
    def _index(self) -> int | None:
        """The index of the event under the cursor in the catalog; None on an offered event."""
        row = self._list.row
        return row.key.number if row and row.key.kind == OWN else None

    def action_mark(self) -> None:
        """Mark or unmark the event under the cursor, and go on to the next."""
        if self._list.row is None:
            self.host.say("There is no event here to mark")
            return
        self._marks.turn(self._list.row.key)
        self.show()
        self._list.action_move(1)

    @on(StoryList.MarkWanted)
    def _mark_wanted(self, event: StoryList.MarkWanted) -> None:
        self._marks.turn(event.row.key)
        self.show()

    def action_mark_up(self) -> None:
        """Extend the marked range to the event before."""
        self._list.extend(-1)

    def action_mark_down(self) -> None:
        """Extend the marked range to the next event."""
        self._list.extend(1)

    @on(StoryList.Extended)
    def _extended(self, event: StoryList.Extended) -> None:
        self._marks.extend(event.keys, anew=event.anew)
        self.show()

    def action_mark_all(self) -> None:
        """Mark or unmark all listed events of the same sort as the one under the cursor: in the catalog, or offered."""
        own = self._index is not None
        keys = [key for key in self._list.rows.keys if key.kind != "stage"]
        self._marks.turn_all([key for key in keys if (key.kind == OWN) == own])
        self.show()

    def _meant(self) -> list[int]:
        """Return the indices of the marked events or else of the one under the cursor; if there are none, say why."""
        if self._marks.numbers or self._index is None or self._marks.offers:
            if not self._marks.numbers:
                what = "the marked ones" if self._marks.offers else "this one"
                self.host.say(f"Only events in your catalog can be changed; {key_of('events.pick')} takes {what}")
            return sorted(self._marks.numbers)
        return [self._index]

    @work(exclusive=True, group="bulk")
    async def action_stage(self) -> None:
        """Ask for a stage, and put the marked events there."""
        if (numbers := self._meant()) and self.host.may_change():
            await put_into_stage(self.host, numbers)

    def action_stage_before(self) -> None:
        """Put the event, or all that are marked, into the stage before."""
        self._move_aside(-1)

    def action_stage_after(self) -> None:
        """Put the event, or all that are marked, into the next stage."""
        self._move_aside(1)

    def _move_aside(self, step: int) -> None:
        catalog, numbers = self.session.catalog, self._meant()
        if not numbers:
            return
        stage = stage_beside(catalog.stages, catalog.events[numbers[0]].stage, step)
        if stage is None:
            self.host.say("It is the last stage" if step > 0 else "It is the first stage")
            return
        here = self._list.row.key if self._list.row is not None else NO_KEY
        if self.host.do(set_stage(catalog, numbers, stage), ("events", numbers[0])):
            self._list.point_at(here)

    @work(exclusive=True, group="bulk")
    async def action_status(self) -> None:
        """Ask for a status, and give it to the marked events."""
        if (numbers := self._meant()) and self.host.may_change():
            await make_status(self.host, numbers)

    @work(exclusive=True, group="bulk")
    async def action_idea(self) -> None:
        """Park the marked events as ideas, or take them up again."""
        if (numbers := self._meant()) and self.host.may_change():
            await park_or_take_up(self.host, numbers)

    @work(exclusive=True, group="bulk")
    async def _remove_marked(self) -> None:
        await remove(self.host, self._meant())

    def action_remove(self) -> None:
        """Remove the marked events after asking, or the one under the cursor, and name the campaigns that used it."""
        if self._marks.numbers:
            self._remove_marked()
        elif self._index is None or self._marks.offers:
            self.host.say("Only events in your catalog can be removed")
        else:
            self._remove(self._index)

    def _remove(self, index: int) -> None:
        event = self.session.catalog.events[index]
        touched = campaigns_of(self.session.catalog, event.id)
        if self.host.do(remove_event(self.session.catalog, index)):
            self.host.say(removed_text(event.name, touched))
