"""The app as one that asks: by dialogs, and in the background, where an answer can be waited for. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from textual.app import App

from eventsmith.tui.textual_fixes.palette_paging import Palette

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.worker import Worker

Answer = TypeVar("Answer")


class AskingApp(App[int]):
    """Shows dialogs, and runs what waits for their answers."""

    async def ask(self, dialog: Screen[Answer | None]) -> Answer | None:
        """See Host."""
        return await self.push_screen_wait(dialog)

    def open_dialog(self, dialog: Screen[Any]) -> None:
        """See Host."""
        self.push_screen(dialog)

    def run_in_background(
        self, group: str, work: Callable[[], Coroutine[Any, Any, object]], *, alone: bool = False
    ) -> None:
        """See Host. An app that ends first leaves no coroutine over."""
        _: Worker[object] = self.run_worker(work, group=group, exclusive=alone)

    def is_under_way(self, group: str) -> bool:
        """See Host."""
        return any(worker.group == group and not worker.is_finished for worker in self.workers)

    def action_command_palette(self) -> None:
        """Find anything by typing."""
        if not isinstance(self.screen, Palette):
            self.push_screen(Palette(id="--command-palette"))
