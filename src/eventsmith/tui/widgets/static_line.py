"""Text that is only redrawn when it changes."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static

from eventsmith.tui.textual_fixes.repeated_layout import Settled


class StaticLine(Static, Settled):
    """A Static that ignores updates with equal content: any update of a Static lays out the whole screen again."""

    def __init__(self, content: Content | None = None, id: str | None = None, classes: str | None = None) -> None:
        self._shown = content or Content("")
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    @property
    def text(self) -> str:
        """The text shown."""
        return self._shown.plain

    def show(self, content: Content) -> None:
        """Show content, unless it is shown already."""
        if content.plain != self._shown.plain or content.spans != self._shown.spans:
            before, self._shown = self._shown, content
            self.update(content, layout=self._changes_size(before, content))

    def _changes_size(self, before: Content, after: Content) -> bool:
        """Return whether the rest of the screen has to make room for the new content."""
        height, width = self.styles.height, self.content_size.width
        if height is not None and height.is_cells:
            return False
        return not width or before.get_height({}, width) != after.get_height({}, width)
