"""Review: every issue and the way to it, the journey as a picture; then save and export."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Horizontal, VerticalScroll

from eventsmith.tui.actions import bindings
from eventsmith.tui.screens._page import Page
from eventsmith.tui.widgets.line import Line
from eventsmith.tui.widgets.rows import RowList

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.rules import Issue


class ReviewPage(Page):
    """What is wrong on the left, what it means and the journey on the right."""

    HELP_TEXT = (
        "Everything the rules have to say, the worst first in each group. Enter goes to the very field, F4 puts one "
        "right, F5 all that can be put right safely, R tells why it matters. F2 saves, F6 exports."
    )
    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    def compose(self) -> ComposeResult:
        """See Widget."""
        yield Line(id="verdict")
        with Horizontal(classes="pair"):
            yield RowList(columns=(1,), empty="Nothing to put right.", id="issue-list")
            with VerticalScroll(classes="detail", id="review-side"):
                yield Line(id="issue-text")
                yield Line(id="journey")

    def show(self) -> None:
        """See Page."""
        from eventsmith.tui.review import issue_rows, journey, verdict

        self.query_one("#verdict", Line).show(verdict(self.session))
        self._list.show_rows(issue_rows(self.session))
        self.query_one("#journey", Line).show(journey(self.session.catalog))
        self._show_issue()

    @property
    def _list(self) -> RowList:
        return self.query_one("#issue-list", RowList)

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor."""
        row = self._list.row
        return self.session.issues.open[int(row.key[6:])] if row and row.key.startswith("issue:") else None

    def issues_here(self) -> Sequence[Issue]:
        """See Page."""
        return (self.issue,) if self.issue is not None else ()

    @on(RowList.Highlighted)
    def _show_issue(self) -> None:
        from eventsmith.tui.review import issue_text, problem_text

        row = self._list.row
        if row is not None and row.key.startswith("problem:"):
            text = problem_text(self.session, int(row.key[8:]))
        else:
            text = issue_text(self.issue)
        self.query_one("#issue-text", Line).show(text)

    def show_place(self, place: Place) -> None:
        """See Page."""
        self._list.focus()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_jump()

    def action_jump(self) -> None:
        """Goes to where the issue is put right."""
        if self.issue is not None:
            self.designer.go_to(self.issue.place)
        else:
            self.designer.say("There is no issue to go to")

    def action_page(self) -> None:
        """Shows the rule's page."""
        if self.issue is None:
            self.designer.say("There is no issue here")
        else:
            self.designer.show_rule(self.issue.rule)
