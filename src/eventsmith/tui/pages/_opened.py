"""What is open on the properties page: properties of an event or group, fields of one, fields in these, and so on."""

from __future__ import annotations

from itertools import takewhile

from textual.content import Content

from eventsmith.model import HOLDING_FIELDS, Catalog, Place, PropertyField, PropertyGroup, has_place, value_at
from eventsmith.tui.text import lit

FIRST = len(("events", 0, "properties"))
"""The number of steps to the properties of an event or a group."""


class Opened:
    """The places of lists of properties or fields, each opened from a row of the one before."""

    def __init__(self) -> None:
        self._path: list[Place] = []

    def start(self, first: Place | None) -> None:
        """Begin with the properties of an event or a group, unless they are what was opened first."""
        if self._path[:1] != [first]:
            self._path = [first] if first is not None else []

    def go_to(self, place: Place) -> None:
        """Open all that a place in an event or a group is in."""
        deeper = [place[: end + 1] for end in range(FIRST + 1, len(place), 2) if place[end] == "fields"]
        self._path = [(*place[:2], "properties"), *(deeper if place[2:3] == ("properties",) else ())]

    def enter(self, owner: Place) -> None:
        """Open a list from a row of the last one."""
        self._path.append(owner)

    def close(self) -> Place | None:
        """Close what was opened last, and return it; None if that was the first."""
        return self._path.pop() if len(self._path) > 1 else None

    @property
    def thing(self) -> Place | None:
        """The place of the event or group that was opened first."""
        return self._path[0][:2] if self._path else None

    def shown(self, catalog: Catalog) -> Place | None:
        """Return the place of the list that is shown; close what is gone or of another type, by undo for example."""
        self._path = list(takewhile(lambda owner: _is_there(catalog, owner), self._path))
        return self._path[-1] if self._path else None

    def trail(self, catalog: Catalog) -> Content:
        """Return the names of all that is open."""
        names: list[Content] = []
        for owner in self._path:
            holder = value_at(catalog, owner[:-1])
            what, where = "", ""
            if isinstance(holder, PropertyGroup):
                what, where = "property group ", ", in every event" if holder.every_event else ""
            elif isinstance(holder, PropertyField) and holder.type == "list":
                what = "each item of "
            names.append(Content.assemble(what, lit(holder.name or "(no name yet)", "bold"), where))
        trail = Content(" › ").join(names)
        return Content.assemble(trail, ("   Esc goes back", "$text-muted")) if len(names) > 1 else trail


def _is_there(catalog: Catalog, owner: Place) -> bool:
    if not has_place(catalog, owner):
        return False
    holder = value_at(catalog, owner[:-1])
    return not isinstance(holder, PropertyField) or holder.type in HOLDING_FIELDS
