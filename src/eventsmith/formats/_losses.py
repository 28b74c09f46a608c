"""What of a catalog a format does not hold: found from the model, and said with the keys that the file has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eventsmith.model import Catalog, Event, ListField, Property

Holds = Mapping[type[BaseModel], Set[str]]
"""For each noun the names of the fields that are kept; a noun that is missing stands in a field that is not."""

_OF_THE_FILE = (Catalog, "format")
"""Says how the file is written, and follows from what is in it."""


def not_held(catalog: Catalog, title: str, holds: Holds) -> list[str]:
    """One sentence that names each field that has a value and is not held, with how many values; or none."""
    lost: dict[str, Counter[str]] = {}
    for kind, key, count in _lost(catalog, "the catalog", holds):
        lost.setdefault(kind, Counter())[key] += count
    if not lost:
        return []
    return [f"{title} holds {'; '.join(f'no {_one_of(keys)} of {kind}' for kind, keys in lost.items())}"]


def _lost(noun: BaseModel, kind: str, holds: Holds) -> Iterator[tuple[str, str, int]]:
    """Kind of noun, key and number of values, of each field that is lost in the noun or in those within it."""
    held = holds[type(noun)]
    for key, field in type(noun).model_fields.items():
        value = getattr(noun, key)
        if key in held:
            for inner in value if isinstance(value, tuple) else (value,):
                if isinstance(inner, BaseModel):
                    yield from _lost(inner, key, holds)
        elif (type(noun), key) != _OF_THE_FILE and value != _unsaid(field):
            yield kind, key, len(value) if isinstance(value, tuple | dict) else 1


def _unsaid(field: FieldInfo) -> Any:
    return "" if field.is_required() else field.get_default(call_default_factory=True)


def _one_of(keys: Mapping[str, int]) -> str:
    *most, last = (f"{key} ({count})" if count > 1 else key for key, count in keys.items())
    return f"{', '.join(most)} or {last}" if most else last


def items_not_held(event: Event, title: str) -> Iterator[str]:
    """What is said of items where there can be none, or twice: a sentence for each property."""
    for path, field in fields_of(event):
        fields = isinstance(field, Property) and bool(field.fields)
        if field.type != "list" and (fields or field.item_type):
            yield f"“{path}” of {event.id} is no list: what it says of items is not in {title}"
        elif fields and field.item_type:
            yield f"“{path}” of {event.id} has fields: its item type is not in {title}"


def fields_of(event: Event) -> Iterator[tuple[str, ListField]]:
    """All properties of an event and the fields of their items, each with its path: `items`, `items[].title`."""
    for prop in event.properties:
        yield prop.name, prop
        for field in prop.fields:
            yield f"{prop.name}[].{field.name}", field


def item_types_not_held(catalog: Catalog, title: str) -> Iterator[str]:
    """A sentence for each property that is no list and yet says of what type its items are."""
    for event in catalog.events:
        for path, field in fields_of(event):
            if field.type != "list" and field.item_type:
                yield f"“{path}” of {event.id} is no list: its item type is not in {title}"
