"""Text that is drawn anew only where it is another text. Knows no catalogs."""

from __future__ import annotations

from textual.content import Content
from textual.widgets import Static


class Line(Static):
    """To update a Static costs a layout of the whole screen, though it be with what it shows already."""

    def __init__(self, content: Content | None = None, id: str | None = None, classes: str | None = None) -> None:
        self._shown = content or Content("")
        super().__init__(self._shown, id=id, classes=classes, markup=False)

    def show(self, content: Content) -> None:
        """Shows it, where it is not shown already."""
        if content.plain != self._shown.plain or content.spans != self._shown.spans:
            self._shown = content
            height = self.styles.height
            # Where the text cannot change the size, the rest of the screen stays where it is.
            self.update(content, layout=height is None or not height.is_cells)
