"""Infobip: event definitions to POST, one by one, to /peopleevents/2/definitions.

A JSON array of request bodies as in its OpenAPI specification. Definitions there can be extended but never removed, so
deprecated events are left out, and everything that Infobip would refuse is reported before anything is sent.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from eventsmith.destinations import Destination, shipped_destination
from eventsmith.formats._format import one_file
from eventsmith.formats._losses import items_not_held, shared_by_none
from eventsmith.formats._values import json_text
from eventsmith.model import Catalog, Event, Property, PropertyField, PropertyGroup, written_out

_TYPES = {
    "string": "String",
    "integer": "Numeric",
    "decimal": "Decimal",
    "boolean": "Boolean",
    "date": "DateTime",
    "datetime": "DateTime",
}
_NO_PLACE = {"object": "objects", "any": "values of any type"}
_MAX_DESCRIPTION = 2000
_MAX_ITEM_FIELDS = 128


@one_file(
    ".infobip.json",
    holds={
        Catalog: {"property_groups", "events"},
        Event: {"id", "name", "when", "description", "properties"},
        PropertyGroup: {"properties"},
        Property: {"name", "type", "fields"},
        PropertyField: {"name", "type"},
    },
)
def write(catalog: Catalog) -> tuple[str, Iterable[str]]:
    """All definitions, in the order of the catalog."""
    platform = shipped_destination("infobip")
    assert platform is not None
    whole = written_out(catalog)
    events = [event for event in whole.events if event.status != "deprecated"]
    return json_text([_definition(event, platform) for event in events]), _losses(catalog, whole, platform)


def _definition(event: Event, platform: Destination) -> dict[str, Any]:
    description = _description(event)
    fields = [_field(prop) for prop in _taken(event, platform)]
    return {
        "definitionId": event.id,
        "title": event.name,
        **({"description": description} if description else {}),
        **({"fields": fields} if fields else {}),
    }


def _description(event: Event) -> str:
    return "\n".join(filter(None, (event.description, event.when and f"When: {event.when}")))


def _field(prop: Property) -> dict[str, Any]:
    if prop.type != "list":
        return _flat(prop)
    return {"name": prop.name, "type": "List", "schema": {"type": "Object", "fields": [*map(_flat, _items(prop))]}}


def _flat(field: PropertyField) -> dict[str, str]:
    return {"name": field.name, "type": _TYPES[field.type]}


def _items(prop: Property) -> list[PropertyField]:
    return [field for field in prop.fields if field.type in _TYPES] if prop.type == "list" else []


def _taken(event: Event, platform: Destination) -> list[Property]:
    """Return the properties that Infobip can hold: plain ones, and as many lists with fields as it allows."""
    taken, lists = [], 0
    for prop in event.properties:
        lists += bool(_items(prop))
        too_many = platform.max_lists is not None and lists > platform.max_lists
        if prop.type in _TYPES or (_items(prop) and not too_many):
            taken.append(prop)
    return taken


def _losses(catalog: Catalog, whole: Catalog, platform: Destination) -> Iterator[str]:
    """Yield what Infobip refuses or lacks; `whole` is the catalog with the properties of groups written out."""
    ids: set[str] = set()
    for written, event in zip(catalog.events, whole.events, strict=True):
        if event.status == "deprecated":
            yield f"{event.id} is deprecated and left out: Infobip never takes a definition back"
            continue
        if event.id in ids:
            yield f"Infobip takes each ID only once, but {event.id} appears twice"
        ids.add(event.id)
        yield from _of_event(event, platform)
        yield from _of_properties(written.properties, event.id, platform, _taken(event, platform))
        yield from _of_lists(event, len(written.properties), platform)
    for group in catalog.property_groups:
        yield from _of_properties(group.properties, f"the group “{group.name}”", platform, group.properties)
    yield from shared_by_none(catalog, "Infobip")


def _of_event(event: Event, platform: Destination) -> Iterator[str]:
    title = platform.title
    if reason := platform.event.refuses(event.id):
        yield f"The ID “{event.id}”: {title} takes {reason}"
    if not event.name:
        yield f"{event.id} has no name: {title} needs one"
    elif reason := platform.label.refuses(event.name):
        yield f"The name of {event.id}: {title} takes {reason}"
    if (length := len(_description(event))) > _MAX_DESCRIPTION:
        yield f"The description of {event.id}: {title} takes at most {_MAX_DESCRIPTION} characters, this has {length}"
    taken = _taken(event, platform)
    if platform.max_properties is not None and len(taken) > platform.max_properties:
        yield f"{event.id}: {title} takes at most {platform.max_properties} properties, this has {len(taken)}"
    yield from _of_names([prop.name for prop in taken], f"of {event.id}", platform)
    for prop in taken:
        if prop.type == "list":
            yield from _of_names([field.name for field in _items(prop)], f"of {prop.name} of {event.id}", platform)
    dates = [field.name for prop in taken for field in (prop, *_items(prop)) if field.type == "date"]
    if dates:
        yield f"{title} has no date without a time: {', '.join(dates)} of {event.id} became DateTime"


def _of_names(names: list[str], where: str, platform: Destination) -> Iterator[str]:
    seen: set[str] = set()
    for name in names:
        if reason := platform.property.refuses(name):
            yield f"“{name}” {where}: {platform.title} takes {reason}"
        if name.lower() in seen:
            yield f"“{name}” {where}: {platform.title} takes each name only once, and “A” and “a” are the same to it"
        seen.add(name.lower())


def _of_properties(
    properties: Iterable[Property], owner: str, platform: Destination, taken: Iterable[Property]
) -> Iterator[str]:
    """Yield what Infobip lacks for properties; `taken` are those in no list too many."""
    yield from items_not_held(owner, properties, "Infobip")
    few = {id(prop) for prop in taken}
    for prop in properties:
        where = f"“{prop.name}” of {owner}"
        if prop.type in _NO_PLACE:
            yield f"{where} is left out: {platform.title} has no {_NO_PLACE[prop.type]}"
        elif prop.type == "list" and not _items(prop):
            yield f"{where} is left out: a list in {platform.title} holds items with fields"
        elif id(prop) not in few:
            yield _one_list_too_many(prop, owner, platform)
        elif len(_items(prop)) > _MAX_ITEM_FIELDS:
            yield f"{where}: {platform.title} takes at most {_MAX_ITEM_FIELDS} fields of an item"
        for field in prop.fields if prop.type == "list" else ():
            if field.type not in _TYPES:
                kind = _NO_PLACE.get(field.type, "lists")
                path = f"“{prop.name}[].{field.name}” of {owner}"
                yield f"{path} is left out: {platform.title} has no {kind} within lists"


def _of_lists(event: Event, own: int, platform: Destination) -> Iterator[str]:
    """Yield which lists of its groups an event has no place for, besides so many properties of its own."""
    taken = {id(prop) for prop in _taken(event, platform)}
    for prop in event.properties[own:]:
        if _items(prop) and id(prop) not in taken:
            yield _one_list_too_many(prop, event.id, platform)


def _one_list_too_many(prop: Property, owner: str, platform: Destination) -> str:
    return f"“{prop.name}” of {owner} is left out: {platform.title} takes at most {platform.max_lists} list in an event"
