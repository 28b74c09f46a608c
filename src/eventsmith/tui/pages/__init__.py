"""The pages of the guided path. The module of a page is imported at the first visit."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.tui.pages._page import Page


def make_page(name: str) -> Page:
    """Create the page of a name, such as “events”."""
    if name == "events":
        from eventsmith.tui.pages.events import EventsPage

        return EventsPage(id=name)
    if name == "names":
        from eventsmith.tui.pages.names import NamesPage

        return NamesPage(id=name)
    if name == "properties":
        from eventsmith.tui.pages.properties import PropertiesPage

        return PropertiesPage(id=name)
    if name == "campaigns":
        from eventsmith.tui.pages.campaigns import CampaignsPage

        return CampaignsPage(id=name)
    if name == "review":
        from eventsmith.tui.pages.review import ReviewPage

        return ReviewPage(id=name)
    from eventsmith.tui.pages.goal import GoalPage

    return GoalPage(id=name)
