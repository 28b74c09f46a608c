"""One condition of a campaign on one line: property, operator, value, and under it what is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from eventsmith.tui.text import lit, marked
from eventsmith.tui.widgets.field import Field
from eventsmith.tui.widgets.line import Line
from eventsmith.words import CONDITION_FORM

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.session import Session


class Condition(Widget):
    """Three fields in a row that share one line of issues."""

    DEFAULT_CSS = """
    Condition {
        layout: grid;
        grid-size: 4;
        grid-columns: 14 3fr 2fr 2fr;
        grid-rows: 1 auto;
        height: auto;
        & > .label { color: $text-muted; }
        & > Field { grid-size: 1; grid-columns: 1fr; height: 1; & > .note, & > .label { display: none; } }
        & > .notes { column-span: 4; padding: 0 1 0 14; height: auto; min-height: 1; max-height: 3; }
    }
    """

    def compose(self) -> ComposeResult:
        """See Widget."""
        yield Static("Only if", classes="label")
        for asked in CONDITION_FORM:
            yield Field(asked, placeholder="value" if asked.key == "value" else "")
        yield Line(classes="notes")

    def show_condition(self, session: Session, place: Place) -> None:
        """Shows the condition at a place."""
        for field in self.query(Field):
            field.show(session, place)
        issues = list(session.issues.under(place))
        text = [marked(issues[0].rule.severity, issues[0].message)] if issues else []
        if issues and issues[0].fix is not None:
            text.append(lit(f"  F4 {issues[0].fix.label}"))
        self.query_one(".notes", Line).show(Content("").join(text))
