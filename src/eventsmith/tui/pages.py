"""Which page is which place. A page's module is imported at the first visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.tui.screens._page import Page


def make_page(name: str) -> Page:
    """The page of a place; its module is imported at the first visit."""
    if name == "events":
        from eventsmith.tui.screens.events import EventsPage

        return EventsPage(id=name)
    if name == "names":
        from eventsmith.tui.screens.names import NamesPage

        return NamesPage(id=name)
    if name == "properties":
        from eventsmith.tui.screens.properties import PropertiesPage

        return PropertiesPage(id=name)
    if name == "campaigns":
        from eventsmith.tui.screens.campaigns import CampaignsPage

        return CampaignsPage(id=name)
    if name == "review":
        from eventsmith.tui.screens.review import ReviewPage

        return ReviewPage(id=name)
    from eventsmith.tui.screens.goal import GoalPage

    return GoalPage(id=name)
