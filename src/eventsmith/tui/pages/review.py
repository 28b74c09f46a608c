"""The review page: the journey as a picture, every issue and the way to it, and what to do with the catalog now."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Vertical
from textual.widget import Widget
from textual.widgets import Button
from typing_extensions import override

from eventsmith.ground.labels import ABOUT
from eventsmith.rules import Issue
from eventsmith.tui.actions import bindings, key_of
from eventsmith.tui.flows.export import export_catalog
from eventsmith.tui.flows.help import show_rule
from eventsmith.tui.flows.journey import copy_picture, show_slide
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.views.journey import key_of_place
from eventsmith.tui.views.review import IssueGroups, issue_text, verdict
from eventsmith.tui.widgets.button_row import ButtonRow
from eventsmith.tui.widgets.journey import JourneyMap
from eventsmith.tui.widgets.panel import entitle
from eventsmith.tui.widgets.rows import RowList
from eventsmith.tui.widgets.split_pane import Divider
from eventsmith.tui.widgets.static_line import StaticLine
from eventsmith.tui.widgets.wrapped_rows import WrappedRows

if TYPE_CHECKING:
    from eventsmith.model import Place
    from eventsmith.store.errors import Problem

NEXT_STEPS = (
    ("save", "[Save]"),
    ("developers", "[For developers]"),
    ("reading", "[For reading]"),
    ("copy_picture", "[Copy picture]"),
)
"""The buttons, each with its action as ID."""


WIDE = 100
"""The width from which there is room for the whole verdict."""


class ReviewPage(Page):
    """The issues on the left, and the journey on the right, or all over the page if nothing is wrong."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("review")

    @override
    def help_text(self) -> str:
        return (
            f"{ABOUT['review']} {key_of('review.regroup')} groups by event or by rule. {key_of('review.jump')} goes to "
            f"the field, {key_of('fix')} fixes one issue, {key_of('fix-all')} shows all safe fixes before it makes "
            f"them, {key_of('review.page')} explains why the rule matters. {key_of('silence')} silences an issue that "
            f"you accept, with your reason, or unsilences it. Tab goes to the journey, where the arrows go from event "
            f"to event and {key_of('review.jump')} opens one; {key_of('review.slide')} shows it on the whole screen. "
            f"{key_of('save')} saves."
        )

    def __init__(self, id: str) -> None:
        super().__init__(id=id)
        self._by = "event"
        self._listed: IssueGroups | None = None

    @override
    def compose(self) -> ComposeResult:
        with self.split_pane():
            with Vertical(id="issues", classes="panel"):
                yield WrappedRows(id="issue-list")
                yield StaticLine(id="issue-text")
            yield Divider()
            with Vertical(id="journey-panel", classes="panel"):
                yield JourneyMap(id="journey")
        yield ButtonRow(NEXT_STEPS)

    @override
    def show(self) -> None:
        self._listed = IssueGroups(self.session, self._by)
        told, nothing = verdict(self.session), not self._listed.rows.keys
        if self.size.width < WIDE:
            # What goes without saying is left out where there is no room for it.
            told = told.split(". ")[0]
        entitle(self.query_one("#issues"), told)
        journey = told if nothing else lit("The journey")
        entitle(self.query_one("#journey-panel"), journey)
        self._list.show_rows(self._listed.rows)
        # Without issues, the journey gets the room.
        self.set_class(nothing, "-nothing")
        self._map.show(self.session.catalog)
        self._show_issue()

    @property
    def _list(self) -> WrappedRows:
        return self.query_one("#issue-list", WrappedRows)

    @property
    def _map(self) -> JourneyMap:
        return self.query_one("#journey", JourneyMap)

    @property
    def _here(self) -> Issue | Problem | None:
        return self._listed.at(self._list.row) if self._listed is not None else None

    @property
    def issue(self) -> Issue | None:
        """The issue under the cursor, open or silenced."""
        return self._here if isinstance(self._here, Issue) else None

    @override
    def first(self) -> Widget:
        return self._list if self._list.rows else self._map

    @override
    def places_here(self) -> Sequence[Place]:
        return (self._map.place,) if self._map.place is not None else ()

    @override
    def issues_here(self) -> Sequence[Issue]:
        return (self.issue,) if self.issue is not None and not self.issue.silenced else ()

    @override
    def silenced_here(self) -> Sequence[Issue]:
        return (self.issue,) if self.issue is not None and self.issue.silenced else ()

    @on(RowList.Highlighted)
    def _show_issue(self) -> None:
        """Say more about the issue under the cursor, and show on the map what has it."""
        self.query_one("#issue-text", StaticLine).show(issue_text(self.session, self._here))
        if self.issue is not None and not self._map.has_focus:
            self._map.point_at(key_of_place(self.issue.place))

    @override
    def show_place(self, place: Place) -> None:
        self._map.point_at(key_of_place(place))
        self.first().focus()

    @on(RowList.Chosen)
    def _chosen(self) -> None:
        self.action_jump()

    @on(JourneyMap.Chosen)
    def _open(self, event: JourneyMap.Chosen) -> None:
        self.host.go_to(event.place)

    @on(Button.Pressed)
    async def _pressed(self, event: Button.Pressed) -> None:
        await self.host.action_run(event.button.id or "")

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

    def action_slide(self) -> None:
        """Show the journey on the whole screen."""
        self.host.run_in_background("slide", partial(show_slide, self.host, self._map.key), alone=True)

    def action_developers(self) -> None:
        """Write the catalog for developers."""
        self.host.run_in_background("file", partial(export_catalog, self.host, "json-schema"), alone=True)

    def action_reading(self) -> None:
        """Write the catalog for people to read."""
        self.host.run_in_background("file", partial(export_catalog, self.host, "markdown"), alone=True)

    def action_copy_picture(self) -> None:
        """Copy the journey as text."""
        copy_picture(self.host)
