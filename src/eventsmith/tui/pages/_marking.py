"""Events that are marked, and what is done to all of them: a part of the page of events."""

from __future__ import annotations

from functools import cached_property

from textual import on, work

from eventsmith.tui.actions import key_of
from eventsmith.tui.pages._page import Page
from eventsmith.tui.views.marks import OWN, Marks
from eventsmith.tui.widgets.story import StoryList


class MarkingPage(Page):
    """A page with the list of the story. Without marks, commands are about the event under the cursor."""

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._marks = Marks()

    @cached_property
    def _list(self) -> StoryList:
        return self.query_one("#event-list", StoryList)

    @property
    def _index(self) -> int | None:
        """The index of the catalog's event under the cursor; None on an offered one."""
        row = self._list.row
        return row.key.number if row and row.key.kind == OWN else None

    def action_mark(self) -> None:
        """Marks the event, or marks it no longer, and goes on to the next."""
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
        """Marks on to the event before."""
        self._list.extend(-1)

    def action_mark_down(self) -> None:
        """Marks on to the next event."""
        self._list.extend(1)

    @on(StoryList.Extended)
    def _extended(self, event: StoryList.Extended) -> None:
        self._marks.extend(event.keys, anew=event.anew)
        self.show()

    def action_mark_all(self) -> None:
        """Marks all that are shown, or none: of the catalog or offered, as is the one under the cursor."""
        own = self._index is not None
        keys = [key for key in self._list.rows.keys if key.kind != "stage"]
        self._marks.turn_all([key for key in keys if (key.kind == OWN) == own])
        self.show()

    def _meant(self) -> list[int]:
        """The numbers of the catalog's events that are marked, else of the one under the cursor."""
        if self._marks.numbers or self._index is None or self._marks.offers:
            if not self._marks.numbers:
                what = "the marked ones" if self._marks.offers else "this one"
                self.host.say(f"Only events in your catalog can be changed; {key_of('events.pick')} takes {what}")
            return sorted(self._marks.numbers)
        return [self._index]

    @work(exclusive=True, group="bulk")
    async def action_stage(self) -> None:
        """Puts what is marked into a stage."""
        from eventsmith.tui.flows.events import put_into_stage

        if (numbers := self._meant()) and self.host.may_change():
            await put_into_stage(self.host, numbers)

    @work(exclusive=True, group="bulk")
    async def action_status(self) -> None:
        """Says that what is marked is live, or not."""
        from eventsmith.tui.flows.events import make_status

        if (numbers := self._meant()) and self.host.may_change():
            await make_status(self.host, numbers)

    @work(exclusive=True, group="bulk")
    async def _remove_marked(self) -> None:
        from eventsmith.tui.flows.events import remove

        await remove(self.host, self._meant())

    def action_remove(self) -> None:
        """Removes what is marked, after a question; else the event, and says which campaigns pointed at it."""
        if self._marks.numbers:
            self._remove_marked()
        elif self._index is None or self._marks.offers:
            self.host.say("Only events in your catalog can be removed")
        else:
            self._remove(self._index)

    def _remove(self, index: int) -> None:
        from eventsmith.edits import campaigns_of, remove_event
        from eventsmith.tui.flows.events import removed_text

        event = self.session.catalog.events[index]
        touched = campaigns_of(self.session.catalog, event.id)
        if self.host.do(remove_event(self.session.catalog, index)):
            self.host.say(removed_text(event.name, touched))
