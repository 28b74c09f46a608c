"""The list of the story: rows that the mouse takes along to where they belong. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message

from eventsmith.tui.views.row import NO_KEY, Row, RowKey
from eventsmith.tui.widgets.rows import RowList


class StoryList(RowList):
    """A row is taken with the mouse button down, and put where the button goes up; Esc puts it back."""

    @dataclass
    class Dropped(Message):
        """A row was put where the row with another number stands."""

        rows: StoryList
        row: Row
        number: int

        @property
        def control(self) -> StoryList:
            """The list."""
            return self.rows

    @dataclass
    class Extended(Message):
        """Marking went on: from the row where it began to the cursor these lie."""

        rows: StoryList
        keys: Sequence[RowKey]
        anew: bool
        """Whether it began just now."""

    @dataclass
    class MarkWanted(Message):
        """A row was clicked to be marked, or no longer."""

        rows: StoryList
        row: Row

    _began = _reached = NO_KEY
    """The keys of the rows where marking began, and where it has come to."""
    _taken: int | None = None
    _over: int | None = None
    _moved = False

    def _pointer(self, number: int, row: Row, here: bool) -> str:
        """See RowList: also what is taken along, and where it would go."""
        if self._over is not None:
            if number == self._over:
                return "→"
            if number == self._taken:
                return "↕"
        return super()._pointer(number, row, here)

    def extend(self, step: int) -> None:
        """Goes on by a row, and marks on to it."""
        if self.row is not None:
            begun = self._begun()
            self.action_move(step)
            self._extend(begun)

    def _begun(self) -> RowKey:
        """The key of the row where marking begins, or began, where the cursor has not been elsewhere since."""
        here = self.row.key if self.row is not None else NO_KEY
        return self._began if self._began != NO_KEY and here == self._reached else here

    def _extend(self, begun: RowKey) -> None:
        start = self.rows.number_of(begun)
        if self.row is None or start is None:
            return
        anew, self._began, self._reached = begun != self._began, begun, self.row.key
        between = range(min(start, self.cursor), max(start, self.cursor) + 1)
        keys = [self.rows.keys[number] for number in between if self.rows[number].pickable]
        self.post_message(self.Extended(self, keys, anew))

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes the row."""
        number = self.number_at(event.y)
        self._moved = False
        if event.button == 1 and not (event.shift or event.ctrl) and number is not None and self.rows[number].pickable:
            self._taken = number
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Shows where it would go; at an edge, goes on."""
        if self._taken is None:
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_relative(y=-1 if event.y < 0 else 1, animate=False)
        number = self.number_at(min(max(event.y, 0), self.size.height - 1))
        if number is None or (self._over is None and number == self._taken):
            return
        self._moved = True
        before, self._over = self._over, number
        for line in {before, number, self._taken} - {None}:
            self._refresh_row(line or 0)

    def on_mouse_up(self) -> None:
        """Puts it there."""
        taken, over = self._taken, self._over
        self.put_back()
        if taken is not None and over is not None and over != taken and max(taken, over) < len(self.rows):
            self.post_message(self.Dropped(self, self.rows[taken], over))

    def put_back(self) -> bool:
        """Lets go of what is taken; says whether something was."""
        under_way = self._over is not None
        self.release_mouse()
        self._taken = self._over = None
        if under_way:
            self.refresh()
        return under_way

    def on_click(self, event: events.Click) -> None:
        """The end of taking a row elsewhere is no click. With Shift it marks on to the row, with Ctrl just that one."""
        number = self.number_at(event.y)
        if self._moved:
            event.prevent_default()
            self._moved = False
        elif (event.shift or event.ctrl) and number is not None and self.rows[number].pickable:
            event.prevent_default()
            begun = self._begun()
            self.cursor = number
            if event.shift:
                self._extend(begun)
            else:
                self.post_message(self.MarkWanted(self, self.rows[number]))
