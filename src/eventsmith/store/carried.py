"""The comments of one catalog, at the places that their things have in another. Knows places, not texts."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from eventsmith.model import Catalog, Place, value_at
from eventsmith.store.canonical_text import Notes
from eventsmith.store.comments import Inside, all_lines, inside_lines
from eventsmith.store.match import origins, value_origins


def carried(notes: Notes, old: Catalog, new: Catalog) -> Notes:
    """The comments of the old catalog, at the places that their things have in the new one."""
    places = _Moves(old, new)
    result = Notes(end=[*notes.end])
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
    """The comments in a list, by the items there are now; those of what is gone stand above what follows it."""
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
    """Where things of the old catalog are in the new one."""

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self._old, self._new = old, new
        self._lists: dict[Place, dict[int, int]] = {}

    def now(self, place: Place) -> Place | None:
        """The place in the new catalog; None for what is gone."""
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
