"""The value that a condition compares with: chosen where the property allows only some values, else typed."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import ComposeResult
from textual.suggester import SuggestFromList
from textual.widgets import Static
from typing_extensions import override

from eventsmith.ground.labels import FormField
from eventsmith.ground.sanitise import visible
from eventsmith.model import EMPTY, PARTS, value_at
from eventsmith.queries.choices import answers_at, asked_property
from eventsmith.queries.value_text import show_value
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.select_line import SelectLine
from eventsmith.tui.widgets.typing_input import TypingInput

if TYPE_CHECKING:
    from eventsmith.model import Place, Property
    from eventsmith.session.session import Session


_EXAMPLES = {"integer": "3", "decimal": "9.50", "date": "2027-04-30", "datetime": "2027-04-30 18:00"}


class ConditionValue(Field):
    """A field with an input and a selection, which shows the one that fits the property."""

    def __init__(self, asked: FormField) -> None:
        super().__init__(asked)
        self._allowed: dict[str, Any] = {}
        """The values to choose from, by label."""
        assert isinstance(self._control, TypingInput)
        self._typing, self._choice = self._control, SelectLine(nothing="choose")
        self._choice.display = False

    @override
    def compose(self) -> ComposeResult:
        yield Static(lit(self.label), classes="label")
        yield self._typing
        yield self._choice
        yield self._note

    @property
    @override
    def control(self) -> TypingInput | SelectLine:
        return self._choice if self._allowed else self._typing

    @override
    def show(self, session: Session, owner: Place) -> None:
        condition = value_at(session.catalog, owner)
        values = answers_at(session.catalog, owner)
        self._allowed = {_title(value): value for value in values} if condition.operator not in PARTS else {}
        typing = self._typing
        typing.suggester = SuggestFromList(list(map(show_value, values)), case_sensitive=False) if values else None
        typing.placeholder = _placeholder(asked_property(session.catalog, owner))
        # A value that the operator does not use stays in sight, so that it can be removed.
        # Not `display`, because a hidden field has to keep its cell of the grid.
        self.visible = condition.operator not in EMPTY or condition.value is not None
        chosen = bool(self._allowed)
        if typing.display == chosen:
            typing.display, self._choice.display = not chosen, chosen
        super().show(session, owner)

    def _show_choice(self, session: Session, control: SelectLine, value: Any) -> None:
        control.show("" if value is None else _title(value), [(title, title) for title in self._allowed])

    def _send(self, value: Any) -> None:
        super()._send(self._allowed.get(value, value) if self._allowed else value)


def _title(value: Any) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else show_value(value)


def _placeholder(prop: Property | None) -> str:
    if prop is None:
        return "value"
    example = show_value(prop.example) if prop.example is not None else _EXAMPLES.get(prop.type, "")
    return visible(f"such as {example}") if example else "value"
