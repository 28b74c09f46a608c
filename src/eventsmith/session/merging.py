"""Three-way merges of catalogs, and the conflicts where both sides changed the same value."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

from pydantic import BaseModel

from eventsmith.model import Catalog, needed_format, same
from eventsmith.queries.differences import differences, text_of, title_of, word_for
from eventsmith.session.item_identity import number_items, origins_in

Key = tuple[str | int, ...]
REMOVED = "(removed)"


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both sides changed, each to something else."""

    key: Key
    """The identity of the conflict: the same for the same three catalogs, whatever is chosen."""
    where: str
    """The value in words: `Play Song: when`."""
    mine: str
    theirs: str
    name: str = ""
    """The name of the event, campaign or property group that the value belongs to."""

    @property
    def within(self) -> str:
        """The value in words within its event, campaign or property group: `when`."""
        return self.where.removeprefix(self.name).removeprefix(": ")

    @property
    def thing(self) -> Key:
        """The key of the event, campaign or property group; empty where the value belongs to the catalog itself."""
        return self.key[:2] if len(self.key) > 1 and isinstance(self.key[1], int) else ()


def by_thing(conflicts: Iterable[Conflict]) -> list[list[int]]:
    """Group conflicts by event, campaign or property group; return the indices of each group."""
    found: dict[object, list[int]] = {}
    for at, one in enumerate(conflicts):
        found.setdefault(one.thing or at, []).append(at)
    return list(found.values())


@dataclass(frozen=True, slots=True)
class Merged:
    """The result of a merge. A conflict is decided for one side in the catalog, and listed."""

    catalog: Catalog
    conflicts: tuple[Conflict, ...]


def merge(base: Catalog, mine: Catalog, theirs: Catalog, theirs_at: Collection[Key] = ()) -> Merged:
    """Merge two catalogs that came from the same base. Conflicts go to `mine`, but to `theirs` at the given keys.

    Unchanged parts are the objects of `theirs`.
    """
    names = _old_group_names(base, mine, theirs)
    if any(same(side, base, exact=True) for side in (mine, theirs) if names):
        names = {}
    work = _Merge(theirs_at)
    # What one side renamed, the other may have had more events take, or fewer: until the end, it is called as before.
    catalog: Catalog = work.values(base, _with_groups_called(mine, names), _with_groups_called(theirs, names), (), ())
    now = {names[group.name]: group.name for group in catalog.property_groups if group.name in names}
    catalog = _with_groups_called(catalog, now)
    # One side may have lowered the format, as it needed it no longer, and the other brought something new.
    if catalog.format < (needed := needed_format(catalog)):
        catalog = catalog.model_copy(update={"format": needed})
    return Merged(catalog, tuple(work.conflicts))


def _old_group_names(base: Catalog, mine: Catalog, theirs: Catalog) -> Mapping[str, str]:
    """Return by each new name of a group its name in the base, unless another group has one of the two."""
    known = [{group.name} for group in base.property_groups]
    for side in (mine, theirs):
        was = origins_in(base.property_groups, side.property_groups)
        for number, group in zip(was, side.property_groups, strict=True):
            if number is None:
                known.append({group.name})
            else:
                known[number].add(group.name)
    number_of = Counter(chain.from_iterable(known))
    return {
        name: group.name
        for group, names in zip(base.property_groups, known, strict=False)
        if all(number_of[name] == 1 for name in names)
        for name in names - {group.name}
    }


def _with_groups_called(catalog: Catalog, names: Mapping[str, str]) -> Catalog:
    """Return the catalog with other names for groups in what events take."""
    if not names:
        return catalog
    events = []
    for event in catalog.events:
        if not names.keys().isdisjoint(event.property_groups):
            taken = dict.fromkeys(names.get(name, name) for name in event.property_groups)
            event = event.model_copy(update={"property_groups": tuple(taken)})
        events.append(event)
    return catalog.model_copy(update={"events": tuple(events)})


class _Missing:
    """The type of `_MISSING`, which stands for a value that is absent rather than empty."""


_MISSING = _Missing()


