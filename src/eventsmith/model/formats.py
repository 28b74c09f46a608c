"""The file format that each key and word came with, and which of them a catalog needs."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any, NamedTuple, get_args

from pydantic import BaseModel

from eventsmith.ground.incremental import same_ends
from eventsmith.model.catalog import FORMAT, NEWEST_FORMAT, Catalog, Naming
from eventsmith.model.event import Event
from eventsmith.model.place import Place
from eventsmith.model.property import PropertyField, Since

NEW_WORDS: Mapping[tuple[type[BaseModel], str], frozenset[str]] = {
    (Naming, "form"): frozenset(("noun-verb",)),
    (Naming, "case"): frozenset(("title-snake", "upper-snake", "camel-snake")),
    (Event, "source"): frozenset(("platform",)),
    (Event, "status"): frozenset(("idea",)),
    (PropertyField, "type"): frozenset(("object", "any")),
}
"""By noun and key: the words that came with format 2. The keys that did are marked `Since(2)` in the model."""


class Newcomer(NamedTuple):
    """A key or a word in a catalog that came with format 2."""

    place: Place
    word: str


class NewParts(NamedTuple):
    """What can be of format 2 in a noun of one class."""

    keys: frozenset[str]
    words: tuple[tuple[str, frozenset[str]], ...]
    """Keys that were there before, with the words that are new for each."""
    nouns: tuple[tuple[str, type[BaseModel]], ...]
    """Keys that hold a noun, and its class."""
    lists: tuple[tuple[str, type[BaseModel]], ...]
    """Keys that hold a list of nouns, and their class."""


def newcomers(catalog: Catalog) -> Iterator[Newcomer]:
    """Yield every key and word of format 2 that the file of the catalog has, defaults written out included."""
    return _newcomers_in(catalog, (), as_written=True)


def needed_format(noun: BaseModel) -> int:
    """Return the oldest file format that can express a noun and all in it, without its defaults."""
    found = next(_newcomers_in(noun, (), as_written=False), None)
    return FORMAT if found is None else NEWEST_FORMAT


def with_needed_format(catalog: Catalog, before: Catalog) -> Catalog:
    """Return the catalog with its format raised where what it has and `before` had not needs that.

    Looks only at what is another object than before: an edit costs what it touched.
    """
    if catalog.format >= NEWEST_FORMAT or catalog is before:
        return catalog
    new = new_parts(Catalog)
    nouns, lists = dict(new.nouns), dict(new.lists)
    for name in type(catalog).model_fields:
        now, old = getattr(catalog, name), getattr(before, name)
        if now is old:
            continue
        if name in new.keys:
            is_new = now != _default(Catalog, name)
        elif name in lists:
            head, tail = same_ends(old, now)
            is_new = any(needed_format(item) > FORMAT for item in now[head : len(now) - tail])
        else:
            is_new = name in nouns and needed_format(now) > FORMAT
        if is_new:
            return catalog.model_copy(update={"format": NEWEST_FORMAT})
    return catalog


@cache
def new_parts(noun: type[BaseModel]) -> NewParts:
    """Return what can be of format 2 in nouns of a class."""
    keys: set[str] = set()
    nouns: list[tuple[str, type[BaseModel]]] = []
    lists: list[tuple[str, type[BaseModel]]] = []
    for name, info in noun.model_fields.items():
        if any(isinstance(mark, Since) for mark in info.metadata):
            keys.add(name)
        inner = get_args(info.annotation)[:1] or (info.annotation,)
        if isinstance(inner[0], type) and issubclass(inner[0], BaseModel):
            (nouns if inner[0] is info.annotation else lists).append((name, inner[0]))
    words = tuple((key, words) for (of, key), words in NEW_WORDS.items() if issubclass(noun, of))
    return NewParts(frozenset(keys), words, tuple(nouns), tuple(lists))


def _newcomers_in(noun: BaseModel, place: Place, *, as_written: bool) -> Iterator[Newcomer]:
    new = new_parts(type(noun))
    # Most of a big catalog has nothing of this: one question for all keys of a noun, and one a word.
    for key in new.keys & noun.model_fields_set:
        if as_written or getattr(noun, key) != _default(type(noun), key):
            yield Newcomer((*place, key), key)
    for key, words in new.words:
        if getattr(noun, key) in words:
            yield Newcomer((*place, key), getattr(noun, key))
    for key, _ in new.nouns:
        yield from _newcomers_in(getattr(noun, key), (*place, key), as_written=as_written)
    for key, _ in new.lists:
        for index, item in enumerate(getattr(noun, key)):
            yield from _newcomers_in(item, (*place, key, index), as_written=as_written)


@cache
def _default(noun: type[BaseModel], key: str) -> Any:
    return noun.model_fields[key].get_default(call_default_factory=True)
