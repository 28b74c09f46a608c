"""Keys in the order they were typed, each to what the one before it left in focus."""

from __future__ import annotations

from collections import deque

from textual import events
from textual.app import App
from textual.dom import DOMNode

ROUNDS = 2
"""A key makes a message (“the text has changed”, “Enter was pressed”), and that one more: both are to be dealt with."""


class KeysInOrder(App[int]):
    """Holds a key back until the one before it is dealt with.

    Textual 8.2 hands a key at once to what has focus at that moment (App.on_event). Where “a” adds an event and
    goes to its name, keys that follow faster than that is done reach the list, which takes them for commands or
    drops them. People type ahead on a slow machine, and each of those keys is meant for what comes next.
    """

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._held: deque[events.Key | events.Paste] = deque()
        self._busy = False

    @property
    def is_typed_ahead(self) -> bool:
        """Whether a key is under way still."""
        return self._busy

    async def on_event(self, event: events.Event) -> None:
        """See App."""
        if not isinstance(event, events.Key | events.Paste) or event.is_forwarded:
            await super().on_event(event)
        elif self._busy:
            self._held.append(event)
        else:
            await self._give(event)

    async def _give(self, event: events.Event) -> None:
        """Lets a key go its way: to what has focus, and up from there to the app."""
        if not self.screen_stack:
            # The app is ending.
            return
        self._busy = True
        way = (self.focused or self.screen).ancestors_with_self
        await super().on_event(event)
        self._follow(way * ROUNDS)

    def _follow(self, way: list[DOMNode]) -> None:
        """Goes behind the key: each on its way calls this when all that came before has been dealt with.

        One that was removed meanwhile takes no calls and is passed by.
        """
        while way:
            node, *way = way
            if node.call_later(self._follow, way):
                return
        self._busy = False
        if self._held:
            self.call_next(self._give, self._held.popleft())
            self._busy = True
