"""The places of the guided path on one line: where one is, what is done, what is wrong."""

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
    """Tells of each place by shape, not by colour alone: ✓ done, ✗ errors, ! warnings. A click goes there.

    Made of our own words and numbers: it holds no text of anybody's.
    """

    DEFAULT_CSS = """
    PageTabs {
        width: 1fr; height: 1; background: $panel; color: $text-muted;
        link-style: none; link-color: $text; link-style-hover: bold; link-background-hover: $primary-muted;
    }
    """

    _told: object = None
    """What is shown already: it is said anew at every key."""

    def show_progress(self, here: str, session: Session) -> None:
        """Shows how far each place is, once it is known what is wrong with the catalog."""
        from eventsmith.queries.progress import progress

        found = progress(session.catalog, session.issues) if session.is_judged else {}
        self.show_pages(here, {name: (place.done, place.errors, place.warnings) for name, place in found.items()})

    def show_pages(self, here: str, marks: Mapping[str, tuple[bool, int, int]]) -> None:
        """Marks are, for each place, whether it is done, how many errors, how many warnings."""
        narrow = self.app.size.width < 100
        told = (here, marks, narrow)
        if told == self._told:
            return
        self._told = told
        parts = []
        for number, (place, title) in enumerate(PAGES.items(), 1):
            done, errors, warnings = marks.get(place, (False, 0, 0))
            mark = f" {MARKS['error']}{errors}" if errors else f" {MARKS['warning']}{warnings}" if warnings else ""
            text = f"{number} {title}{mark or (' ✓' if done else '')}"
            # Reversed, it can be read in every theme: a link's colour is made for the line it stands on.
            style = f"{'bold reverse ' if place == here else ''}@click=app.run('{place}')"
            gap = "" if narrow else " "
            parts.append(f"[{style}]{gap}{text}{gap}[/]")
        self.show(Content.from_markup(" ".join(parts)))
