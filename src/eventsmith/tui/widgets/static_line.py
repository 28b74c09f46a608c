"""Text that is drawn anew only where it is another text. Knows no catalogs."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from eventsmith.tui.textual_fixes.repeated_layout import Settled


class StaticLine(Static, Settled):
    """To update a Static costs a layout of the whole screen, though it be with what it shows already."""

    def __init__(self, content: Content | None = None, id: str | None = None, classes: str | None = None) -> None:
        self._shown = content or Content("")
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    @property
    def text(self) -> str:
        """What it shows."""
        return self._shown.plain

    def show(self, content: Content) -> None:
        """Shows it, where it is not shown already."""
        if content.plain != self._shown.plain or content.spans != self._shown.spans:
            before, self._shown = self._shown, content
            self.update(content, layout=self._changes_size(before, content))

    def _changes_size(self, before: Content, after: Content) -> bool:
        """Whether the rest of the screen has to make room; where not, it stays where it is."""
        height, width = self.styles.height, self.content_size.width
        if height is not None and height.is_cells:
            return False
        return not width or before.get_height({}, width) != after.get_height({}, width)
