"""A list and its details side by side, and the line between them, which a key or the mouse moves. Knows no catalogs."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from rich.segment import Segment
from textual import events
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

LEAST_LIST = 16
LEAST_DETAILS = 36
"""Cells: what each needs to show anything of use."""
STEP = 4
"""Cells by which a key moves the line."""


class Divider(Widget):
    """The line: taken with the mouse, it goes along."""

    DEFAULT_CSS = """
    Divider {
        width: 1; height: 1fr; color: $foreground 25%;
        &:hover, &.-taken { color: $text-accent; }
    }
    """

    def render_line(self, y: int) -> Strip:
        """See Widget."""
        return Strip([Segment("│", self.rich_style)], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Takes the line."""
        if event.button == 1:
            self.capture_mouse()
            self.add_class("-taken")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Takes it along."""
        if self.has_class("-taken") and isinstance(self.parent, SplitPane):
            self.parent.put_line(event.screen_x - self.parent.region.x)

    def on_mouse_up(self) -> None:
        """Lets go of it."""
        self.release_mouse()
        self.remove_class("-taken")


class SplitPane(Horizontal):
    """Holds a list, a Divider and the details. How much of the width the list has is kept when the width changes."""

    @dataclass
    class Divided(Message):
        """Somebody moved the line."""

        share: float
        """How much of the width the list has now, in percent."""

    def __init__(self, share: float | None) -> None:
        """`share` is what the list has of the width, in percent; None: what the style says."""
        super().__init__(classes="split-pane")
        self._share = share

    @property
    def is_side_by_side(self) -> bool:
        """Whether both are seen now, with the line between them."""
        return len(self.children) == 3 and all(child.display for child in self.children)

    def on_mount(self) -> None:
        """Has the first paint show it divided as it was left; `on_resize` sees to what each side needs."""
        if self._share is not None and self.is_side_by_side:
            self.children[0].styles.width = f"{self._share}%"

    def on_resize(self) -> None:
        """Gives the list what it has of the new width."""
        self._lay()

    @property
    def _width(self) -> int:
        """What the list has now, in cells, or is about to have."""
        if self._share is None:
            return self.children[0].outer_size.width
        return self._fitted(round(self.size.width * self._share / 100))

    def _fitted(self, width: int) -> int:
        """As near to a width as leaves both sides what they need."""
        return max(min(width, self.size.width - 1 - LEAST_DETAILS), LEAST_LIST)

    def _lay(self) -> None:
        if self._share is not None and self.children:
            self.children[0].styles.width = self._width if self.is_side_by_side else None

    def put_line(self, x: int) -> bool:
        """Puts the line so many cells from the left, as far as there is room; says whether it moved."""
        width = self._fitted(x)
        if width == self._width:
            return False
        # Rounded up, as Textual takes no more of a percentage than whole cells.
        self._share = ceil(10_000 * width / self.size.width) / 100
        self._lay()
        self.post_message(self.Divided(self._share))
        return True

    def move_line(self, way: int) -> bool:
        """Moves the line by a key; says whether it could."""
        return self.put_line(self._width + way * STEP)
