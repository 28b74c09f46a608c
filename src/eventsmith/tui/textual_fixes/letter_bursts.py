"""Put letters into an input together when many wait.

Symptom: text that a terminal types instead of pasting it is put in and drawn letter by letter; all else waits, even the
    end.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input takes the printable keys that wait in its queue as one change of its value.
"""

from __future__ import annotations

import asyncio

from textual import events
from textual.widgets import Input
from typing_extensions import override

from eventsmith.tui.textual_fixes.app_exit import is_ending

AHEAD = 8
"""Messages: where more than these wait for one input, nobody types letter by letter."""


class BurstInput(Input):
    """Take letters one by one from a person, and together where many are on their way."""

    _ahead = ""
    """Letters that are put in together."""

    @override
    async def on_event(self, event: events.Event) -> None:
        if isinstance(event, events.Key):
            if is_ending(self.app):
                return
            if event.is_printable and (self._ahead or self.message_queue_size > AHEAD):
                if not self._ahead:
                    self.call_later(self._put_in)
                self._ahead += event.character or ""
                await asyncio.sleep(0)
                return
            self._put_in()
        await super().on_event(event)

    def _put_in(self) -> None:
        text, self._ahead = self._ahead, ""
        if text:
            self.replace(text, *self.selection)
