"""A list of what was found by typing, in which the words that were typed stand out."""

from __future__ import annotations

from rich.cells import cell_len
from rich.style import Style
from textual import events
from textual.strip import Strip
from typing_extensions import override

from eventsmith.tui.views.finding import Wanted
from eventsmith.tui.widgets.rows import RowList

_FOUND = Style(underline=True, bold=True)
_BEFORE = 3
"""The cells before the first column."""


class FoundList(RowList):
    """A list beside a line to type in: it never has the focus, one click chooses, and what was typed is underlined."""

    can_focus = False
    wanted = Wanted("")
    """What was typed; set it before the rows are shown."""

    @override
    def on_click(self, event: events.Click) -> None:
        number = self.number_at(event.x, event.y)
        if number is not None and self.rows[number].pickable:
            self.cursor = number
            self.action_choose()

    @override
    def render_line(self, y: int) -> Strip:
        strip = super().render_line(y)
        number = self.number_at(0, y)
        if number is None or not self.rows[number].pickable:
            return strip
        text = strip.text
        parts, done = [], 0
        for start, end in self.wanted.places_in(text[_BEFORE:]):
            left, right = (cell_len(text[: _BEFORE + place]) for place in (start, end))
            parts += [strip.crop(done, left), strip.crop(left, right).apply_style(_FOUND)]
            done = right
        return Strip.join([*parts, strip.crop(done, strip.cell_length)])
