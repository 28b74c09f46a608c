"""Deliver keys and clicks in order, each to the widget that the one before it left in focus.

Symptom: a key goes at once to the widget in focus at that moment. Where “a” adds an event and focuses its name, keys
    that follow before that is done reach the list, which takes them for commands or drops them.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: App.on_event forwards a key only after the one before it, and the messages it caused, have been handled.
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
"""A key posts a message (“text changed”, “Enter pressed”), and its handler another: wait until both are handled."""


class KeysInOrder(App[int]):
    """An app that holds a key back until the one before it has been handled.

    On a slow machine people type ahead, and each key is meant for what the one before it brings up. So are mouse moves
    after a click: a row about to be dragged would miss the move, or the release of the button.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._held: deque[_Input] = deque()
        self._busy = False
        self._typing: DOMNode | None = None
        """The input whose last letter may still be on its way."""

    @property
    def is_typed_ahead(self) -> bool:
        """Whether a key is still being handled or held back."""
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
        """Adapt a paste to the widget that is about to receive it."""

    async def _give(self, event: _Input) -> None:
        """Dispatch an input to the widget in focus, from where it bubbles up to the app."""
        if is_ending(self) or not self.screen_stack:
            return
        if isinstance(event, events.MouseEvent) and not isinstance(event, events.MouseDown | events.MouseUp):
            await super().on_event(event)
            return
        focused = self.focused
        if isinstance(focused, VisibleInput) and isinstance(event, events.Key) and event.is_printable:
            # A letter never moves focus, so the next one need not wait; following each would double its cost.
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
        """Return the widget that a click is for; None for a key."""
        if not isinstance(event, events.MouseEvent):
            return None
        if self.mouse_captured is not None:
            return self.mouse_captured
        try:
            return self.get_widget_at(event.x, event.y)[0]
        except NoWidget:
            return None

    def _follow(self, way: list[DOMNode]) -> None:
        """Follow an input along its way: each node calls this once it has handled everything queued before.

        A node removed in the meantime takes no calls and is skipped.
        """
        while way:
            node, *way = way
            if node.call_later(self._follow, way):
                return
        self._busy = False
        if self._held:
            self.call_next(self._give_held)
