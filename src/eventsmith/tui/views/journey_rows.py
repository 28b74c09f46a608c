"""The journey from top to bottom: stage below stage, each campaign below the event that starts it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from eventsmith.tui.views.cell_wrap import wrap
from eventsmith.tui.views.journey_picture import Item, Picture, Piece
from eventsmith.tui.views.journey_signs import AIMLESS, MESSAGE, legend, names_of, sentence, sign
from eventsmith.tui.views.row import NO_KEY, RowKey

if TYPE_CHECKING:
    from eventsmith.queries.journey import Journey, Route, Stop

SPINE = "┃ "


class _Line(NamedTuple):
    """A line still without its signs of lines, which take as much room everywhere."""

    spine: str
    branch: str
    text: str
    tone: str
    key: RowKey = NO_KEY


def in_rows(journey: Journey, width: int) -> Picture:
    """Return the picture, as high as it takes."""
    made = _Rows(journey, width)
    return Picture(width, len(made.lines), made.pieces, made.items, stacked=True)


class _Rows:
    def __init__(self, journey: Journey, width: int) -> None:
        self.lines: list[_Line | Stop] = []
        """Most events take one line, and of these only the ones in sight are put together."""
        self.items: list[Item] = []
        self._width, self._names = width, names_of(journey)
        self._routes: dict[int | None, list[Route]] = {}
        for route in journey.routes:
            self._routes.setdefault(route.start, []).append(route)
        for column, stage in enumerate(journey.stages):
            self._head("▼ " if column else "◆ ", stage.name.upper())
            for stop in stage.stops:
                key = RowKey("event", stop.number)
                # It fits, even if each character is two cells wide, and has nothing that is shown by its code point.
                if len(stop.name) + 4 <= width // 2 and stop.name.isprintable():
                    self.items.append(Item(key, 2, len(self.lines), column))
                    self.lines.append(stop)
                else:
                    self._item(key, column, SPINE, "", f"{sign(stop)} ", stop.name)
                if stop.starts:
                    self._put_routes(SPINE, column, self._routes.get(stop.number, ()))
        if None in self._routes:
            self._put("", "", "", "faint")
            self._head("", AIMLESS)
            self._put_routes("", len(journey.stages), self._routes[None], loose=True)
        if text := legend(journey):
            self._put("", "", "", "faint")
            for line in wrap(text, width):
                self._put("", "", line, "faint")

    def _put(self, spine: str, branch: str, text: str, tone: str, key: RowKey = NO_KEY) -> None:
        self.lines.append(_Line(spine, branch, text, tone, key))

    def _head(self, spine: str, text: str) -> None:
        for number, line in enumerate(wrap(text, self._width - len(spine))):
            self._put(spine if not number else SPINE if spine else "", "", line, "heading")

    def _put_routes(self, spine: str, column: int, routes: Sequence[Route], *, loose: bool = False) -> None:
        for route in routes:
            text = sentence(route, self._names)
            branch = "" if loose else "┗━" if route is routes[-1] else "┣━"
            self._item(RowKey("campaign", route.number), column, spine, branch, f"{MESSAGE} ", text)

    def _item(self, key: RowKey, column: int, spine: str, branch: str, mark: str, text: str) -> None:
        self.items.append(Item(key, len(spine) + len(branch), len(self.lines), column))
        tone = key.kind
        lines = wrap(text, self._width - len(spine) - len(branch) - len(mark))
        self._put(spine, branch, f"{mark}{lines[0]}", tone, key)
        under = {"┣━": "┃ ", "┗━": "  "}.get(branch, "")
        for line in lines[1:]:
            self._put(spine, under, f"  {line}", tone, key)

    def pieces(self, y: int) -> list[Piece]:
        """Return what is on a line."""
        line, x, pieces = self.lines[y], 0, []
        if not isinstance(line, _Line):
            line = _Line(SPINE, "", f"{sign(line)} {line.name}", "event", RowKey("event", line.number))
        for text, tone in ((line.spine, "lane"), (line.branch, "lane"), (line.text, line.tone)):
            if text:
                pieces.append(Piece(x, text, tone, line.key if tone != "lane" else NO_KEY))
            x += cell_len(text)
        return pieces
