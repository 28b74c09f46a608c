"""The list of events in the order of the story, whose rows the mouse can drag."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from textual import events
from textual.message import Message
from typing_extensions import override

from eventsmith.tui.views.row import NO_KEY, Row, RowKey
from eventsmith.tui.widgets.rows import RowList


class StoryList(RowList):
    """A list whose rows are dragged with the mouse to another position; Esc puts them back."""

    @dataclass
    class Dropped(Message):
        """Posted when a row is dropped on the row with another number."""

        rows: StoryList
        row: Row
        number: int

        @property
        @override
        def control(self) -> StoryList:
            return self.rows

    @dataclass
    class Extended(Message):
        """Posted when the user extends the marking; `keys` are those of the rows from its start to the cursor."""

        rows: StoryList
        keys: Sequence[RowKey]
        anew: bool
        """Whether marking has begun just now."""

    @dataclass
    class MarkWanted(Message):
        """Posted when a row is clicked with Ctrl, to mark or unmark it."""

        rows: StoryList
        row: Row

    _began = _reached = NO_KEY
    """The keys of the rows where marking began, and which it has reached."""
    _taken: int | None = None
    _over: int | None = None
    _moved = False

    @override
    def _pointer(self, number: int, row: Row, here: bool) -> str:
        """Return the sign of a row: ↕ at the dragged row and → where it would go, else that of any list."""
        if self._over is not None:
            if number == self._over:
                return "→"
            if number == self._taken:
                return "↕"
        return super()._pointer(number, row, here)

    def extend(self, step: int) -> None:
        """Move the cursor by a row, and mark up to it."""
        if self.row is not None:
            begun = self._begun()
            self.action_move(step)
            self._extend(begun)

    def _begun(self) -> RowKey:
        """Return the key of the row where marking began, or begins if the cursor has been elsewhere since."""
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
        """Start dragging the row."""
        number = self.number_at(event.x, event.y)
        self._moved = False
        if event.button == 1 and not (event.shift or event.ctrl) and number is not None and self.rows[number].pickable:
            self._taken = number
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Show where the row would go; at an edge, scroll on."""
        if self._taken is None:
            return
        if not 0 <= event.y < self.size.height:
            self.scroll_relative(y=-1 if event.y < 0 else 1, animate=False)
        number = self.number_at(event.x, min(max(event.y, 0), self.size.height - 1))
        if number is None or (self._over is None and number == self._taken):
            return
        self._moved = True
        before, self._over = self._over, number
        for line in {before, number, self._taken} - {None}:
            self._refresh_row(line or 0)

    def on_mouse_up(self) -> None:
        """Drop the row."""
        taken, over = self._taken, self._over
        self.put_back()
        if taken is not None and over is not None and over != taken and max(taken, over) < len(self.rows):
            self.post_message(self.Dropped(self, self.rows[taken], over))

    def put_back(self) -> bool:
        """Cancel dragging; return whether a row was being dragged."""
        under_way = self._over is not None
        self.release_mouse()
        self._taken = self._over = None
        if under_way:
            self.refresh()
        return under_way

    def on_click(self, event: events.Click) -> None:
        """Mark up to the row with Shift, or that row alone with Ctrl; ignore the click that ends dragging."""
        number = self.number_at(event.x, event.y)
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