class _Merge:
    """A merge in progress, which collects the conflicts."""

    def __init__(self, theirs_at: Collection[Key]) -> None:
        self.conflicts: list[Conflict] = []
        self._theirs_at = theirs_at

    def values(self, base: Any, mine: Any, theirs: Any, key: Key, words: tuple[str, ...]) -> Any:
        if same(mine, base, exact=True) or same(mine, theirs, exact=True):
            return theirs
        if isinstance(mine, BaseModel) and type(mine) is type(theirs):
            return self._nouns(base, mine, theirs, key, words)
        if _has_nouns(mine) or _has_nouns(theirs):
            return self._lists(() if base is _MISSING else base, mine, theirs, key, words)
        if isinstance(mine, dict) and isinstance(theirs, dict) and isinstance(base, dict | _Missing):
            return self._tables({} if isinstance(base, _Missing) else base, mine, theirs, key, words)
        if same(theirs, base, exact=True):
            return mine
        if key[0] == "events" and key[2:] == ("property_groups",):
            return self._names(base, mine, theirs, key, words)
        return self._choose(mine, theirs, key, words, text_of(mine), text_of(theirs))

    def _choose(self, mine: Any, theirs: Any, key: Key, words: tuple[str, ...], my: str, their: str) -> Any:
        self.conflicts.append(Conflict(key, ": ".join(words), my, their, words[0]))
        return theirs if key in self._theirs_at else mine

    def _nouns(self, base: Any, mine: BaseModel, theirs: BaseModel, key: Key, words: tuple[str, ...]) -> BaseModel:
        update = {}
        for name, info in type(mine).model_fields.items():
            # Where both sides added the thing, the defaults are the base.
            old = info.get_default(call_default_factory=True) if base is _MISSING else getattr(base, name)
            here = (*key, name)
            value = self.values(old, getattr(mine, name), getattr(theirs, name), here, (*words, word_for(name)))
            if value is not getattr(theirs, name):
                update[name] = value
        if all(update.get(name, getattr(theirs, name)) is getattr(mine, name) for name in type(mine).model_fields):
            return mine
        return theirs.model_copy(update=update) if update else theirs

    def _tables(
        self, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any], key: Key, words: Key
    ) -> dict[str, Any]:
        merged = {}
        for name in dict.fromkeys((*theirs, *mine)):
            old, my, their = (table.get(name, _MISSING) for table in (base, mine, theirs))
            here, told = (*key, name), (*map(str, words), name)
            if my is _MISSING or their is _MISSING:
                value = self._one_sided(old, my, their, here, told)
            else:
                value = self.values(old, my, their, here, told)
            if value is not _MISSING:
                merged[name] = value
        return merged

    def _names(
        self, base: Sequence[str], mine: Sequence[str], theirs: Sequence[str], key: Key, words: tuple[str, ...]
    ) -> tuple[str, ...]:
        """Merge the names of the groups that an event takes: what either side added or removed."""
        base, mine, theirs = (tuple(dict.fromkeys(side)) for side in (base, mine, theirs))
        names = list(dict.fromkeys((*base, *mine, *theirs)))
        kept = {at: name for at, name in enumerate(names) if (name in mine) + (name in theirs) > (name in base)}
        my_order, their_order = ([names.index(name) for name in side] for side in (mine, theirs))
        return tuple(names[at] for at in self._order(my_order, their_order, kept, key, words, len(base)))

    def _one_sided(self, base: Any, mine: Any, theirs: Any, key: Key, words: tuple[str, ...]) -> Any:
        """Merge a value only one side has: keep an addition; apply a removal unless the other side changed it."""
        there = theirs if mine is _MISSING else mine
        if base is _MISSING:
            return there
        if same(there, base, exact=True):
            return _MISSING
        told = _changes(base, there)
        return self._choose(
            mine, theirs, key, words, REMOVED if mine is _MISSING else told, REMOVED if theirs is _MISSING else told
        )

    def _lists(
        self, base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any], key: Key, words: tuple[str, ...]
    ) -> Sequence[Any]:
        my_order, their_order = number_items(base, mine, theirs)
        my_items, their_items = dict(zip(my_order, mine, strict=True)), dict(zip(their_order, theirs, strict=True))
        merged: dict[int, Any] = {}
        for number in sorted({*my_order, *their_order}):
            old = base[number] if number < len(base) else _MISSING
            my, their = my_items.get(number, _MISSING), their_items.get(number, _MISSING)
            told = (*words[:-1], title_of(my if my is not _MISSING else their))
            here = (*key, number)
            if my is _MISSING or their is _MISSING:
                value = self._one_sided(old, my, their, here, told)
            else:
                value = self.values(old, my, their, here, told)
            if value is not _MISSING:
                merged[number] = value
        result = tuple(merged[number] for number in self._order(my_order, their_order, merged, key, words, len(base)))
        for known in (theirs, mine):
            if len(known) == len(result) and all(one is other for one, other in zip(known, result, strict=True)):
                return known
        return result

    def _order(
        self,
        mine: Sequence[int],
        theirs: Sequence[int],
        kept: Mapping[int, Any],
        key: Key,
        words: tuple[str, ...],
        size: int,
    ) -> list[int]:
        """Return the merged order: theirs, unless only mine moved items. An added item keeps its predecessor."""
        both = {number for number in set(mine) & set(theirs) if number < size}
        my_order = [number for number in mine if number in both]
        their_order = [number for number in theirs if number in both]
        before = sorted(both)
        spine, other = theirs, mine
        if my_order != their_order and my_order != before:
            if their_order != before:
                told = [", ".join(text_of(kept[number]) for number in order) for order in (my_order, their_order)]
                chosen = self._choose(mine, theirs, (*key, "order"), (*words, "order"), told[0], told[1])
            else:
                chosen = mine
            spine, other = (mine, theirs) if chosen is mine else (theirs, mine)
        order = [number for number in spine if number in kept]
        there = set(order)
        last: int | None = None
        for number in other:
            if number in kept and number not in there:
                order.insert(0 if last is None else order.index(last) + 1, number)
                there.add(number)
            if number in there:
                last = number
        return order


def _has_nouns(value: Any) -> bool:
    return isinstance(value, tuple) and any(isinstance(item, BaseModel) for item in value)


def _changes(old: Any, new: Any) -> str:
    """Return the changes of a value on one line."""
    if not isinstance(old, BaseModel):
        return text_of(new)
    return "; ".join(f"{one.where}: {one.after or '(nothing)'}" for one in differences(old, new))
