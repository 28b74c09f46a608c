"""The pages of the guided path, of which one is in view."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ContentSwitcher, Static
from typing_extensions import override

from eventsmith.tui.pages import make_page
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.app_exit import is_ending


class PageSwitcher(ContentSwitcher):
    """A switcher that makes each page at the first visit, and keeps it."""

    def __init__(self, opening: str = "") -> None:
        """Show the text `opening`, if there is one, until the first page is brought."""
        super().__init__(id="page-switcher", initial="opening" if opening else "goal")
        self._opening = opening
        self.here = "goal"
        """The name of the page in view."""

    @override
    def compose(self) -> ComposeResult:
        if self._opening:
            yield Vertical(Static(lit(self._opening)), id="opening")
        else:
            yield make_page("goal")

    @property
    def page(self) -> Page | None:
        """The page in view; None while it is being made or the file is being opened."""
        pages = self.query_children(f"#{self.here}").results(Page)
        return next((page for page in pages if page.is_mounted), None)

    async def bring(self, name: str) -> Page | None:
        """Show a page, and return it once it can take keys; None if the app is ending, and has no room for it."""
        self.here = name
        page = self.page
        if page is None:
            if is_ending(self.app):
                return None
            page = make_page(name)
            await self.add_content(page)
            if page not in self.children:
                return None
        if not page.is_running or is_ending(self.app):
            return None
        self.current = name
        return page
