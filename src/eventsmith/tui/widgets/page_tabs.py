"""The pages of the guided path on one line: where the user is, what is done, what is wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.ground.labels import PAGES
from eventsmith.tui.text import MARKS
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.session.session import Session


class PageTabs(StaticLine):
    """Tabs that mark each page by a sign, not by colour alone: ✓ done, ✗ errors, ! warnings. A click opens the page.

    The text is our own words and numbers, without any text of a user, which would be read as markup.
    """

    DEFAULT_CSS = """
    PageTabs {
        width: 1fr; height: 1; background: $panel; color: $text-muted;
        link-style: none; link-color: $text; link-style-hover: bold; link-background-hover: $primary-muted;
    }
    """

    _told: object = None
    """What is shown already, as every key asks to show it again."""

    def show_progress(self, here: str, session: Session) -> None:
        """Show the progress of each page, once the issues of the catalog are known."""
        from eventsmith.queries.progress import progress

        found = progress(session.catalog, session.issues) if session.is_judged else {}
        self.show_pages(here, {name: (page.done, page.errors, page.warnings) for name, page in found.items()})

    def show_pages(self, here: str, marks: Mapping[str, tuple[bool, int, int]]) -> None:
        """Show the tabs with `here` in view; `marks` say if each page is done, and count its errors and warnings."""
        narrow = self.app.size.width < 100
        told = (here, marks, narrow)
        if told == self._told:
            return
        self._told = told
        parts = []
        for number, (page, title) in enumerate(PAGES.items(), 1):
            done, errors, warnings = marks.get(page, (False, 0, 0))
            mark = f" {MARKS['error']}{errors}" if errors else f" {MARKS['warning']}{warnings}" if warnings else ""
            text = f"{number} {title}{mark or (' ✓' if done else '')}"
            # Reversed, the tab can be read in every theme: a link's colour is made for the background of its line.
            style = f"{'bold reverse ' if page == here else ''}@click=app.run('{page}')"
            gap = "" if narrow else " "
            parts.append(f"[{style}]{gap}{text}{gap}[/]")
        self.show(Content.from_markup(" ".join(parts)))
