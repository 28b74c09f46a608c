"""The difference between two catalogs as values that JSON can hold, and its application.

A catalog shares with the one before an edit all that was not edited, so a delta costs as much as was edited.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from copy import deepcopy
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from pydantic import BaseModel, ValidationError

from eventsmith.ground.incremental import same_ends
from eventsmith.model import Catalog, Place, same

_MARK = "$"
"""The key of a JSON object that stands for a value of a type that JSON lacks."""
_READERS: dict[str, Callable[[str], Any]] = {
    "decimal": Decimal,
    "float": float,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


class DeltaError(Exception):
    """The changes do not fit the catalog they are applied to, or the result is no catalog."""


def delta(before: Catalog, after: Catalog) -> list[dict[str, Any]]:
    """Return the changes that turn `before` into `after`: new values at places, and replaced parts of lists.

    In a replaced part, a number stands for the item that had this index before, so that a move needs no copy of it.
    """
    return list(_value_changes(before, after, ()))


def replay(base: Catalog, deltas: Sequence[Sequence[dict[str, Any]]]) -> Catalog:
    """Apply deltas to the base, one after the other, and return the resulting catalog. Raises DeltaError.

    It shares all unchanged parts with the base, so replaying and comparing cost as much as was edited.
    """
    raw = _writable(base)
    try:
        for changes in deltas:
            for change in changes:
                _apply(raw, change)
        return Catalog.model_validate(raw)
    except (
        LookupError,
        TypeError,
        ValueError,
        ArithmeticError,
        AttributeError,
        RecursionError,
        ValidationError,
    ) as error:
        raise DeltaError("The recorded edits do not fit the file that they were recorded for") from error


def _value_changes(old: Any, new: Any, place: Place) -> Iterator[dict[str, Any]]:
    if old is new:
        return
    if isinstance(old, BaseModel) and type(old) is type(new):
        for name in type(old).model_fields:
            yield from _value_changes(getattr(old, name), getattr(new, name), (*place, name))
    elif _has_nouns(old) or _has_nouns(new):
        yield from _list_changes(old, new, place)
    elif not same(old, new, exact=True):
        yield {"at": place, "is": to_plain(new)}


def _has_nouns(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def _list_changes(old: Sequence[Any], new: Sequence[Any], place: Place) -> Iterator[dict[str, Any]]:
    head, tail = same_ends(old, new)
    olds, news = old[head : len(old) - tail], new[head : len(new) - tail]
    was = {id(item): head + number for number, item in enumerate(olds)}
    stay = all(was.get(id(item), head + number) == head + number for number, item in enumerate(news))
    if len(olds) == len(news) and stay:
        for number, (one, other) in enumerate(zip(olds, news, strict=True), head):
            yield from _value_changes(one, other, (*place, number))
    else:
        items = [was[id(item)] if id(item) in was else to_plain(item) for item in news]
        yield {"at": place, "from": head, "to": len(old) - tail, "items": items}


class _Table(dict[str, Any]):
    """A writable copy of a noun or table."""


class _List(list[Any]):
    """A writable copy of a list."""


def _writable(value: Any) -> Any:
    """Return a value that may be changed: itself if it is a copy already, else a copy of its top level only."""
    if isinstance(value, BaseModel):
        return _Table({name: getattr(value, name) for name in type(value).model_fields})
    if isinstance(value, _Table | _List):
        return value
    return _Table(value) if isinstance(value, dict) else _List(value)


def _apply(raw: Any, change: dict[str, Any]) -> None:
    *way, last = change["at"]
    for step in way:
        inner = raw[step] = _writable(raw[step])
        raw = inner
    if "is" in change:
        raw[last] = from_plain(change["is"])
        return
    items, taken = raw[last], set()
    part = []
    for item in change["items"]:
        if isinstance(item, int):
            # A second use of an item needs a copy, lest a change to one changes both.
            part.append(deepcopy(items[item]) if item in taken else items[item])
            taken.add(item)
        else:
            part.append(from_plain(item))
    raw[last] = items = _writable(items)
    items[change["from"] : change["to"]] = part


def to_plain(value: Any) -> Any:
    """Convert a value of the model to one that JSON can hold. Raises TypeError for other values."""
    if value is None or isinstance(value, str | bool) or type(value) is int:
        return value
    if isinstance(value, BaseModel):
        return {name: to_plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        table = {key: to_plain(item) for key, item in value.items()}
        return {_MARK: ["table", table]} if _MARK in table else table
    if isinstance(value, list | tuple):
        return [to_plain(item) for item in value]
    if isinstance(value, Decimal | float):
        return {_MARK: [type(value).__name__.casefold(), str(value)]}
    if isinstance(value, date | time):
        return {_MARK: [type(value).__name__, value.isoformat()]}
    raise TypeError(f"No catalog holds a {type(value).__name__}")


def from_plain(raw: Any) -> Any:
    """Convert a result of `to_plain` back; the model's own types are restored by its validation."""
    if isinstance(raw, list):
        return [from_plain(item) for item in raw]
    if isinstance(raw, dict):
        if _MARK not in raw:
            return {key: from_plain(item) for key, item in raw.items()}
        kind, said = raw[_MARK]
        return {key: from_plain(item) for key, item in said.items()} if kind == "table" else _READERS[kind](said)
    return raw
