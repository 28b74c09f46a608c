"""Holds the pages of the guided path, and shows one of them."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import ContentSwitcher, Static

from eventsmith.tui.pages import make_page
from eventsmith.tui.pages._page import Page
from eventsmith.tui.text import lit
from eventsmith.tui.textual_fixes.app_exit import is_ending


class PageSwitcher(ContentSwitcher):
    """Makes each page at the first visit, and keeps it."""

    def __init__(self, opening: str = "") -> None:
        """`opening` is said in place of the first page, until one is brought."""
        super().__init__(id="page-switcher", initial="opening" if opening else "goal")
        self._opening = opening
        self.here = "goal"
        """The name of the place one sees."""

    def compose(self) -> ComposeResult:
        """See Widget."""
        if self._opening:
            yield Vertical(Static(lit(self._opening)), id="opening")
        else:
            yield make_page("goal")

    @property
    def page(self) -> Page | None:
        """The page one sees; None while it is being made or the file is being opened."""
        pages = self.query_children(f"#{self.here}").results(Page)
        return next((page for page in pages if page.is_mounted), None)

    async def bring(self, name: str) -> Page | None:
        """Shows a place; ends when its page can take keys. None where there is no room for it: the app is ending."""
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
