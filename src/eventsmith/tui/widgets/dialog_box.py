"""The box of a dialog, as wide and as high as what is in it, up to the screen."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from rich.cells import cell_len
from textual.containers import Vertical
from textual.content import Content
from textual.geometry import Size
from textual.widgets import Static

from eventsmith.ground.sanitise import visible
from eventsmith.tui.text import lit
from eventsmith.tui.widgets.button_row import DialogButton, row_width

FRAME = 6
"""The cells that edges and padding take from the width."""
BESIDES_LIST = 3
"""The lines of a dialog to pick from besides its options and buttons: an input, and two that are empty."""
BESIDES_TABLE = 8
"""The lines of a dialog with a table besides the rows and buttons: the head, a value in full, and empty ones."""
MARGIN = 6
"""The cells of a row besides its columns: pointer, mark, spaces, scrollbar."""
LEAST = 40
"""The least width: a box that is narrower looks lost."""
SHARE = 0.96
"""How much of the screen a box may take, as in the style sheet."""
READABLE = 100
"""The cells after which a line of running text is hard to read."""

MOST_LINES = 40
"""The lines after which a list is no easier to look through."""


class DialogBox(Vertical):
    """A box with a title in its upper edge and keys in its lower one. A title that does not fit is the first line."""

    def __init__(self, title: str, keys: Sequence[tuple[str, str]], buttons: Sequence[DialogButton]) -> None:
        """Take the keys as pairs of key and what it does, and the buttons to leave room for."""
        super().__init__(classes="box")
        self._keys = list(keys)
        self._buttons = buttons
        self._told = lit(title, "bold")
        self.heading = Static(self._told, classes="text")
        self.border_title = self._told if title else None
        room_for_keys = sum(cell_len(key) + cell_len(does) + 3 for key, does in keys)
        self._least = max(LEAST, min(self._told.cell_length, READABLE) + FRAME, room_for_keys + FRAME)
        self._width = self._least
        self._lines: int | None = None

    def hold(self, width: int, lines: int | None = None) -> None:
        """Make room for a width in cells and, where a list takes the rest, for so many lines above the buttons."""
        self._width = max(self._least, width + FRAME)
        self.styles.width = self._width
        self._lines = lines
        self.set_class(lines is not None, "-with-list")
        self.fit(self.app.size)

    def fit(self, screen: Size) -> None:
        """Leave the text as much of the height of the screen as the buttons do not need."""
        width = min(self._width, int(screen.width * SHARE))
        rows = 1 if row_width(self._buttons) <= width - FRAME else len(self._buttons)
        if self._lines is not None:
            above = 0 if self._fits(width) else self._told.get_height({}, width - FRAME) + 1
            self.styles.height = self._lines + above + rows + 2
        self.query_one(".body").styles.max_height = int(screen.height * SHARE) - rows - 3
        self._tell_edges(width)

    def tell(self, title: str) -> None:
        """Show another title."""
        self._told = lit(title, "bold")
        self.heading.update(self._told)
        self.fit(self.app.size)

    def _fits(self, width: int) -> bool:
        return self._told.cell_length <= width - FRAME

    def _tell_edges(self, width: int) -> None:
        """Put the title where it fits, and show as many keys as fit."""
        fits = self._fits(width)
        self.heading.display = not fits
        self.border_title = self._told if self._told.plain and fits else None
        parts: list[Content] = []
        room = width - FRAME
        for key, does in self._keys:
            room -= cell_len(key) + cell_len(does) + 1 + 2 * bool(parts)
            if room < 0:
                break
            parts.append(Content.assemble((key, "bold $text-accent"), lit(f" {does}", "$text-muted")))
        self.border_subtitle = Content("  ").join(parts) if parts else None


def widest(texts: Iterable[str], most: int = 0) -> int:
    """Return the cells that the widest line of some texts takes, at most so many if a number is given."""
    width = max((cell_len(visible(line)) for text in texts for line in text.split("\n")), default=0)
    return min(width, most) if most else width
