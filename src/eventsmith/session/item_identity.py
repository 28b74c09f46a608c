"""Which items of a list are the same on both sides of a merge and in its base."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from eventsmith.model import PropertyGroup, same
from eventsmith.store import origins

_NAMES = ("id", "name", "property")
_WITH_THE_NAME = frozenset({"id", "name", "aliases", "former_ids"})


def number_items(base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]) -> tuple[list[int], list[int]]:
    """Return a number for each item of mine and theirs: its index in the base, or a new number for an added item.

    Items that both sides added are one, and get one number, if they share a name.
    """
    my_numbers = [len(base) + at if number is None else number for at, number in enumerate(origins_in(base, mine))]
    their_from = origins_in(base, theirs)
    mine_new = {at: item for at, item in zip(my_numbers, mine, strict=True) if at >= len(base)}
    their_numbers = []
    for at, (number, item) in enumerate(zip(their_from, theirs, strict=True)):
        if number is None:
            number = next((known for known, own in mine_new.items() if _share_a_name(own, item)), None)
            mine_new.pop(-1 if number is None else number, None)
        their_numbers.append(len(base) + len(mine) + at if number is None else number)
    return my_numbers, their_numbers


def origins_in(base: Sequence[Any], now: Sequence[Any]) -> list[int | None]:
    """Return for each item its index in the base; None for a new one, even if it took the position of another."""
    return [
        number if number is not None and _is_still(base[number], item) else None
        for number, item in zip(origins(base, now), now, strict=True)
    ]


def _is_still(old: BaseModel, new: BaseModel) -> bool:
    if old is new or _share_a_name(old, new):
        return True
    if isinstance(old, PropertyGroup) and isinstance(new, PropertyGroup) and _share_most_properties(old, new):
        return True
    names = type(old).model_fields.keys() - _WITH_THE_NAME
    return type(old) is type(new) and all(same(getattr(old, name), getattr(new, name), exact=True) for name in names)


def _share_most_properties(old: PropertyGroup, new: PropertyGroup) -> bool:
    """Return whether two groups have more properties in common, by name, than only one of them has."""
    before, now = ({prop.name for prop in group.properties} for group in (old, new))
    return len(before & now) > len(before ^ now)


def _share_a_name(one: Any, other: Any) -> bool:
    return any(getattr(one, name, "") and getattr(one, name) == getattr(other, name, "") for name in _NAMES)
