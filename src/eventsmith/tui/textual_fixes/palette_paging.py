"""Ignore a page key in a command palette whose list is not laid out yet.

Symptom: Page Down or Page Up before the list of commands has been laid out raises KeyError, which ends the app.
Seen in: Textual 8.2.8
Upstream: none known
Delete when: OptionList moves by pages, or stays where it is, before its first layout.
"""

from __future__ import annotations

from textual.command import CommandList
from typing_extensions import override

from eventsmith.tui.textual_fixes.palette_search import SearchingPalette


class Palette(SearchingPalette):
    """A command palette that passes keys on to its list only once that is laid out."""

    @override
    def _action_command_list(self, action: str) -> None:
        if self.query_one(CommandList)._index_to_line:
            super()._action_command_list(action)
