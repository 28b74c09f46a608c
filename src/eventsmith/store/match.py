"""Which item of a changed list was which item before. Knows nouns, not texts."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from eventsmith.model import same
from eventsmith.remembered import same_ends

Span = tuple[int, int, int, int]
"""Start and end of what there was, start and end of what is there now."""


def origins(old: Sequence[BaseModel], new: Sequence[BaseModel]) -> list[int | None]:
    """For each new item the index of the old one it comes from, or None.

    The same object first, then by what names it and is equal, then by name alone, then what stands between the same
    neighbours.
    """
    by_object = {id(item): index for index, item in enumerate(old)}
    found: list[int | None] = [by_object.pop(id(item), None) for item in new]
    for key in ("id", "name", "property"):
        _by_key(key, old, new, found)
    _by_neighbours(len(old), found)
    return found


def changed_spans(old: Sequence[BaseModel], new: Sequence[BaseModel]) -> list[Span]:
    """Where old and new items differ, in order; between the spans stand equal ones.

    One span over all of it where an item was moved, or takes the ID or name that another one had.
    """
    head, tail = same_ends(old, new)
    if head == len(old) == len(new):
        return []
    old_end, new_end = len(old) - tail, len(new) - tail
    all_of_it = [(head, old_end, head, new_end)]
    at = {id(new[number]): number for number in range(head, new_end)}
    if len(at) < new_end - head:
        return all_of_it
    spans: list[Span] = []
    start, new_start = head, head
    for number in range(head, old_end):
        if (found := at.get(id(old[number]))) is None:
            continue
        if found < new_start:
            return all_of_it
        if (number, found) != (start, new_start):
            spans.append((start, number, new_start, found))
        start, new_start = number + 1, found + 1
    spans.append((start, old_end, new_start, new_end))
    return all_of_it if _mingled(old, new, spans) else spans


def _mingled(old: Sequence[BaseModel], new: Sequence[BaseModel], spans: list[Span]) -> bool:
    for key in ("id", "name"):
        homes: dict[str, set[int]] = {}
        for number, (start, end, _, _) in enumerate(spans):
            for item in old[start:end]:
                homes.setdefault(getattr(item, key, ""), set()).add(number)
        for number, (_, _, start, end) in enumerate(spans):
            for item in new[start:end]:
                name = getattr(item, key, "")
                if name and homes.get(name, set()) - {number}:
                    return True
    return False


def _by_key(key: str, old: Sequence[BaseModel], new: Sequence[BaseModel], found: list[int | None]) -> None:
    taken = set(found)
    named: dict[str, list[int]] = {}
    for index, item in enumerate(old):
        if index not in taken and (name := getattr(item, key, "")):
            named.setdefault(name, []).append(index)
    for exactly in (True, False):
        for position, item in enumerate(new):
            if found[position] is not None:
                continue
            candidates = named.get(getattr(item, key, ""), [])
            chosen = next((index for index in candidates if not exactly or same(old[index], item)), None)
            if chosen is not None:
                candidates.remove(chosen)
                found[position] = chosen


def _by_neighbours(size: int, found: list[int | None]) -> None:
    """Pairs what is left, in order, where old and new items stand between the same two kept ones."""
    taken = {index for index in found if index is not None}
    before = -1
    for position, origin in enumerate(found):
        if origin is None and before + 1 < size and before + 1 not in taken:
            found[position] = origin = before + 1
            taken.add(origin)
        if origin is not None:
            before = origin
