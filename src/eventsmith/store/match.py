"""Which item of a changed list was which item before. Knows nouns, not texts."""

from __future__ import annotations

from collections.abc import Sequence

from pydantic import BaseModel

from eventsmith.store.same import same


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
