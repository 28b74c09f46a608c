"""The transfer of comments from an old catalog to a new one, where the items they belong to may have moved."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from eventsmith.model import Catalog, Place, value_at
from eventsmith.store.canonical_text import Comments, field_groups
from eventsmith.store.comments import Inside, all_lines, inside_lines
from eventsmith.store.match import origins, value_origins


def transfer_comments(comments: Comments, old: Catalog, new: Catalog) -> Comments:
    """Return the comments of the old catalog at the places that the same items have in the new one.

    Comments of a removed key go above the table it was in; those of a removed item are dropped, but for free blocks,
    which go to the end of the file.
    """
    moves = _Moves(old, new)
    result = Comments(end=[*comments.end])
    result.free[()] = comments.free.get((), [])
    for place in comments.order:
        now = moves.new_place(place)
        if now is None:
            result.end += comments.free.get(place, [])
            continue
        result.order[now] = None
        if len(now) < len(place):
            # The key is gone: its comments go above the table it was in.
            result.above.setdefault(now, []).extend(all_lines(comments, place))
            continue
        result.above.setdefault(now, []).extend(comments.above.get(place, []))
        result.tail.setdefault(now, []).extend(comments.tail.get(place, []))
        if place in comments.beside:
            result.beside[now] = comments.beside[place]
        if place in comments.inside:
            inside = _transfer_inside(comments.inside[place], value_at(old, place), value_at(new, now))
            if isinstance(value_at(new, now), (list, tuple)):
                result.inside[now] = inside
            else:
                result.above[now] += inside_lines(inside)
        if place in comments.free:
            result.free[now] = comments.free[place]
    return result


def _transfer_inside(inside: Inside, old: Sequence[Any], new: Any) -> Inside:
    """Move the comments in a list to its new items; those of a removed item go above the item after it."""
    items = new if isinstance(new, (list, tuple)) else ()
    # A list that was empty may hold nouns now, which value_origins cannot compare.
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
    """A map from places in the old catalog to those in the new one; lists are matched when first asked about."""

    def __init__(self, old: Catalog, new: Catalog) -> None:
        self._old, self._new = old, new
        self._lists: dict[Place, dict[int, int]] = {}

    def new_place(self, place: Place) -> Place | None:
        """Return the new place of an item; for a removed one, None.

        For a removed key it is the table around it; for what is in the value of a pair, the pair.
        """
        old: Any = self._old
        new: Any = self._new
        result: Place = ()
        for depth, step in enumerate(place):
            if isinstance(old, BaseModel):
                is_value = step in field_groups(type(old)).values
                old, new = getattr(old, str(step)), getattr(new, str(step))
                result = (*result, step)
                if is_value:
                    # It is written on the line of its key, whatever it holds.
                    return result
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
