"""Insert letters into an input together when many are queued.

Symptom: text that a terminal sends as keys instead of a paste is inserted and drawn letter by letter; everything else
    waits, even exiting.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: Input inserts the printable keys in its queue as one change of its value.
"""

from __future__ import annotations

import asyncio

from textual import events
from textual.widgets import Input
from typing_extensions import override

from eventsmith.tui.textual_fixes.app_exit import is_ending

AHEAD = 8
"""The number of queued messages above which no person can be typing."""


class BurstInput(Input):
    """An input that inserts letters one by one, or together when many are queued."""

    _ahead = ""
    """Letters waiting to be inserted together."""

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
