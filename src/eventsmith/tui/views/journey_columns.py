"""The journey from left to right: stages side by side, and below them each campaign on its way to the goal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from rich.cells import cell_len

from eventsmith.tui.views.cell_wrap import wrap
from eventsmith.tui.views.journey_picture import Canvas, Item, Picture
from eventsmith.tui.views.journey_signs import AIMLESS, GOAL, MESSAGE, TIP, aim, legend, names_of, sent, sentence, sign
from eventsmith.tui.views.row import RowKey

if TYPE_CHECKING:
    from eventsmith.queries.journey import Journey, Route, Stage, Stop

LEAST = 14
"""Cells for the events of a stage, or for the text of a campaign, with its sign."""
GAP = 2
MOST_STOPS, MOST_STARTS, MOST_ROUTES = 24, 6, 60
"""What a stage may have, and the journey, that one still sees the whole and can follow the lines."""


class Column(NamedTuple):
    """Where a stage stands."""

    x: int
    """Where its text begins; to the left of it go the lines down from the events that start campaigns."""
    width: int
    """Cells for its text."""


def columns_of(journey: Journey, width: int) -> Sequence[Column]:
    """Divide a width among the stages; return nothing if they have no room side by side, or are too full."""
    starts = [sum(stop.starts for stop in stage.stops) for stage in journey.stages]
    fullest = max((len(stage.stops) for stage in journey.stages), default=0)
    if fullest > MOST_STOPS or max(starts, default=0) > MOST_STARTS or len(journey.routes) > MOST_ROUTES:
        return ()
    gutters = [count + 1 if count else 0 for count in starts]
    spare = width - sum(gutters) - GAP * (len(starts) - 1) - LEAST * len(starts)
    if spare < 0 or not starts:
        return ()
    widths = _shared_out(spare, [_wanted(stage) - LEAST for stage in journey.stages])
    columns, x = [], 0
    for gutter, more in zip(gutters, widths, strict=True):
        columns.append(Column(x + gutter, LEAST + more))
        x += gutter + LEAST + more + GAP
    return columns


def _wanted(stage: Stage) -> int:
    """Return how many cells a stage takes if nothing in it is wrapped."""
    return max(cell_len(stage.name.upper()) + 4, *(cell_len(stop.name) + 2 for stop in stage.stops))


def _shared_out(spare: int, wanted: Sequence[int]) -> list[int]:
    """Give each column what it wants as far as that goes, those that want least first, and all the same of the rest."""
    given = [0] * len(wanted)
    for place, at in enumerate(sorted(range(len(wanted)), key=lambda at: wanted[at])):
        given[at] = max(min(wanted[at], spare // (len(wanted) - place)), 0)
        spare -= given[at]
    return [more + spare // len(given) + (at < spare % len(given)) for at, more in enumerate(given)]


class _Block(NamedTuple):
    """The text of a campaign with a place, and at the end of its line the text of its goal, if that is to the right."""

    y: int
    sent: Sequence[str]
    goal_x: int = 0
    goal: Sequence[str] = ()

    @property
    def height(self) -> int:
        return max(len(self.sent), len(self.goal))

    @property
    def cost(self) -> int:
        """How far down it reaches, and how hard it is to read: in short lines, or without a line to its goal."""
        return self.y + 3 * self.height - (4 if self.goal else 0)


class Columns:
    """The picture in the making. Campaigns are put down from the right to the left and, in each stage, from the last
    event to the first: so no line down ever crosses a text.
    """

    def __init__(self, journey: Journey, width: int, columns: Sequence[Column]) -> None:
        self._journey, self._columns = journey, columns
        self._canvas = Canvas(width)
        self._names = names_of(journey)
        self._column_of = {stop.number: at for at, stage in enumerate(journey.stages) for stop in stage.stops}
        self._at: dict[int, int] = {}
        """The line of each event."""
        self._items: list[Item] = []

    def picture(self) -> Picture:
        """Return the picture."""
        head = self._put_heads()
        for number, stage in enumerate(self._journey.stages):
            self._put_stops(number, stage, head)
        free = len(self._canvas.lines) + 1
        for number in reversed(range(len(self._columns))):
            self._put_routes(number, free)
        self._put_rest()
        return self._canvas.picture(sorted(self._items, key=lambda item: (item.column, item.y)))

    def _put_heads(self) -> int:
        """Put the names of the stages on top, and return the first line below them."""
        heads = [
            wrap(stage.name.upper(), column.width)
            for stage, column in zip(self._journey.stages, self._columns, strict=True)
        ]
        for column, (head, after) in enumerate(zip(heads, [*self._columns[1:], None], strict=True)):
            x = self._columns[column].x
            self._canvas.put_block(x, 0, head, "heading")
            start, end = x + cell_len(head[0]) + 1, after.x - 1 if after else 0
            if end - start >= 2:
                self._canvas.put_line(start, end, 0, "▶")
        return len(self._canvas.lines)

    def _put_stops(self, number: int, stage: Stage, y: int) -> None:
        x, width = self._columns[number]
        for stop in stage.stops:
            key = RowKey("event", stop.number)
            lines = self._hung(sign(stop), stop.name, width)
            self._at[stop.number] = y
            self._items.append(Item(key, x, y, number))
            self._canvas.put_block(x, y, lines, "event", key)
            y += len(lines)

    def _put_routes(self, number: int, free: int) -> None:
        """Put the campaigns that start in a stage, from its last event to its first, and the lines that lead there."""
        starting = [stop for stop in self._journey.stages[number].stops if stop.starts]
        for lane in reversed(range(len(starting))):
            stop = starting[lane]
            # To the left of the lines from the events below, which have ended by then.
            x = self._columns[number].x - len(starting) - 1 + lane
            ends = [self._put_route(number, route, free) for route in self._routes_from(stop)]
            self._put_lane(x, number, stop, ends)
            free = max([free, *(end + 1 for end in ends)])

    def _routes_from(self, stop: Stop) -> Iterator[Route]:
        return (route for route in self._journey.routes if route.start == stop.number)

    def _put_lane(self, x: int, number: int, stop: Stop, ends: Sequence[int]) -> None:
        """Draw the line from an event down to its campaigns, to the left of their texts."""
        text_x, top = self._columns[number].x, self._at[stop.number]
        self._canvas.put(x, top, "┏", "lane")
        self._canvas.put_line(x + 1, text_x, top)
        for y in range(top + 1, max(ends) + 1):
            self._canvas.put(x, y, "┃" if y not in ends else "┗" if y == max(ends) else "┣", "lane")
            if y in ends:
                self._canvas.put_line(x + 1, text_x, y)

    def _put_route(self, number: int, route: Route, free: int) -> int:
        """Put a campaign as high as it can be read well, and return its line."""
        best: _Block | None = None
        for y in range(free, max(len(self._canvas.lines), free) + 1):
            for block in self._blocks(number, route, y):
                if best is None or block.cost < best.cost:
                    best = block
            if best is not None and y + 1 >= best.cost:
                break
        assert best is not None, "below all others there is room"
        key, x = RowKey("campaign", route.number), self._columns[number].x
        self._items.append(Item(key, x, best.y, number))
        self._canvas.put_block(x, best.y, best.sent, "campaign", key)
        if best.goal:
            start = x + cell_len(best.sent[0]) + 1
            self._canvas.put_line(start, best.goal_x, best.y, "▶", key)
            self._canvas.put_block(best.goal_x, best.y, best.goal, "campaign", key)
        return best.y

    def _blocks(self, number: int, route: Route, y: int) -> Iterator[_Block]:
        """Return the ways in which a campaign can stand on a line without meeting another."""
        x, least = self._columns[number].x, min(LEAST, self._columns[number].width)
        room = self._room(x, y)
        if room >= least:
            yield from self._if_free(x, _Block(y, self._hung(MESSAGE, sentence(route, self._names), room)))
        if route.goal is not None and self._column_of[route.goal] > number:
            goal_x = self._columns[self._column_of[route.goal]].x
            room, goal_room = min(room, goal_x - x - len(TIP) - 1), self._room(goal_x, y)
            if room >= least - 2 and goal_room >= LEAST:
                goal = self._hung(GOAL, aim(route, self._names), goal_room)
                yield from self._if_free(x, _Block(y, self._hung(MESSAGE, sent(route), room), goal_x, goal))

    def _room(self, x: int, y: int) -> int:
        taken = self._canvas.first_taken(x, y)
        return taken - x - (GAP if taken < self._canvas.width else 0)

    def _hung(self, mark: str, text: str, room: int) -> list[str]:
        """Wrap a text behind a sign."""
        return [f"{mark if not number else ' '} {line}" for number, line in enumerate(wrap(text, room - 2))]

    def _if_free(self, x: int, block: _Block) -> Iterator[_Block]:
        if self._is_free(x, block):
            yield block

    def _is_free(self, x: int, block: _Block) -> bool:
        """Return whether a block would meet nothing but lines that its own goes across."""
        if block.goal and self._canvas.has_texts(x, block.goal_x, block.y):
            return False
        for texts, start in ((block.sent, x), (block.goal, block.goal_x)):
            for below, text in enumerate(texts):
                end = start + cell_len(text)
                taken = self._canvas.first_taken(start, block.y + below)
                if taken < end + GAP and taken < self._canvas.width:
                    return False
        return True

    def _put_rest(self) -> None:
        """Put what no stage has: the campaigns that nothing starts, and what the signs mean."""
        lost = [route for route in self._journey.routes if route.start is None]
        width = self._canvas.width
        if lost:
            self._canvas.put_block(0, len(self._canvas.lines) + 1, wrap(AIMLESS, width), "heading")
        for route in lost:
            key, y = RowKey("campaign", route.number), len(self._canvas.lines)
            lines = self._hung(MESSAGE, sentence(route, self._names), width)
            self._items.append(Item(key, 0, y, len(self._columns)))
            self._canvas.put_block(0, y, lines, "campaign", key)
        if text := legend(self._journey):
            self._canvas.put_block(0, len(self._canvas.lines) + 1, wrap(text, width), "faint")
