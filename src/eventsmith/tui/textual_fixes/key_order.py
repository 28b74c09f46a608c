"""Deliver keys and clicks in the order they came, each to what the one before it left in focus.

Symptom: a key goes at once to what has focus at that moment. Where “a” adds an event and goes to its name, keys that
    follow faster than that is done reach the list, which takes them for commands or drops them.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: App.on_event forwards a key only after the one before it has been handled, with the messages it made.
"""

from __future__ import annotations

from collections import deque

from textual import events
from textual.app import App
from textual.dom import DOMNode
from textual.errors import NoWidget
from typing_extensions import override

from eventsmith.tui.textual_fixes.app_exit import is_ending
from eventsmith.tui.textual_fixes.control_characters import VisibleInput

_Input = events.Key | events.Paste | events.MouseEvent
ROUNDS = 2
"""A key makes a message (“the text has changed”, “Enter was pressed”), and that one more: both are to be dealt with."""


class KeysInOrder(App[int]):
    """Hold a key back until the one before it is dealt with.

    People type ahead on a slow machine, and each of those keys is meant for what comes next. So is what the mouse does
    behind a button: a line that is about to be taken along would miss the move, or that the button went up.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._held: deque[_Input] = deque()
        self._busy = False
        self._typing: DOMNode | None = None
        """The input whose last letter nobody has followed yet."""

    @property
    def is_typed_ahead(self) -> bool:
        """Tell whether a key is still under way."""
        return self._busy or bool(self._held)

    @override
    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, _Input) or event.is_forwarded:
            await super().on_event(event)
        elif is_ending(self):
            return
        elif self.is_typed_ahead:
            self._held.append(event)
        else:
            await self._give(event)

    async def _give_held(self) -> None:
        while self._held and not self._busy:
            await self._give(self._held.popleft())

    def prepare(self, event: events.Paste) -> None:
        """Make of what is pasted what can be taken where it is about to go."""

    async def _give(self, event: _Input) -> None:
        """Let a key go its way: to what has focus, and up from there to the app."""
        if is_ending(self) or not self.screen_stack:
            return
        if isinstance(event, events.MouseEvent) and not isinstance(event, events.MouseDown | events.MouseUp):
            await super().on_event(event)
            return
        focused = self.focused
        if isinstance(focused, VisibleInput) and isinstance(event, events.Key) and event.is_printable:
            # A letter moves no focus, so that the next one need not wait for it; to follow each costs as much again.
            self._typing = focused
            await super().on_event(event)
        elif self._typing is not None:
            way, self._typing = self._typing.ancestors_with_self, None
            self._held.appendleft(event)
            self._busy = True
            self._follow(way * ROUNDS)
        else:
            self._busy = True
            if isinstance(event, events.Paste):
                self.prepare(event)
            way = (self._beneath(event) or focused or self.screen).ancestors_with_self
            await super().on_event(event)
            self._follow(way * ROUNDS)

    def _beneath(self, event: _Input) -> DOMNode | None:
        """Find what a button of the mouse is for; None for a key."""
        if not isinstance(event, events.MouseEvent):
            return None
        if self.mouse_captured is not None:
            return self.mouse_captured
        try:
            return self.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return None

    def _follow(self, way: list[DOMNode]) -> None:
        """Follow the key: each node on its way calls this when all that came before has been dealt with.

        One that was removed meanwhile takes no calls and is passed by.
        """
        while way:
            node, *way = way
            if node.call_later(self._follow, way):
                return
        self._busy = False
        if self._held:
            self.call_next(self._give_held)
