"""The journey as a map, in which events and campaigns are selected by the arrows or the mouse, and opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from rich.segment import Segment
from rich.style import Style
from textual import events
from textual.binding import BindingType
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip
from typing_extensions import override

from eventsmith.ground.gc_pause import paused
from eventsmith.queries.journey import journey
from eventsmith.tui.views.journey import picture, place_of
from eventsmith.tui.views.row import NO_KEY, RowKey

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Place
    from eventsmith.tui.views.journey_picture import Picture


EMPTY = "There is no journey yet: it begins with the first event."


class JourneyMap(ScrollView, can_focus=True):
    """The picture of a catalog's journey, laid out for the width, of which the lines in sight are drawn."""

    DEFAULT_CSS = """
    JourneyMap {
        height: 1fr;
        background: $surface;
        scrollbar-size-vertical: 1;
        scrollbar-gutter: stable;
        overflow-x: hidden;
        &:focus { background-tint: $foreground 4%; }
        & > .journey--heading { color: $text-accent; text-style: bold; }
        & > .journey--campaign { color: $text-primary; }
        & > .journey--line { color: $text-muted; }
        & > .journey--faint { color: $text-muted; }
        & > .journey--here { background: $was-here; text-style: $was-here-style; }
        & > .journey--here-focus { background: $here-ground; color: $on-here; text-style: $here-style; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "journey--heading",
        "journey--campaign",
        "journey--line",
        "journey--faint",
        "journey--here",
        "journey--here-focus",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        ("up", "step(0, -1)"),
        ("down", "step(0, 1)"),
        ("left", "step(-1, 0)"),
        ("right", "step(1, 0)"),
        ("pageup", "page(-1)"),
        ("pagedown", "page(1)"),
        ("home", "end(0)"),
        ("end", "end(-1)"),
        ("enter", "choose"),
    ]

    @dataclass
    class Selected(Message):
        """Posted when another event or campaign is selected."""

        key: RowKey

    @dataclass
    class Chosen(Message):
        """Posted on Enter, or on a click on what is selected already."""

        place: Place

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._catalog: Catalog | None = None
        self._picture: Picture | None = None
        self.key = NO_KEY
        """What is selected."""

    @property
    def place(self) -> Place | None:
        """The place of what is selected."""
        return place_of(self.key)

    def show(self, catalog: Catalog) -> None:
        """Show the journey of a catalog; what is selected stays so, if it is still there."""
        before, self._catalog = self._catalog, catalog
        parts = (catalog.events, catalog.campaigns, catalog.stages)
        if before is None or any(
            part is not was for part, was in zip(parts, (before.events, before.campaigns, before.stages), strict=True)
        ):
            self._picture = None
            self._lay_out()

    def _lay_out(self) -> None:
        width = self.scrollable_content_region.width
        if self._catalog is None or not width or (self._picture is not None and self._picture.width == width):
            return
        with paused():
            self._picture = picture(journey(self._catalog), width)
        self.virtual_size = Size(0, self._picture.height)
        self.point_at(self.key)
        if self.has_focus:
            self.on_focus()
        self.refresh()

    def on_resize(self) -> None:
        """Lay the journey out for the new width."""
        self._lay_out()

    def on_focus(self) -> None:
        """Select the first event, where nothing is selected."""
        if self._picture is not None and self._picture.item(self.key) is None and self._picture.items:
            self._select(self._picture.items[0].key)

    def point_at(self, key: RowKey) -> None:
        """Select an event or campaign, and scroll to it; nothing, if it is not on the map."""
        if self._picture is None:
            self.key = key
            return
        item = self._picture.item(key)
        before, self.key = self.key, key if item is not None else NO_KEY
        if before != self.key:
            self.refresh()
        if item is not None:
            self._keep_in_sight(item.y)

    def _keep_in_sight(self, y: int) -> None:
        """Scroll just far enough to show a line, with the one before it: a heading, perhaps, or all of them."""
        height, top = self.scrollable_content_region.height, round(self.scroll_offset.y)
        if y <= top:
            self.scroll_to(y=max(y - 1, 0), animate=False, force=True)
        elif y > top + height - 2:
            self.scroll_to(y=y - height + 2, animate=False, force=True)

    def _select(self, key: RowKey) -> None:
        if key != self.key:
            self.point_at(key)
            self.post_message(self.Selected(self.key))

    def action_step(self, across: int, down: int) -> None:
        """Select what is beside, above or below; where there is nothing, scroll on to see what is there."""
        if self._picture is None:
            return
        key = self._picture.beside(self.key, across, down)
        if key == self.key and down:
            self.scroll_relative(y=down, animate=False)
        self._select(key)

    def action_page(self, way: int) -> None:
        """Select what is a screenful above or below, in the same stage if the stages are side by side."""
        here = self._picture.item(self.key) if self._picture is not None else None
        if self._picture is None or here is None:
            return
        y, key = here.y, self.key
        while abs(y - here.y) < max(self.scrollable_content_region.height - 2, 1):
            before, key = key, self._picture.beside(key, 0, way)
            item = self._picture.item(key)
            if key == before or item is None:
                break
            y = item.y
        self.scroll_relative(y=way * self.scrollable_content_region.height, animate=False)
        self._select(key)

    def action_end(self, number: int) -> None:
        """Select the first (0) or last (-1) of all."""
        if self._picture is not None and self._picture.items:
            self._select(self._picture.items[number].key)

    def action_choose(self) -> None:
        """Open what is selected."""
        if self.place is not None:
            self.post_message(self.Chosen(self.place))

    def on_click(self, event: events.Click) -> None:
        """Select what is clicked, or open it if it is selected already."""
        where = event.get_content_offset(self)
        if self._picture is None or where is None:
            return
        key = self._picture.at(where.x, where.y + round(self.scroll_offset.y))
        if key == NO_KEY:
            return
        if key == self.key or event.chain > 1:
            self.point_at(key)
            self.action_choose()
        else:
            self._select(key)

    @override
    def render_line(self, y: int) -> Strip:
        base, width = self.rich_style, self.size.width
        if self._picture is None or not self._picture.height:
            text = f" {EMPTY}" if y == 0 and self._picture is not None else ""
            return Strip([Segment(text, base + self._style("faint"))]).adjust_cell_length(width, base)
        here = self.get_component_rich_style(f"journey--here{'-focus' if self.has_focus else ''}", partial=True)
        segments, at = list[Segment](), 0
        for piece in self._picture.line(y + round(self.scroll_offset.y)):
            style = base + self._style(piece.tone)
            if piece.key == self.key != NO_KEY and piece.tone != "line":
                style += here
            segments += [Segment(" " * (piece.x - at), base), Segment(piece.text, style)]
            at = piece.end
        return Strip(segments).adjust_cell_length(width, base)

    def _style(self, tone: str) -> Style:
        if tone == "event":
            return Style.null()
        return self.get_component_rich_style(f"journey--{'line' if tone == 'lane' else tone}")
