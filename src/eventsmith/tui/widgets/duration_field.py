"""The field of a wait or a deadline: what is begun is completed, and the unit is a key away. Knows no catalogs."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.suggester import Suggester
from textual.widgets import Input

from eventsmith.ground.labels import FormField
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.typing_input import TypingInput


class _Completed(Suggester):
    """“2” goes on as “2 hours”."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    async def get_suggestion(self, value: str) -> str | None:
        """See Suggester: only what goes on from what is typed."""
        from eventsmith.queries.durations import complete_time

        full = complete_time(value)
        return full if full.startswith(value) else None


class DurationInput(TypingInput):
    """Up and down change the unit."""

    BINDINGS: ClassVar[list[BindingType]] = [("up", "unit(-1)"), ("down", "unit(1)")]

    def __init__(self, typed: Callable[[str], None]) -> None:
        super().__init__(typed)
        self.suggester = _Completed()

    def action_unit(self, step: int) -> None:
        """The same number of another unit."""
        from eventsmith.queries.durations import other_unit

        self.value = other_unit(self.value, step)
        self.cursor_position = len(self.value)


class DurationField(Field):
    """Typed as text: what is no time stays as it is, and a rule says so."""

    def __init__(self, asked: FormField) -> None:
        super().__init__(asked, hint=f"{asked.hint}. Up, Down: another unit")

    def _make_control(self) -> DurationInput:
        return DurationInput(self._typed)

    @on(Input.Submitted)
    def _complete(self, event: Input.Submitted) -> None:
        """Enter takes what is begun in full. Runs before the field goes on to the next."""
        from eventsmith.queries.durations import complete_time

        event.input.value = complete_time(event.input.value) or event.input.value
