"""The parts of a catalog that a format does not hold: found by the model, named by their keys in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Set
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eventsmith.model import Catalog, Event, Property, PropertyField

Holds = Mapping[type[BaseModel], Set[str]]
"""The fields that a format keeps, by noun; a noun without an entry only occurs in fields that are not kept."""

_OF_THE_FILE = (Catalog, "format")
"""Not a loss: it describes how the file is written, and follows from its contents."""


def not_held(catalog: Catalog, title: str, holds: Holds) -> list[str]:
    """Return a sentence naming the lost fields and how many values each has; an empty list where none is lost."""
    lost: dict[str, Counter[str]] = {}
    for kind, key, count in _lost(catalog, "the catalog", holds):
        lost.setdefault(kind, Counter())[key] += count
    if not lost:
        return []
    return [f"{title} holds {'; '.join(f'no {_one_of(keys)} of {kind}' for kind, keys in lost.items())}"]


def _lost(noun: BaseModel, kind: str, holds: Holds) -> Iterator[tuple[str, str, int]]:
    """Yield the kind of noun, the key and the number of values for each lost field of a noun and of nouns within it."""
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
    """Yield a sentence for each property whose description of items is lost: it is not a list, or has two of them."""
    for path, field in fields_of(event):
        fields = isinstance(field, Property) and bool(field.fields)
        if field.type != "list" and (fields or field.item_type):
            yield f"“{path}” of {event.id} is not a list: what it says about items is not in {title}"
        elif fields and field.item_type:
            yield f"“{path}” of {event.id} has fields: its item type is not in {title}"


def fields_of(event: Event) -> Iterator[tuple[str, PropertyField]]:
    """Yield the properties of an event and the fields of their items with their paths: `items`, `items[].title`."""
    for prop in event.properties:
        yield prop.name, prop
        for field in prop.fields:
            yield f"{prop.name}[].{field.name}", field


def item_types_not_held(catalog: Catalog, title: str) -> Iterator[str]:
    """Yield a sentence for each property with an item type that is lost because the property is not a list."""
    for event in catalog.events:
        for path, field in fields_of(event):
            if field.type != "list" and field.item_type:
                yield f"“{path}” of {event.id} is not a list: its item type is not in {title}"
