"""A condition of a campaign on one line, with property, operator and value, and its issues below."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static
from typing_extensions import override

from eventsmith.ground.labels import CONDITION_FIELDS
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit, marked
from eventsmith.tui.textual_fixes.repeated_layout import Settled
from eventsmith.tui.widgets.condition_value import ConditionValue
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.session.session import Session


def condition_keys() -> str:
    """Return a sentence on the keys that act on the focused condition."""
    remove, up, down = (key_of(f"campaigns.{name}", typing=True) for name in ("remove", "up", "down"))
    return f"{remove} removes it, {up} and {down} move it"


class _Away(Static):
    """A sign that removes the condition when clicked."""

    def on_click(self) -> None:
        if isinstance(self.parent, Condition):
            self.post_message(Condition.RemoveWanted(self.parent))


class Condition(Settled):
    """Three fields in a row that share one line of issues."""

    DEFAULT_CSS = """
    Condition {
        layout: grid;
        grid-size: 5;
        grid-columns: 14 1fr 18 1fr 3;
        grid-rows: 1 auto;
        height: auto;
        & > .label { color: $text-muted; }
        & > Field { grid-size: 1; grid-columns: 1fr; height: 1; & > .note, & > .label { display: none; } }
        & > .away { color: $text-muted; text-align: right; &:hover { color: $text; text-style: bold; } }
        & > .notes {
            column-span: 5; padding: 0 1 0 14; height: auto; min-height: 1; max-height: 3; color: $text-muted;
        }
    }
    """

    @dataclass
    class RemoveWanted(Message):
        """Posted when the sign that removes the condition is clicked."""

        condition: Condition

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        """The index of the condition in its campaign."""
        self._issues = Content("")

    @override
    def compose(self) -> ComposeResult:
        yield StaticLine(classes="label")
        for asked in CONDITION_FIELDS:
            yield ConditionValue(asked) if asked.key == "value" else Field(asked)
        yield _Away(lit("✕"), classes="away")
        yield StaticLine(classes="notes")

    def show_condition(self, session: Session, place: Place) -> None:
        """Show the condition at a place."""
        self.number = int(place[-1])
        self.query_one(".label", StaticLine).show(lit("and" if self.number else "Only if"))
        for field in self.query(Field):
            field.show(session, place)
        issues = session.issues.under(place)
        parts = [marked(issues[0].rule.severity, issues[0].message)] if issues else []
        if issues and issues[0].fix is not None:
            parts.append(lit(f"  {key_of('fix')} {issues[0].fix.label}"))
        self._issues = Content("").join(parts)
        self._show_notes()

    def _show_notes(self) -> None:
        keys = lit(condition_keys() if self.has_focus_within else "")
        self.query_one(".notes", StaticLine).show(self._issues if self._issues.plain else keys)

    def on_descendant_focus(self) -> None:
        """Show the keys that act on the condition."""
        self._show_notes()

    def on_descendant_blur(self) -> None:
        """Hide the keys."""
        self._show_notes()
