"""What leads from one catalog to another, as plain values that JSON can hold, and back.

Catalogs that came from each other by edits share all that was not edited, so that a delta costs what was.
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
"""The key of an object that says a value which JSON has not."""
_READERS: dict[str, Callable[[str], Any]] = {
    "decimal": Decimal,
    "float": float,
    "datetime": datetime.fromisoformat,
    "date": date.fromisoformat,
    "time": time.fromisoformat,
}


class DeltaError(Exception):
    """The changes do not fit the catalog that they are made to, or what they make is no catalog."""


def delta(before: Catalog, after: Catalog) -> list[dict[str, Any]]:
    """Return the changes that turn `before` into `after`: a value put at a place, or a part of a list replaced.

    In a part, a number stands for the item that had this index before: what only moved is not written again.
    """
    return list(_of_values(before, after, ()))


def replayed(base: Catalog, deltas: Sequence[Sequence[dict[str, Any]]]) -> Catalog:
    """Apply the deltas to the base, one after the other, and return the catalog. Raises DeltaError.

    It shares with the base all that they leave alone, so that to replay and to compare cost what was edited.
    """
    raw = _opened(base)
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
        raise DeltaError("What was written down does not fit the file it was written for") from error


def _of_values(old: Any, new: Any, place: Place) -> Iterator[dict[str, Any]]:
    if old is new:
        return
    if isinstance(old, BaseModel) and type(old) is type(new):
        for name in type(old).model_fields:
            yield from _of_values(getattr(old, name), getattr(new, name), (*place, name))
    elif _has_nouns(old) or _has_nouns(new):
        yield from _of_lists(old, new, place)
    elif not same(old, new, exact=True):
        yield {"at": place, "is": plain(new)}


def _has_nouns(value: Any) -> bool:
    return isinstance(value, tuple) and bool(value) and isinstance(value[0], BaseModel)


def _of_lists(old: Sequence[Any], new: Sequence[Any], place: Place) -> Iterator[dict[str, Any]]:
    head, tail = same_ends(old, new)
    olds, news = old[head : len(old) - tail], new[head : len(new) - tail]
    was = {id(item): head + number for number, item in enumerate(olds)}
    stay = all(was.get(id(item), head + number) == head + number for number, item in enumerate(news))
    if len(olds) == len(news) and stay:
        for number, (one, other) in enumerate(zip(olds, news, strict=True), head):
            yield from _of_values(one, other, (*place, number))
    else:
        items = [was[id(item)] if id(item) in was else plain(item) for item in news]
        yield {"at": place, "from": head, "to": len(old) - tail, "items": items}


class _Table(dict[str, Any]):
    """The values of a thing of the catalog, to be changed."""


class _List(list[Any]):
    """A list of the catalog, to be changed."""


def _opened(value: Any) -> Any:
    """Return what can be changed, as a copy of one level: nothing of the base itself ever is."""
    if isinstance(value, BaseModel):
        return _Table({name: getattr(value, name) for name in type(value).model_fields})
    if isinstance(value, _Table | _List):
        return value
    return _Table(value) if isinstance(value, dict) else _List(value)


def _apply(raw: Any, change: dict[str, Any]) -> None:
    *way, last = change["at"]
    for step in way:
        inner = raw[step] = _opened(raw[step])
        raw = inner
    if "is" in change:
        raw[last] = restored(change["is"])
        return
    items, taken = raw[last], set()
    part = []
    for item in change["items"]:
        if isinstance(item, int):
            # One that stands there twice must not be changed twice.
            part.append(deepcopy(items[item]) if item in taken else items[item])
            taken.add(item)
        else:
            part.append(restored(item))
    raw[last] = items = _opened(items)
    items[change["from"] : change["to"]] = part


def plain(value: Any) -> Any:
    """Return a value of the model as JSON can hold it."""
    if value is None or isinstance(value, str | bool) or type(value) is int:
        return value
    if isinstance(value, BaseModel):
        return {name: plain(getattr(value, name)) for name in type(value).model_fields}
    if isinstance(value, dict):
        table = {key: plain(item) for key, item in value.items()}
        return {_MARK: ["table", table]} if _MARK in table else table
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, Decimal | float):
        return {_MARK: [type(value).__name__.casefold(), str(value)]}
    if isinstance(value, date | time):
        return {_MARK: [type(value).__name__, value.isoformat()]}
    raise TypeError(f"No catalog holds a {type(value).__name__}")


def restored(raw: Any) -> Any:
    """Return what `plain` has made of a value, as the model holds it, but for its types."""
    if isinstance(raw, list):
        return [restored(item) for item in raw]
    if isinstance(raw, dict):
        if _MARK not in raw:
            return {key: restored(item) for key, item in raw.items()}
        kind, said = raw[_MARK]
        return {key: restored(item) for key, item in said.items()} if kind == "table" else _READERS[kind](said)
    return raw
