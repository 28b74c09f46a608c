"""JSON Schema (2020-12): one document, for validators and code generators.

`$defs` holds each event's properties under its ID, for a call like `track("playSong", {…})`. The document itself
describes an object from event ID to properties, {"playSong": {…}}, since every platform wraps the two in its own way.
Of the shapes tried with ajv, check-jsonschema, quicktype, json2ts and datamodel-codegen, only this one worked well with
all: a `oneOf` of messages made validators name the wrong event, and made quicktype merge all events into one type.
Events have no `title`, because generators prefer it to the ID, and cannot make a type name of “曲を再生”. Only standard
keywords are used, as strict readers refuse others; a unit is therefore part of the description.

`$defs` holds each property group as well. An event refers to the properties of its groups one by one, so that it can
have one of its own instead, and allow no others: `additionalProperties` knows nothing of what is in an `allOf`, and
generators do not know `unevaluatedProperties`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any
from urllib.parse import quote

from eventsmith.formats._format import one_file
from eventsmith.formats._json_limits import limited, limits_lost
from eventsmith.formats._losses import fields_of, groups_without_effect, items_not_held
from eventsmith.formats._values import LIMITS, distinct, has_json, has_limits, json_text
from eventsmith.model import Catalog, Event, Groups, Property, PropertyField, PropertyGroup, properties_of_groups

_TYPES: dict[str, dict[str, Any]] = {
    "string": {"type": "string"},
    "integer": {"type": "integer"},
    "decimal": {"type": "number"},
    "boolean": {"type": "boolean"},
    "date": {"type": "string", "format": "date"},
    "datetime": {"type": "string", "format": "date-time"},
    "object": {"type": "object"},
    "any": {"type": ["string", "number", "boolean", "object", "array"]},
}

_HELD_OF_FIELD = {
    *("name", "type", "required", "description", "values", "unit", "unit_in", "example", "item_type", "fields"),
    *LIMITS,
}


@one_file(
    ".schema.json",
    holds={
        Catalog: {"name", "description", "property_groups", "events"},
        Event: {"id", "name", "when", "description", "status", "replaced_by", "property_groups", "properties"},
        PropertyGroup: {"name", "description", "properties"},
        Property: _HELD_OF_FIELD,
        PropertyField: _HELD_OF_FIELD,
    },
)
def write(catalog: Catalog) -> tuple[str, Iterable[str]]:
    """Return one self-contained document, and the losses."""
    events: dict[str, Event] = {}
    for event in catalog.events:
        if event.id:
            events.setdefault(event.id, event)
    groups: dict[str, PropertyGroup] = {}
    for group in catalog.property_groups:
        groups.setdefault(group.name, group)
    keys = _keys_of_groups(groups, events)
    taken = Groups(catalog.property_groups)
    document: dict[str, Any] = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        **_said("title", catalog.name),
        **_said("description", catalog.description),
        "type": "object",
        "properties": {id_: {"$ref": f"#/$defs/{_pointer(id_)}"} for id_ in events},
        "additionalProperties": False,
        "$defs": {
            **{id_: _event(event, taken, keys) for id_, event in events.items()},
            **{keys[name]: _group(group) for name, group in groups.items()},
        },
    }
    return json_text(document), _losses(catalog)


def _keys_of_groups(groups: Iterable[str], events: Iterable[str]) -> dict[str, str]:
    """Return by name of each group the key of its definition: none that an event has."""
    keys: dict[str, str] = {}
    taken = {*events}
    for name in groups:
        keys[name] = f"group {name}"
        while keys[name] in taken:
            keys[name] += "-"
        taken.add(keys[name])
    return keys


def _pointer(key: str) -> str:
    return quote(key.replace("~", "~0").replace("/", "~1"), safe="", errors="surrogatepass")


def _event(event: Event, groups: Groups, keys: Mapping[str, str]) -> dict[str, Any]:
    lines = (
        event.name,
        event.description,
        event.when and f"When: {event.when}",
        event.replaced_by and f"Replaced by: {event.replaced_by}",
    )
    return {
        **_said("description", "\n".join(filter(None, lines))),
        **({"deprecated": True} if event.status == "deprecated" else {}),
        **_object(event.properties, _shared(event, groups, keys)),
    }


def _shared(event: Event, groups: Groups, keys: Mapping[str, str]) -> Iterator[tuple[Property, dict[str, Any]]]:
    """Yield what an event has of its groups, each property with a reference to its schema."""
    for group, prop in properties_of_groups(event, groups.of(event)):
        yield prop, {"$ref": f"#/$defs/{_pointer(keys[group.name])}/properties/{_pointer(prop.name)}"}


def _group(group: PropertyGroup) -> dict[str, Any]:
    return {**_said("description", group.description), **_properties(group.properties)}


def _object(
    fields: Iterable[PropertyField], shared: Iterable[tuple[PropertyField, dict[str, Any]]] = ()
) -> dict[str, Any]:
    return {**_properties(fields, shared), "additionalProperties": False}


def _properties(
    fields: Iterable[PropertyField], shared: Iterable[tuple[PropertyField, dict[str, Any]]] = ()
) -> dict[str, Any]:
    """Return the schema of an object with such fields, and with others that are given with their schemas."""
    first: dict[str, PropertyField] = {}
    for field in fields:
        first.setdefault(field.name, field)
    schemas = {name: _field(field) for name, field in first.items()}
    required = [name for name, field in first.items() if field.required]
    for field, schema in shared:
        schemas[field.name] = schema
        required += [field.name] if field.required else []
    return {"type": "object", "properties": schemas, **({"required": required} if required else {})}


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
    elif field.type == "object" and field.fields:
        shape = {**_object(field.fields), **allowed}
    else:
        shape = {**_TYPES[field.type], **allowed}
    if has_limits(field):
        shape = limited(shape, field)
    has_example = field.example is not None and has_json(field.example)
    return {
        **_said("description", "\n".join(filter(None, lines))),
        **shape,
        **({"examples": [field.example]} if has_example else {}),
    }


def _item(field: PropertyField) -> dict[str, Any]:
    if field.fields:
        return _object(field.fields)
    return _TYPES[field.item_type] if field.item_type else {}


def _said(key: str, text: str) -> dict[str, str]:
    return {key: text} if text else {}


def _losses(catalog: Catalog) -> Iterable[str]:
    if live := sum(event.status == "live" for event in catalog.events):
        yield f"JSON Schema marks deprecated events, but not live ones ({live})"
    yield from groups_without_effect(catalog, "JSON Schema")
    seen: set[str] = set()
    for event in catalog.events:
        if not event.id:
            yield f"“{event.name}” has no ID, and is left out of the JSON Schema"
        elif event.id in seen:
            yield f"The ID “{event.id}” appears twice; “{event.name}” is left out of the JSON Schema"
        else:
            yield from _losses_of(event.id, event.properties)
        seen.add(event.id)
    known: set[str] = set()
    for group in catalog.property_groups:
        if group.name in known:
            yield f"The group “{group.name}” appears twice; only the first is in the JSON Schema"
        else:
            yield from _losses_of(f"the group “{group.name}”", group.properties)
        known.add(group.name)


def _losses_of(owner: str, properties: Sequence[Property]) -> Iterator[str]:
    yield from items_not_held(owner, properties, "JSON Schema")
    paths: set[str] = set()
    for path, field in fields_of(properties):
        where = f"“{path}” of {owner}"
        if path in paths:
            yield f"{where} appears twice; only the first is in the JSON Schema"
        paths.add(path)
        given = [*field.values, field.example]
        if not all(map(has_json, given)):
            yield f"{where}: JSON has no infinity and no “not a number”; such values are left out"
        if any(isinstance(value, datetime) and value.tzinfo is None for value in given):
            yield f"{where}: a date-time in JSON Schema needs a time zone; its values have none and will not validate"
        if has_limits(field):
            yield from limits_lost(where, field)
