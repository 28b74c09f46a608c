"""The review page: every issue and the way to it, and the journey as a picture."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import VerticalScroll
from typing_extensions import override

from eventsmith.ground.labels import ABOUT
from eventsmith.rules import Issue
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.flows.help import show_rule
from eventsmith.tui.pages._page import Page
from eventsmith.tui.views.review import IssueGroups, issue_text, journey, verdict
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.split_pane import Divider
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.store.errors import Problem


class ReviewPage(Page):
    """The issues on the left; the issue under the cursor and the journey on the right."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['review']} {key_of('review.regroup')} groups by event or by rule. {key_of('review.jump')} goes to "
            f"the field, {key_of('fix')} fixes one issue, {key_of('fix-all')} shows all safe fixes before it makes "
            f"them, {key_of('review.page')} explains why the rule matters. {key_of('silence')} silences an issue that "
            f"you accept, with your reason, or unsilences it. {key_of('save')} saves."
        )

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._by = "event"
        self._listed: IssueGroups | None = None

    @override
    def compose(self) -> ComposeResult:
        yield StaticLine(id="verdict")
        with self.split_pane():
            yield RowList(columns=(2, 5), empty="Nothing to fix.", id="issue-list")
            yield Divider()
            with VerticalScroll(classes="detail", id="review-side"):
                yield StaticLine(id="issue-text")
                yield StaticLine(id="journey")

    @override
    def show(self) -> None:
        self._listed = IssueGroups(self.session, self._by)
        self.query_one("#verdict", StaticLine).show(verdict(self.session))
        self._list.show_rows(self._listed.rows)
        # Without issues, the journey gets the room.
        self._list.set_class(not self._listed.rows.keys, "-nothing")
        self.query_one("#journey", StaticLine).show(journey(self.session.catalog))
        self._show_issue()

    @property
    def _list(self) -> RowList:
        return self.query_one("#issue-list", RowList)

    @property
    def _here(self) -> Issue | Problem | None:
        return self._listed.at(self._list.row) if self._listed is not None else None

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor, open or silenced."""
        return self._here if isinstance(self._here, Issue) else None

    @override
    def issues_here(self) -> Sequence[Issue]:
        return (self.issue,) if self.issue is not None and not self.issue.silenced else ()

    @override
    def silenced_here(self) -> Sequence[Issue]:
        return (self.issue,) if self.issue is not None and self.issue.silenced else ()

    @on(RowList.Highlighted)
    def _show_issue(self) -> None:
        self.query_one("#issue-text", StaticLine).show(issue_text(self.session, self._here))

    @override
    def show_place(self, place: Place) -> None:
        self._list.focus()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_jump()

    def action_jump(self) -> None:
        """Go to the place where the issue can be fixed."""
        if self.issue is None:
            self.host.say("There is no issue to go to")
        elif "ignore" in self.issue.place:
            cure = f"; {key_of('fix')} fixes it" if self.issue.fix is not None else ""
            self.host.say(f"It can only be edited in the file, under “ignore”{cure}")
        else:
            self.host.go_to(self.issue.place)

    def action_regroup(self) -> None:
        """Group by rule instead of by event, or back; the cursor stays on its issue."""
        here = self._here
        self._by = "event" if self._by == "rule" else "rule"
        self.show()
        if self._listed is not None:
            self._list.point_at(self._listed.key_of(here))
        self.host.say(f"Grouped by {self._by}")

    def action_page(self) -> None:
        """Show the page of the issue's rule."""
        if self.issue is None:
            self.host.say("There is no issue here")
        else:
            show_rule(self.host, self.issue.rule)
