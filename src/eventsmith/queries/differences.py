"""The differences between two catalogs, value by value, in words for people."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from eventsmith.ground.incremental import same_ends
from eventsmith.model import PropertyGroup, same
from eventsmith.queries.value_text import show_value
from eventsmith.store import origins

_WORDS = {"id": "ID", "former_ids": "former IDs", "extra": "more"}


@dataclass(frozen=True, slots=True)
class Difference:
    """A value before and after, as a person would type it; empty where there is none."""

    where: str
    """What the value belongs to, by its old names: `Play Song: songName: type`."""
    before: str
    after: str


def word_for(key: str) -> str:
    """Return the word that people use for a field of the model."""
    return _WORDS.get(key, key.replace("_", " "))


def differences(before: BaseModel, after: BaseModel) -> list[Difference]:
    """List all differences between two catalogs, or between two items of them, in their order.

    An item that was added or removed is one difference, given by its name.
    """
    return list(_of_nouns(before, after, ()))


def _of_nouns(before: BaseModel, after: BaseModel, path: tuple[str, ...]) -> Iterator[Difference]:
    for key in type(before).model_fields:
        old, new = getattr(before, key), getattr(after, key)
        if not same(old, new, exact=True):
            yield from _of_values(old, new, path, word_for(key))


def _of_values(old: Any, new: Any, path: tuple[str, ...], word: str) -> Iterator[Difference]:
    if isinstance(old, BaseModel):
        yield from _of_nouns(old, new, (*path, word))
    elif isinstance(old, dict) and isinstance(new, dict):
        for key in dict.fromkeys((*old, *new)):
            if key not in old or key not in new or not same(old[key], new[key], exact=True):
                yield _told((*path, word, key), old.get(key), new.get(key))
    elif isinstance(old, tuple) and isinstance(new, tuple) and any(isinstance(one, BaseModel) for one in (*old, *new)):
        yield from _of_items(old, new, path, word)
    else:
        yield _told((*path, word), old, new)


def _of_items(old: Sequence[Any], new: Sequence[Any], path: tuple[str, ...], word: str) -> Iterator[Difference]:
    # Most often no name has changed, which is seen at a glance.
    unchanged = len(old) == len(new) and all(
        name_of(one) == name_of(other) for one, other in zip(old, new, strict=True)
    )
    was: Sequence[int | None] = range(len(old)) if unchanged else origins(old, new)
    for one, other in _paired(old, new, was):
        if one is None or other is None:
            yield _told((*path, word), one, other)
        else:
            yield from _of_nouns(one, other, (*path, title_of(one)))
    now = [index for index in was if index is not None]
    before = sorted(now)
    head, tail = same_ends(before, now)
    moved = slice(head, len(now) - tail)
    if now[moved]:
        told = (", ".join(name_of(old[index]) for index in order[moved]) for order in (before, now))
        yield Difference(": ".join((*path, word, "order")), *told)


def _paired(old: Sequence[Any], new: Sequence[Any], was: Sequence[int | None]) -> Iterator[tuple[Any, Any]]:
    """Pair each new item with the old one it comes from, None for one added or removed."""
    stays = set(was)
    gone = deque(index for index in range(len(old)) if index not in stays)
    for index, item in zip(was, new, strict=True):
        # What was removed is told where it stood.
        while gone and index is not None and gone[0] < index:
            yield old[gone.popleft()], None
        yield None if index is None else old[index], item
    yield from ((old[index], None) for index in gone)


def _told(path: tuple[str, ...], old: Any, new: Any) -> Difference:
    return Difference(": ".join(path), text_of(old), text_of(new))


def text_of(value: Any) -> str:
    """Return a value as a person would type it; for an item of the catalog, its name."""
    return name_of(value) if isinstance(value, BaseModel) else show_value(value)


def title_of(thing: Any) -> str:
    """Return the name of an item at the start of a path in words, which says of a property group that it is one."""
    return f"Property group {name_of(thing)}" if isinstance(thing, PropertyGroup) else name_of(thing)


def name_of(thing: Any) -> str:
    """Return the name that people use for an item of the catalog."""
    named = getattr(thing, "name", None) or getattr(thing, "id", "")
    return str(named or getattr(thing, "property", "") or "(no name yet)")
