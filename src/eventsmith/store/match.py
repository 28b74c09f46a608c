"""Matching of the items of a changed list with those of the list before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import combinations
from typing import Any

from pydantic import BaseModel

from eventsmith.model import same
from eventsmith.store.canonical_text import value_text

_NAMING = {"id": 3, "name": 2, "property": 2}
"""Keys that identify an item, with their weight in a comparison."""
_FEW = 40
"""The number of items up to which each is compared with each; beyond it, only names are."""
_Alike = dict[tuple[int, int], tuple[int, int]]
"""By position and index: how much two items have in common, and how close to each other they stand."""


def origins(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return for each new item the index of the old one it comes from, or None.

    The same object is matched first, then equal items with the same name, then the most similar, then those between the
    same neighbours.
    """
    # An object may be there twice: the first is the first.
    by_object: dict[int, list[int]] = {}
    for index in range(len(old) - 1, -1, -1):
        by_object.setdefault(id(old[index]), []).append(index)
    found = [places.pop() if (places := by_object.get(id(item))) else None for item in new]
    return _match_rest(old, new, found)


def value_origins(old: Sequence[Any], new: Sequence[Any]) -> list[int | None]:
    """Return the same as `origins` for a list of plain values, matching those written alike first."""
    found: list[int | None] = [None] * len(new)
    before, after = [value_text(value) for value in old], [value_text(value) for value in new]
    _by_ends(before, after, found)
    taken = set(found)
    said: dict[str, list[int]] = {}
    for index in range(len(old) - 1, -1, -1):
        if index not in taken:
            said.setdefault(before[index], []).append(index)
    for position, text in enumerate(after):
        if found[position] is None and (places := said.get(text)):
            found[position] = places.pop()
    return _match_rest(old, new, found)


def _match_rest(old: Sequence[Any], new: Sequence[Any], found: list[int | None]) -> list[int | None]:
    _by_ends(old, new, found)
    for key in _NAMING:
        _by_key(key, old, new, found, exactly=True)
    if found.count(None) <= _FEW and len(old) - (len(new) - found.count(None)) <= _FEW:
        _by_likeness(old, new, found)
    else:
        for key in _NAMING:
            _by_key(key, old, new, found, exactly=False)
    _by_neighbours(len(old), found)
    return found


def _by_ends(old: Sequence[Any], new: Sequence[Any], found: list[int | None]) -> None:
    """Match equal items at the start of both lists, and at the end of both."""
    taken = set(found)
    places, positions = range(len(old)), range(len(new))
    for each in (zip(places, positions, strict=False), zip(reversed(places), reversed(positions), strict=False)):
        for index, position in each:
            if found[position] == index:
                continue
            if found[position] is not None or index in taken or not same(old[index], new[position], exact=True):
                break
            found[position] = index
            taken.add(index)


def _by_key(key: str, old: Sequence[Any], new: Sequence[Any], found: list[int | None], *, exactly: bool) -> None:
    if None not in found:
        return
    taken = set(found)
    named: dict[str, list[int]] = {}
    # Backwards, so that the first item of a name is the last of its list, where pop() is cheap.
    for index in range(len(old) - 1, -1, -1):
        if index not in taken and (name := _field(old[index], key)) and isinstance(name, str):
            named.setdefault(name, []).append(index)
    for position, item in enumerate(new):
        name = _field(item, key)
        if found[position] is not None or not isinstance(name, str) or not (candidates := named.get(name)):
            continue
        first = range(len(candidates) - 1, max(len(candidates) - 1 - _FEW, -1), -1)
        chosen = next((at for at in first if not exactly or same(old[candidates[at]], item)), None)
        if chosen is not None:
            found[position] = candidates.pop(chosen)


def _by_likeness(old: Sequence[Any], new: Sequence[Any], found: list[int | None]) -> None:
    """Match so that all pairs together are most similar; of equally good ways, the one that moves the fewest items.

    Items with nothing in common may be matched by position alone, where the number of items has not changed.
    """
    taken = set(found)
    free = [index for index in range(len(old)) if index not in taken]
    alike: _Alike = {
        (position, index): (_likeness(old[index], item), -abs(index - position))
        for position, item in enumerate(new)
        if found[position] is None
        for index in free
    }
    given = _pair_up(alike)
    exchanges = 1
    while exchanges:
        exchanges = sum(_swap_if_better(given, one, other, alike) for one, other in combinations(given, 2))
    for position, index in given.items():
        if alike[position, index][0] or (position == index and len(old) == len(new)):
            found[position] = index


def _pair_up(alike: _Alike) -> dict[int, int]:
    """Match each position with an old item, the most similar pairs first."""
    given: dict[int, int] = {}
    taken: set[int] = set()
    for position, index in sorted(alike, key=alike.__getitem__, reverse=True):
        if position not in given and index not in taken:
            given[position] = index
            taken.add(index)
    return given


def _swap_if_better(given: dict[int, int], one: int, other: int, alike: _Alike) -> bool:
    """Swap the old items of two positions if both together are then more similar, or closer; return whether it did."""
    mine, theirs = given[one], given[other]
    now = zip(alike[one, mine], alike[other, theirs], strict=True)
    then = zip(alike[one, theirs], alike[other, mine], strict=True)
    if [*map(sum, then)] <= [*map(sum, now)]:
        return False
    given[one], given[other] = theirs, mine
    return True


def _likeness(one: Any, other: Any) -> int:
    """Return how much two items have in common: the sum of the weights of their equal fields."""
    if isinstance(one, BaseModel) and isinstance(other, BaseModel):
        said = one.model_fields_set | other.model_fields_set
    elif isinstance(one, Mapping) and isinstance(other, Mapping):
        said = one.keys() & other.keys()
    else:
        return 0
    return sum(
        _NAMING.get(name, 1) for name in said if (value := _field(one, name)) and same(value, _field(other, name))
    )


def _field(item: Any, name: str) -> Any:
    if isinstance(item, Mapping):
        return item.get(name)
    return getattr(item, name, None)


def _by_neighbours(size: int, found: list[int | None]) -> None:
    """Match the remaining items in order, where old and new ones are between the same two matched items."""
    taken = {index for index in found if index is not None}
    before = -1
    for position, origin in enumerate(found):
        if origin is None and before + 1 < size and before + 1 not in taken:
            found[position] = origin = before + 1
        if origin is not None:
            before = origin
