"""JSON Schema (2020-12): one document, for validators and code generators.

`$defs` holds each event's properties under its ID, for a call like `track("playSong", {…})`. The document itself
describes an object from event ID to properties, {"playSong": {…}}, since every platform wraps the two in its own way.
Of the shapes tried with ajv, check-jsonschema, quicktype, json2ts and datamodel-codegen, only this one worked well with
all: a `oneOf` of messages made validators name the wrong event, and made quicktype merge all events into one type.
Events have no `title`, because generators prefer it to the ID, and cannot make a type name of “曲を再生”. Only standard
keywords are used, as strict readers refuse others; a unit is therefore part of the description.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any
from urllib.parse import quote

from eventsmith.formats._format import one_file
from eventsmith.formats._losses import fields_of, items_not_held
from eventsmith.formats._values import distinct, has_json, json_text
from eventsmith.model import Catalog, Event, Property, PropertyField

_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
}


_HELD_OF_FIELD = {
    *("name", "type", "required", "description", "values", "unit", "unit_in", "example", "item_type"),
}


@one_file(
    ".schema.json",
    holds={
        Catalog: {"name", "description", "events"},
        Event: {"id", "name", "when", "description", "status", "replaced_by", "properties"},
        Property: {*_HELD_OF_FIELD, "fields"},
        PropertyField: _HELD_OF_FIELD,
    },
)
def write(catalog: Catalog) -> tuple[str, Iterable[str]]:
    """Return one self-contained document, and the losses."""
    events: dict[str, Event] = {}
    for event in catalog.events:
        if event.id:
            events.setdefault(event.id, event)
    document: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_said("title", catalog.name),
        **_said("description", catalog.description),
        "type": "object",
        "properties": {id_: {"$ref": f"#/$defs/{_pointer(id_)}"} for id_ in events},
        "additionalProperties": False,
        "$defs": {id_: _event(event) for id_, event in events.items()},
    }
    return json_text(document), _losses(catalog)


def _pointer(key: str) -> str:
    return quote(key.replace("~", "~0").replace("/", "~1"), safe="", errors="surrogatepass")


def _event(event: Event) -> dict[str, Any]:
    lines = (
        event.name,
        event.description,
        event.when and f"When: {event.when}",
        event.replaced_by and f"Replaced by: {event.replaced_by}",
    )
    return {
        **_said("description", "\n".join(filter(None, lines))),
        **({"deprecated": True} if event.status == "deprecated" else {}),
        **_object(event.properties),
    }


def _object(fields: Iterable[PropertyField]) -> dict[str, Any]:
    first: dict[str, PropertyField] = {}
    for field in fields:
        first.setdefault(field.name, field)
    required = [name for name, field in first.items() if field.required]
    return {
        "type": "object",
        "properties": {name: _field(field) for name, field in first.items()},
        **({"required": required} if required else {}),
        "additionalProperties": False,
    }


def _field(field: PropertyField) -> dict[str, Any]:
    lines = (
        field.description,
        field.unit and f"Unit: {field.unit}",
        field.unit_in and f"Unit: in “{field.unit_in}”",
    )
    values = distinct(value for value in field.values if has_json(value))
    allowed = {"enum": values} if values else {}
    if field.type == "list":
        item = _item(field)
        # The allowed values of a list apply to its items.
        shape = {"type": "array", **({"items": {**item, **allowed}} if item or allowed else {})}
    else:
        shape = {**_TYPES[field.type], **allowed}
    has_example = field.example is not None and has_json(field.example)
    return {
        **_said("description", "\n".join(filter(None, lines))),
        **shape,
        **({"examples": [field.example]} if has_example else {}),
    }


def _item(field: PropertyField) -> dict[str, Any]:
    if isinstance(field, Property) and field.fields:
        return _object(field.fields)
    return _TYPES[field.item_type] if field.item_type else {}


def _said(key: str, text: str) -> dict[str, str]:
    return {key: text} if text else {}


def _losses(catalog: Catalog) -> Iterable[str]:
    if live := sum(event.status == "live" for event in catalog.events):
        yield f"JSON Schema marks deprecated events, but not live ones ({live})"
    seen: set[str] = set()
    for event in catalog.events:
        if not event.id:
            yield f"“{event.name}” has no ID, and is left out of the JSON Schema"
        elif event.id in seen:
            yield f"The ID “{event.id}” appears twice; “{event.name}” is left out of the JSON Schema"
        else:
            yield from _losses_of(event)
        seen.add(event.id)


def _losses_of(event: Event) -> Iterable[str]:
    yield from items_not_held(event, "JSON Schema")
    paths: set[str] = set()
    for path, field in fields_of(event):
        where = f"“{path}” of {event.id}"
        if path in paths:
            yield f"{where} appears twice; only the first is in the JSON Schema"
        paths.add(path)
        given = [*field.values, field.example]
        if not all(map(has_json, given)):
            yield f"{where}: JSON has no infinity and no “not a number”; such values are left out"
        if any(isinstance(value, datetime) and value.tzinfo is None for value in given):
            yield f"{where}: a date-time in JSON Schema needs a time zone; its values have none and will not validate"
