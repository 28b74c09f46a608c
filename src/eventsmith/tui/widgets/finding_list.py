"""The part of a list that holds the rows and the cursor, and finds a row by typing."""

from __future__ import annotations

from rich.cells import set_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Region
from textual.reactive import reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from typing_extensions import override

from eventsmith.ground.sanitise import visible
from eventsmith.tui.views.row import Row, Rows
from eventsmith.tui.widgets.row_finding import RowFinding


class FindingList(ScrollView):
    """Rows with a cursor. Letters jump to what starts with them; after `find`, all that is typed says what to find."""

    cursor: reactive[int] = reactive(-1, repaint=False)

    def __init__(self, id: str | None = None) -> None:
        super().__init__(id=id)
        self._rows = Rows.of(())
        self._finding = RowFinding()

    @property
    def rows(self) -> Rows:
        """The rows shown."""
        return self._rows

    @property
    def row(self) -> Row | None:
        """The row under the cursor, or None."""
        return self._rows[self.cursor] if 0 <= self.cursor < len(self._rows) else None

    def find(self) -> None:
        """Begin to find a row: what is typed from now on is what it has in it."""
        self._finding.text, self._finding.came_from = "", self.cursor
        self.refresh()

    def _end_finding(self) -> None:
        self._finding.text = None
        self.refresh()

    def on_blur(self) -> None:
        """Find no longer."""
        self._end_finding()

    def on_key(self, event: events.Key) -> None:
        """Take what is typed to find a row; a letter that is no key here jumps to a row that starts with it."""
        letter = event.character if event.is_printable else None
        if self._finding.text is not None:
            if not self._find_on(event.key, letter):
                self._end_finding()
                return
        elif letter in (None, " ") or self._is_for_another(event.key, letter or ""):
            return
        elif (number := self._finding.jump(self._rows, self.cursor, letter or "")) is not None:
            self.cursor = number
        event.stop()
        event.prevent_default()

    def _is_for_another(self, key: str, letter: str) -> bool:
        row = self.row
        return key in self.screen.active_bindings or (row is not None and row.invites and letter.isalpha())

    def _find_on(self, key: str, letter: str | None) -> bool:
        """Use a key to find a row; return whether it was one for that."""
        finding, way = self._finding, {"up": -1, "down": 1}.get(key, 0)
        if letter is not None:
            finding.text = (finding.text or "") + letter
        elif key == "backspace":
            finding.text = (finding.text or "")[:-1]
        elif key in ("enter", "escape"):
            if key == "escape":
                self.cursor = finding.came_from
            self._end_finding()
            return True
        elif not way:
            return False
        number = finding.found(self._rows, self.cursor + way, way or 1) if finding.text else finding.came_from
        if number is not None:
            self.cursor = number
        self.refresh()
        return True

    @override
    def render_lines(self, crop: Region) -> list[Strip]:
        strips = super().render_lines(crop)
        last = self.size.height - 1
        if self._finding.text is not None and crop.y <= last < crop.bottom:
            strips[last - crop.y] = self._finding_strip(self._finding.text).crop(crop.x, crop.right)
        return strips

    def _finding_strip(self, text: str) -> Strip:
        """Return the line of what is being found, which covers the last one of the list."""
        style = self.rich_style + self.get_component_rich_style("rows--finding")
        row = self.row
        here = not text or (row is not None and any(text.casefold() in visible(one).casefold() for one in row.texts))
        told = f"/{visible(text)}▏" + ("" if here else "  nothing has this in it")
        return Strip([Segment(set_cell_size(told, self.scrollable_content_region.width), style)])
