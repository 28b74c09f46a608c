"""The transfer of comments from one catalog to another, to the places that the items they belong to have there."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from eventsmith.model import Catalog, Place, value_at
from eventsmith.store.canonical_text import Comments
from eventsmith.store.comments import Inside, all_lines, inside_lines
from eventsmith.store.match import origins, value_origins


def carried(notes: Comments, old: Catalog, new: Catalog) -> Comments:
    """Move the comments of the old catalog to the places of the same items in the new one."""
    places = _Moves(old, new)
    result = Comments(end=[*notes.end])
    result.free[()] = notes.free.get((), [])
    for place in notes.order:
        now = places.now(place)
        if now is None:
            result.end += notes.free.get(place, [])
            continue
        result.order[now] = None
        if len(now) < len(place):
            # The key is gone; what was said of it is said above what it stood in.
            result.above.setdefault(now, []).extend(all_lines(notes, place))
            continue
        result.above.setdefault(now, []).extend(notes.above.get(place, []))
        result.tail.setdefault(now, []).extend(notes.tail.get(place, []))
        if place in notes.beside:
            result.beside[now] = notes.beside[place]
        if place in notes.inside:
            inside = _carried_inside(notes.inside[place], value_at(old, place), value_at(new, now))
            if isinstance(value_at(new, now), (list, tuple)):
                result.inside[now] = inside
            else:
                result.above[now] += inside_lines(inside)
        if place in notes.free:
            result.free[now] = notes.free[place]
    return result


def _carried_inside(inside: Inside, old: Sequence[Any], new: Any) -> Inside:
    """Move the comments in a list to its new items; those of a removed item go above the item after it."""
    items = new if isinstance(new, (list, tuple)) else ()
    # A list that was empty may hold nouns now, and those are no values.
    found = value_origins(old, items) if old else ()
    places = {origin: index for index, origin in enumerate(found)}
    places[len(old)] = len(items)
    result: Inside = {}
    due: list[str] = []
    for index in range(len(old) + 1):
        above, beside = inside.get(index, ([], ""))
        due += above
        if index in places:
            result[places[index]] = (due, beside)
            due = []
        elif beside:
            due.append(beside)
    return result


class _Moves:
    """A mapping of items of the old catalog to their positions in the new one."""

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self._old, self._new = old, new
        self._lists: dict[Place, dict[int, int]] = {}

    def now(self, place: Place) -> Place | None:
        """Return an item's place in the new catalog; None for a removed one."""
        old: Any = self._old
        new: Any = self._new
        result: Place = ()
        for depth, step in enumerate(place):
            if isinstance(old, BaseModel):
                old, new = getattr(old, str(step)), getattr(new, str(step))
                result = (*result, step)
            elif isinstance(step, int) and isinstance(new, (tuple, list)):
                here = place[:depth]
                if here not in self._lists:
                    found = origins(old, new)
                    self._lists[here] = {origin: at for at, origin in enumerate(found) if origin is not None}
                index = self._lists[here].get(step)
                if index is None:
                    return None
                old, new, result = old[step], new[index], (*result, index)
            else:
                if not isinstance(new, dict) or step not in new:
                    return result
                old, new, result = old[step], new[step], (*result, step)
        return result
