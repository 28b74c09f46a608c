"""The differences between two catalogs, value by value, in words for people."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel

from eventsmith.model import same
from eventsmith.queries.value_text import show_value

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
        for one, other in _paired(old, new):
            if one is None or other is None:
                yield _told((*path, word), one, other)
            else:
                yield from _of_nouns(one, other, (*path, name_of(one)))
    else:
        yield _told((*path, word), old, new)


def _paired(old: Sequence[Any], new: Sequence[Any]) -> Iterator[tuple[Any, Any]]:
    """Pair old and new items, None for one added or removed: by name, and by order where names changed."""
    names, new_names = [name_of(one) for one in old], [name_of(one) for one in new]
    stays, was = set(new_names), set(names)
    i = j = 0
    while i < len(old) and j < len(new):
        more = (len(old) - i) - (len(new) - j)
        if names[i] == new_names[j] or not more:
            yield old[i], new[j]
            i, j = i + 1, j + 1
        elif names[i] not in stays and (more > 0 or new_names[j] in was):
            yield old[i], None
            i += 1
        else:
            yield None, new[j]
            j += 1
    yield from ((one, None) for one in old[i:])
    yield from ((None, one) for one in new[j:])


def _told(path: tuple[str, ...], old: Any, new: Any) -> Difference:
    return Difference(": ".join(path), text_of(old), text_of(new))


def text_of(value: Any) -> str:
    """Return a value as a person would type it; for an item of the catalog, its name."""
    return name_of(value) if isinstance(value, BaseModel) else show_value(value)


def name_of(thing: Any) -> str:
    """Return the name that people use for an item of the catalog."""
    named = getattr(thing, "name", None) or getattr(thing, "id", "")
    return str(named or getattr(thing, "property", "") or "(no name yet)")
