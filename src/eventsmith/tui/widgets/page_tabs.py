"""The guided path on one line: its pages in order, how far each is, what is wrong there, and where the user is."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from rich.cells import cell_len
from textual.content import Content

from eventsmith.ground.labels import PAGES
from eventsmith.tui.text import MARKS
from eventsmith.tui.widgets.static_line import StaticLine

if TYPE_CHECKING:
    from eventsmith.queries.progress import Progress
    from eventsmith.session.session import Session

CLEAN, BEGUN, AHEAD = "✔", "◐", "○"
"""The signs of a page that was visited and is clean, one that has something in it, and one that has not."""
_SHAPES = (
    (" ─── ", "{sign} {at} {title} {count}"),
    (" ─ ", "{sign} {at} {title} {count}"),
    ("  ", "{sign} {at} {title} {count}"),
    (" ", "{sign}{at} {title}"),
    (" ", "{sign}{title}"),
)
"""What stands between two pages, and what is told of each: the first of them that fits is shown."""


class PageTabs(StaticLine):
    """The pages, each with a sign, as colour alone tells nothing. A click opens the page.

    The text is our own words and numbers, without any text of a user, which would be read as markup.
    """

    DEFAULT_CSS = """
    PageTabs {
        width: 1fr; height: 1; padding: 0 1; background: $panel; color: $text-muted;
        link-style: none; link-color: $text; link-style-hover: bold; link-background-hover: $was-here;
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._visited: set[str] = set()
        self._told: object = None
        """What is shown already, as every key asks to show it again."""

    def show_progress(self, here: str, session: Session) -> None:
        """Show the progress of each page, once the issues of the catalog are known."""
        from eventsmith.queries.progress import progress

        self.show_pages(here, progress(session.catalog, session.issues) if session.is_judged else {})

    def show_pages(self, here: str, found: Mapping[str, Progress]) -> None:
        """Show the pages with `here` in view, and what was found of their progress."""
        self._visited.add(here)
        width = self.app.size.width - 2
        told = (here, found, width)
        if told == self._told:
            return
        self._told = told
        pages = [(page, title, *self._state(page, found.get(page))) for page, title in PAGES.items()]
        for between, shape in _SHAPES:
            words = [
                shape.format(sign=sign, at=at, title=title, count=count).strip()
                for at, (_, title, sign, count) in enumerate(pages, 1)
            ]
            if sum(map(cell_len, words)) + len(between) * (len(words) - 1) <= width:
                break
        parts = [
            # Reversed, the page can be read in every theme: a link's colour is made for the background of its line.
            f"[{'bold reverse ' if page == here else ''}@click=app.run('{page}')]{text}[/]"
            for (page, *_), text in zip(pages, words, strict=True)
        ]
        self.show(Content.from_markup(between.join(parts)))

    def _state(self, page: str, found: Progress | None) -> tuple[str, str]:
        """Return the sign of a page, and the number beside its title."""
        if found is None:
            return BEGUN if page in self._visited else AHEAD, ""
        if found.errors:
            return MARKS["error"], str(found.errors)
        if found.warnings:
            return MARKS["warning"], str(found.warnings)
        if found.done:
            return CLEAN if page in self._visited else BEGUN, found.of
        return AHEAD, ""
