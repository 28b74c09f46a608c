"""Let the command palette's search outlive the palette.

Symptom: a search that is still running, or starts, after the palette was closed finds neither its list nor its styles,
    which ends the app.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: CommandPalette cancels its search when it is dismissed, and starts none after that.
"""

from __future__ import annotations

from textual import work
from textual.command import CommandPalette
from textual.css.query import NoMatches
from typing_extensions import override


class SearchingPalette(CommandPalette):
    """A command palette whose search stops silently when the palette is gone."""

    @override
    @work(exclusive=True, group=CommandPalette._GATHER_COMMANDS_GROUP)
    async def _gather_commands(self, search_value: str) -> None:
        search = vars(CommandPalette)["_gather_commands"].__wrapped__
        try:
            await search(self, search_value)
        except (NoMatches, KeyError):
            if self in self.app.screen_stack:
                raise
