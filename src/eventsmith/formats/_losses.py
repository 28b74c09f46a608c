"""Counts what a catalog has of each kind, so that a format can say in words what it does not hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from eventsmith.model import Budget, Campaign, Catalog, Event, ListField, Naming, Property


def not_held(catalog: Catalog, title: str, *kinds: str) -> list[str]:
    """One sentence that names the kinds (keys of `_COUNTS`) that the catalog has any of, with how many; or none."""
    counted = [f"{kind} ({count})" for kind in kinds if (count := _COUNTS[kind](catalog))]
    if not counted:
        return []
    *most, last = counted
    return [f"{title} holds no {', '.join(most)} or {last}" if most else f"{title} holds no {last}"]


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


def _fields(catalog: Catalog) -> Iterator[ListField]:
    return (field for event in catalog.events for _, field in fields_of(event))


def _nouns(catalog: Catalog) -> Iterator[Catalog | Event | ListField | Campaign]:
    yield catalog
    yield from catalog.events
    yield from _fields(catalog)
    yield from catalog.campaigns


def _of_events(holds: Callable[[Event], object]) -> Callable[[Catalog], int]:
    return lambda catalog: sum(bool(holds(event)) for event in catalog.events)


def _of_fields(holds: Callable[[ListField], object]) -> Callable[[Catalog], int]:
    return lambda catalog: sum(bool(holds(field)) for field in _fields(catalog))


def _aliases(catalog: Catalog) -> int:
    return sum(len(event.aliases) for event in catalog.events) + sum(len(field.aliases) for field in _fields(catalog))


def _settings(catalog: Catalog) -> int:
    pairs: list[tuple[Any, Any, str]] = [
        (catalog, _BARE, key) for key in ("industries", "goals", "destinations", "language", "stages")
    ]
    pairs += [(catalog.naming, _BARE.naming, key) for key in Naming.model_fields]
    pairs += [(catalog.budget, _BARE.budget, key) for key in Budget.model_fields]
    return len([key for noun, bare, key in pairs if getattr(noun, key) != getattr(bare, key)])


_BARE = Catalog()

_COUNTS: Mapping[str, Callable[[Catalog], int]] = {
    "name or description of the catalog": lambda catalog: bool(catalog.name) + bool(catalog.description),
    "settings of the catalog": _settings,
    "campaigns": lambda catalog: len(catalog.campaigns),
    "stages of events": _of_events(lambda event: event.stage),
    "sources": _of_events(lambda event: event.source),
    "statuses": _of_events(lambda event: event.status != "planned"),
    "marks of what is live": _of_events(lambda event: event.status == "live"),
    "replacements of events": _of_events(lambda event: event.replaced_by),
    "former IDs": lambda catalog: sum(len(event.former_ids) for event in catalog.events),
    "languages of events": _of_events(lambda event: event.language),
    "uses of events": _of_events(lambda event: event.used_for),
    "descriptions of properties": _of_fields(lambda field: field.description),
    "marks of what is required": _of_fields(lambda field: field.required),
    "allowed values": _of_fields(lambda field: field.values),
    "units": _of_fields(lambda field: field.unit or field.unit_in),
    "examples": _of_fields(lambda field: field.example is not None),
    "uses of properties": _of_fields(lambda field: field.used_for),
    "aliases": _aliases,
    "reasons to ignore rules": lambda catalog: sum(len(noun.ignore) for noun in _nouns(catalog)),
    "extra keys": lambda catalog: sum(len(noun.extra) for noun in _nouns(catalog)),
}
