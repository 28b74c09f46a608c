"""The field of a wait or a deadline, which completes what is typed and changes the unit by a key."""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

from textual import on
from textual.binding import BindingType
from textual.suggester import Suggester
from textual.widgets import Input
from typing_extensions import override

from eventsmith.ground.labels import FormField
from eventsmith.queries.durations import complete_time, other_unit
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.typing_input import TypingInput


class _Completed(Suggester):
    """A suggester that completes “2” as “2 hours”."""

    def __init__(self) -> None:
        super().__init__(use_cache=False, case_sensitive=True)

    @override
    async def get_suggestion(self, value: str) -> str | None:
        """Suggest the completed duration, if it starts with the typed text."""
        full = complete_time(value)
        return full if full.startswith(value) else None


class DurationInput(TypingInput):
    """An input in which Up and Down change the unit."""

    BINDINGS: ClassVar[list[BindingType]] = [("up", "unit(-1)"), ("down", "unit(1)")]

    def __init__(self, typed: Callable[[str], None]) -> None:
        super().__init__(typed)
        self.suggester = _Completed()

    def action_unit(self, step: int) -> None:
        """Keep the number, and change to the previous (-1) or next (1) unit."""
        self.value = other_unit(self.value, step)
        self.cursor_position = len(self.value)


class DurationField(Field):
    """A field for a duration typed as text. Text that is not a duration stays as typed, and a rule reports it."""

    def __init__(self, asked: FormField) -> None:
        super().__init__(asked, hint=f"{asked.hint}. Up, Down: another unit")

    def _make_control(self) -> DurationInput:
        return DurationInput(self._typed)

    @on(Input.Submitted)
    def _complete(self, event: Input.Submitted) -> None:
        """Complete the duration on Enter. This runs before Field moves the focus to the next field."""
        event.input.value = complete_time(event.input.value) or event.input.value
