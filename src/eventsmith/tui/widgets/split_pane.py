"""A list and its details side by side, divided by a line that a key or the mouse moves."""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil

from rich.segment import Segment
from textual import events
from textual.containers import Horizontal
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget
from typing_extensions import override

LEAST_LIST = 20
LEAST_DETAILS = 40
"""Cells that each side needs to show anything useful."""
STEP = 4
"""Cells by which a key moves the line."""


class Divider(Widget):
    """The dividing line, which the mouse drags."""

    DEFAULT_CSS = """
    Divider {
        width: 1; height: 1fr; color: $edge;
        &:hover, &.-taken { color: $here; }
    }
    """

    @override
    def render_line(self, y: int) -> Strip:
        grip = self.has_class("-taken") or self.mouse_hover or y == self.size.height // 2
        return Strip([Segment("⋮" if grip else " ", self.rich_style)], 1)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Start dragging the line."""
        if event.button == 1:
            self.capture_mouse()
            self.add_class("-taken")

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Move the line along with the mouse."""
        if self.has_class("-taken") and isinstance(self.parent, SplitPane):
            self.parent.put_line(event.screen_x - self.parent.region.x)

    def on_mouse_up(self) -> None:
        """Stop dragging the line."""
        self.release_mouse()
        self.remove_class("-taken")


class SplitPane(Horizontal):
    """A list, a Divider and the details. The list keeps its share of the width when the width changes."""

    @dataclass
    class Divided(Message):
        """Posted when the user has moved the line."""

        share: float
        """The list's share of the width from now on, in percent."""

    def __init__(self, share: float | None) -> None:
        """Take the list's share of the width, in percent; None leaves it to the stylesheet."""
        super().__init__(classes="split-pane")
        self._share = share

    @property
    def is_side_by_side(self) -> bool:
        """Whether list and details are both in sight, with the line between them."""
        return len(self.children) == 3 and all(child.display for child in self.children)

    def on_mount(self) -> None:
        """Divide the width as it was left, for the first paint; `on_resize` sees to it that both sides have enough."""
        if self._share is not None and self.is_side_by_side:
            self.children[0].styles.width = f"{self._share}%"

    def on_resize(self) -> None:
        """Give the list its share of the new width."""
        self._lay()

    @property
    def _width(self) -> int:
        """The width of the list in cells, now or after the next layout."""
        if self._share is None:
            return self.children[0].outer_size.width
        return self._fitted(round(self.size.width * self._share / 100))

    def _fitted(self, width: int) -> int:
        """Return the width nearest to the given one that leaves both sides what they need."""
        return max(min(width, self.size.width - 1 - LEAST_DETAILS), LEAST_LIST)

    def _lay(self) -> None:
        if self._share is not None and self.children:
            self.children[0].styles.width = self._width if self.is_side_by_side else None

    def put_line(self, x: int) -> bool:
        """Move the line to `x` cells from the left, as far as there is room; return whether it moved."""
        width = self._fitted(x)
        if width == self._width:
            return False
        # Rounded up, because Textual rounds a percentage of the width down to whole cells.
        self._share = ceil(10_000 * width / self.size.width) / 100
        self._lay()
        self.post_message(self.Divided(self._share))
        return True

    def move_divider(self, way: int) -> bool:
        """Move the line by a key to the left (-1) or right (1); return whether it moved."""
        return self.put_line(self._width + way * STEP)
