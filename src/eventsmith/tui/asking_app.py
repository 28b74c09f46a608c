"""The part of the app that shows dialogs, and runs work in the background, where their answers can be awaited."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from typing import TYPE_CHECKING, Any, TypeVar

from textual import events
from textual.app import App
from typing_extensions import override

from eventsmith.tui.kept_keys import Input, KeptKeys

if TYPE_CHECKING:
    from textual.screen import Screen
    from textual.worker import Worker

Answer = TypeVar("Answer")


class AskingApp(App[int]):
    """An app that shows dialogs, and runs the work that awaits their answers."""

    def __init__(self, *, ansi_color: bool | None = None) -> None:
        super().__init__(ansi_color=ansi_color)
        self._kept = KeptKeys()

    @override
    async def on_event(self, event: events.Event) -> None:
        if not isinstance(event, Input) or event.is_forwarded or not self._kept.takes(event):
            await super().on_event(event)

    def keep_keys(self) -> None:
        """Keep what is typed from now on, until `give_keys`; a question that is asked meanwhile gets its answer."""
        self._kept.keep()

    def give_keys(self) -> None:
        """Give what was kept to what is on the screen now."""
        for event in self._kept.give():
            self.post_message(event)

    async def ask(self, dialog: Screen[Answer | None]) -> Answer | None:
        """Show a dialog, and return its answer; None if the user leaves it. Only for work in the background."""
        answer = self.push_screen(dialog, wait_for_dismiss=True)
        if getattr(dialog, "is_question", False):
            self.call_after_refresh(self._kept.let_through)
        return await answer

    def open_dialog(self, dialog: Screen[Any]) -> None:
        """Show a dialog that returns no answer."""
        self.push_screen(dialog)

    def run_in_background(
        self, group: str, work: Callable[[], Coroutine[Any, Any, object]], *, alone: bool = False
    ) -> None:
        """Start a coroutine in the background as one of a group; if `alone`, cancel the others of the group.

        The coroutine is made when it is started, so that an app that ends first leaves none unawaited.
        """
        _: Worker[object] = self.run_worker(work, group=group, exclusive=alone)

    def is_under_way(self, group: str) -> bool:
        """Return whether work of a group is still going on."""
        return any(worker.group == group and not worker.is_finished for worker in self.workers)
