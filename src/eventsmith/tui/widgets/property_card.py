"""The card beside the sheet, which shows the row under the cursor whole and wrapped."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from typing import ClassVar, NamedTuple

from rich.cells import cell_len, set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region, Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.text import lit
from eventsmith.tui.views.property_card import Card

_LABEL = 13
"""Cells of the pointer and the label before each text."""
_LEAST = 8


class _Drawn(NamedTuple):
    """A line as it is drawn."""

    label: str
    text: str
    tone: str = ""
    key: str = ""
    here: bool = False


class PropertyCard(ScrollView):
    """Labels and texts. It draws only what is in sight, and lays out nothing else of the screen when it changes."""

    DEFAULT_CSS = """
    PropertyCard {
        height: 1fr;
        padding: 0 0 0 1;
        border-left: vkey $edge;
        overflow-x: hidden;
        scrollbar-size-vertical: 1;
        & > .card--title { text-style: bold; }
        & > .card--label, & > .card--faint, & > .card--hint { color: $text-muted; }
        & > .card--here { color: $text-accent; text-style: bold; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"card--title", "card--label", "card--faint", "card--hint", "card--here"}

    can_focus = False

    @dataclass
    class Picked(Message):
        """Posted on a click on a line, with the key of the column that its text is in."""

        key: str

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._card = Card()
        self._drawn: list[_Drawn] = []

    @property
    def text(self) -> str:
        """All that the card says."""
        return "\n".join(f"{line.label} {line.text}" for line in self._drawn)

    def show(self, card: Card) -> None:
        """Show a card, with the line of the column under the cursor in sight."""
        if card != self._card:
            self._card = card
            self._lay()

    def on_resize(self) -> None:
        """Wrap the texts to the new width."""
        self._lay()

    def _lay(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return  # not shown: `on_resize` does it once it is
        before, self._drawn = self._drawn, list(self._lines(width))
        # The whole screen is laid out anew when this changes, so it does only where there is something to scroll.
        size = Size(width, max(len(self._drawn), self.scrollable_content_region.height))
        if size != self.virtual_size:
            self.virtual_size = size
        here = [number for number, line in enumerate(self._drawn) if line.here]
        top = self._scrolled_to(here)
        if top != round(self.scroll_offset.y):
            self.scroll_to(y=top, animate=False, force=True)
        else:
            self._refresh_changed(before)

    def _refresh_changed(self, before: list[_Drawn]) -> None:
        pairs = enumerate(zip_longest(before, self._drawn))
        changed = [number for number, (old, new) in pairs if old != new]
        if changed:
            top = round(self.scroll_offset.y)
            self.refresh(Region(0, changed[0] - top, self.size.width, changed[-1] - changed[0] + 1))

    def _scrolled_to(self, here: list[int]) -> int:
        """Return the first line in sight with which those at the cursor are in sight, from the first of them on."""
        room = self.scrollable_content_region.height
        return min(here[0], max(here[-1] - room + 1, 0)) if here else 0

    def _lines(self, width: int) -> Iterator[_Drawn]:
        for line in _wrapped(self._card.title, width):
            yield _Drawn("", line, "title")
        for one in self._card.lines:
            here = bool(one.key) and one.key == self._card.here
            label = f"{'›' if here else ' '}{one.label}"
            for text in _wrapped(one.text, max(width - _LABEL, _LEAST)):
                yield _Drawn(set_cell_size(label, _LABEL), text, one.tone, one.key, here)
                label = ""
        if self._card.hint:
            yield _Drawn("", "")
            for line in _wrapped(self._card.hint, width):
                yield _Drawn("", line, "hint")

    def on_click(self, event: events.Click) -> None:
        """Post Picked for a line whose text is in a column."""
        number = event.y + round(self.scroll_offset.y)
        if 0 <= number < len(self._drawn) and self._drawn[number].key:
            self.post_message(self.Picked(self._drawn[number].key))

    @override
    def render_line(self, y: int) -> Strip:
        width = self.scrollable_content_region.width
        number = y + round(self.scroll_offset.y)
        style = self.rich_style
        if not 0 <= number < len(self._drawn):
            return Strip.blank(width, style)
        line = self._drawn[number]
        label = self.get_component_rich_style("card--here" if line.here else "card--label", partial=True)
        text = style + self.get_component_rich_style(f"card--{line.tone}", partial=True) if line.tone else style
        segments = [Segment(line.label, style + label), Segment(line.text, text)]
        return Strip(segments).adjust_cell_length(width, style)


def _wrapped(text: str, width: int) -> list[str]:
    text = visible(text)
    return [text] if cell_len(text) <= width else [line.plain for line in lit(text).wrap(width)]
