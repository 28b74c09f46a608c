"""The limits of a property's values as keywords of JSON Schema, and those that it has no keyword for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from eventsmith.formats._json_pattern import json_pattern, means_less
from eventsmith.formats._values import has_json
from eventsmith.model import PropertyField

_OF_NUMBERS = {"minimum": "minimum", "maximum": "maximum"}
_BOUNDS: Mapping[str, Mapping[str, str]] = {
    "integer": _OF_NUMBERS,
    "decimal": _OF_NUMBERS,
    "string": {"min_length": "minLength", "max_length": "maxLength"},
    "list": {"min_length": "minItems", "max_length": "maxItems"},
}
"""By type: the keyword for each key that sets a bound."""
_FORMATS = {"uri": "uri", "email": "email", "uuid": "uuid"}
_SHAPES = {
    # The format “time” of JSON Schema asks for an offset from UTC.
    "time": r"^[0-9]{2}:[0-9]{2}(:[0-9]{2}(\.[0-9]+)?)?([Zz]|[+-][0-9]{2}:[0-9]{2})?$",
    "country": "^[A-Z]{2}$",
    "currency": "^[A-Z]{3}$",
    "language": "^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$",
}
"""The patterns for formats that JSON Schema does not know, or reads otherwise."""


def limited(shape: dict[str, Any], field: PropertyField) -> dict[str, Any]:
    """Return the schema of a property with the limits of its values."""
    bounds = _BOUNDS.get(field.type, {})
    found = {**shape, **{word: getattr(field, key) for key, word in bounds.items() if _is_bound(field, key)}}
    if field.type == "string":
        found |= _written_as(field)
    return _or_null(found, field) if field.nullable else found


def _is_bound(field: PropertyField, key: str) -> bool:
    """Return whether JSON Schema takes the value of such a key: a finite number, for a length not below 0."""
    value = getattr(field, key)
    is_number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return is_number and has_json(value) and (key in _OF_NUMBERS or value >= 0)


def _written_as(field: PropertyField) -> dict[str, Any]:
    own = json_pattern(field.pattern) if field.pattern else None
    patterns = [pattern for pattern in (_SHAPES.get(field.format), own) if pattern]
    return {
        **({"format": _FORMATS[field.format]} if field.format in _FORMATS else {}),
        **({"pattern": patterns[0]} if len(patterns) == 1 else {}),
        **({"allOf": [{"pattern": pattern} for pattern in patterns]} if len(patterns) > 1 else {}),
    }


def _or_null(shape: dict[str, Any], field: PropertyField) -> dict[str, Any]:
    """Return the schema with null allowed; any value at all has no type."""
    if field.type == "any":
        typed = {key: value for key, value in shape.items() if key != "type"}
    else:
        typed = {**shape, "type": [shape["type"], "null"]}
    return {**typed, "enum": [*shape["enum"], None]} if "enum" in shape else typed


def limits_lost(where: str, field: PropertyField) -> Iterator[str]:
    """Yield a sentence for each limit of a property that is not, or not wholly, in its schema."""
    bounds = _BOUNDS.get(field.type, {})
    for key in ("minimum", "maximum", "min_length", "max_length"):
        if getattr(field, key) is None:
            continue
        if key not in bounds:
            yield f"{where}: JSON Schema has no {key} for the type {field.type}, so it is left out"
        elif not _is_bound(field, key):
            yield f"{where}: its {key} is left out, as JSON Schema takes no such value for it"
    for key in ("format", "pattern"):
        if getattr(field, key) and field.type != "string":
            yield f"{where}: JSON Schema has no {key} for the type {field.type}, so it is left out"
    if field.pattern and field.type == "string":
        if json_pattern(field.pattern) is None:
            yield f"{where}: its pattern is left out, as it has something that JSON Schema does not"
        elif means_less(field.pattern):
            yield f"{where}: \\d and \\w in its pattern stand for ASCII characters only in JSON Schema"
