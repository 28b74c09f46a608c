"""The parts of a catalog that a format does not hold: found by the model, named by their keys in the file."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from eventsmith.model import Catalog, Groups, Property, PropertyField, properties_of_groups

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


def fields_of(properties: Iterable[Property]) -> Iterator[tuple[str, PropertyField]]:
    """Yield properties and all fields within them with their paths: `items`, `items[].title`, `order.total`."""
    for prop in properties:
        yield prop.name, prop
        if prop.fields:
            yield from _within(prop.name, prop)


def _within(path: str, whole: PropertyField) -> Iterator[tuple[str, PropertyField]]:
    step = "." if whole.type == "object" else "[]."
    for field in whole.fields:
        inner = f"{path}{step}{field.name}"
        yield inner, field
        if field.fields:
            yield from _within(inner, field)


def owners(catalog: Catalog) -> Iterator[tuple[str, Sequence[Property]]]:
    """Yield the properties of each event and each group, after what a sentence calls it."""
    for event in catalog.events:
        yield event.id, event.properties
    for group in catalog.property_groups:
        yield f"the group “{group.name}”", group.properties


def items_not_held(owner: str, properties: Iterable[Property], title: str) -> Iterator[str]:
    """Yield a sentence for each property whose description of items is lost: it is not a list, or has two of them."""
    for path, field in fields_of(properties):
        if field.type == "list":
            if field.fields and field.item_type:
                yield f"“{path}” of {owner} has fields: its item type is not in {title}"
        elif field.item_type or (field.fields and field.type != "object"):
            yield f"“{path}” of {owner} is not a list: what it says about items is not in {title}"


def item_types_not_held(catalog: Catalog, title: str) -> Iterator[str]:
    """Yield a sentence for each property with an item type that is lost because the property is not a list."""
    for owner, properties in owners(catalog):
        for path, field in fields_of(properties):
            if field.type != "list" and field.item_type:
                yield f"“{path}” of {owner} is not a list: its item type is not in {title}"


def groups_without_effect(catalog: Catalog, title: str) -> Iterator[str]:
    """Yield a sentence for each group that an event names and has no property of."""
    groups = Groups(catalog.property_groups)
    for event in catalog.events:
        if event.property_groups:
            given = {group.name for group, _ in properties_of_groups(event, groups.of(event))}
            for name in dict.fromkeys(event.property_groups):
                if name not in given:
                    yield f"{event.id} names the group “{name}”, which gives it no property: that is not in {title}"


def shared_by_none(catalog: Catalog, title: str) -> Iterator[str]:
    """Yield a sentence for each group of which no event has all: lost where only events are written."""
    if not catalog.property_groups:
        return
    groups = Groups(catalog.property_groups)
    shared = {id(prop) for event in catalog.events for _, prop in properties_of_groups(event, groups.of(event))}
    for group in catalog.property_groups:
        unused = ", ".join(f"“{prop.name}”" for prop in group.properties if id(prop) not in shared)
        if unused:
            yield f"No event takes {unused} from the group “{group.name}”, so that is not in {title}"
        elif not group.properties:
            yield f"The group “{group.name}” has no properties, so it is not in {title}"
