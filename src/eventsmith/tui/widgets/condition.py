"""One condition of a campaign on one line: property, operator, value, and under it what is wrong."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from eventsmith.ground.labels import CONDITION_FORM
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
    """What one can do to a condition while it has the keys."""
    remove, up, down = (key_of(f"campaigns.{name}", typing=True) for name in ("remove", "up", "down"))
    return f"{remove} removes it, {up} and {down} move it"


class _Away(Static):
    """A click on it takes the condition away."""

    def on_click(self) -> None:
        """See Condition.RemoveWanted."""
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
        """A click on the mark that takes it away."""

        condition: Condition

    def __init__(self) -> None:
        super().__init__()
        self.number = 0
        """Which condition of its campaign it shows."""
        self._issues = Content("")

    def compose(self) -> ComposeResult:
        """See Widget."""
        yield StaticLine(classes="label")
        for asked in CONDITION_FORM:
            yield ConditionValue(asked) if asked.key == "value" else Field(asked)
        yield _Away(lit("✕"), classes="away")
        yield StaticLine(classes="notes")

    def show_condition(self, session: Session, place: Place) -> None:
        """Shows the condition at a place."""
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
        """Shows what one can do with it."""
        self._show_notes()

    def on_descendant_blur(self) -> None:
        """Shows it no more."""
        self._show_notes()
