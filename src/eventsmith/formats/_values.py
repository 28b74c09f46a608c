"""Exact conversion of catalog values to JSON and text: no number passes through a float."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from eventsmith import model
from eventsmith.ground.sanitise import visible
from eventsmith.model import PropertyField

LIMITS = ("nullable", *model.LIMITS)
"""The keys of a property that limit its values."""


def has_limits(field: PropertyField) -> bool:
    """Return whether a property may say limits of its values, quickly for the many that say none."""
    return not field.model_fields_set.isdisjoint(LIMITS)


def json_text(node: Any) -> str:
    """Return a value as indented JSON with a final newline; all its numbers must satisfy `has_json`.

    The json module cannot write Decimals. Text of any script stays as it is, but control characters and invisible ones
    are escaped.
    """
    return _json(node, "\n") + "\n"


def has_json(value: Any) -> bool:
    """Return whether JSON can hold a value, that is, whether all its numbers are finite."""
    if isinstance(value, float | Decimal):
        return Decimal(value).is_finite()
    if isinstance(value, dict):
        return all(map(has_json, value.values()))
    return not isinstance(value, list | tuple) or all(map(has_json, value))


def distinct(values: Iterable[Any]) -> list[Any]:
    """Return the values without those that equal an earlier one in JSON, such as 1.0 after 1."""
    return list({_identity(value): value for value in reversed(list(values))}.values())[::-1]


def as_text(value: Any) -> str:
    """Return a value as a person would write it into a cell; empty for None."""
    match value:
        case None:
            return ""
        case str():
            return value
        case dict() | list() | tuple():
            return _json(value, "") if has_json(value) else str(value)
        case _:
            return _scalar(value)


def type_in_words(field: PropertyField) -> str:
    """Return a property's type in words: “list of string” for a list with an item type, else the type itself."""
    return f"list of {field.item_type}" if field.type == "list" and field.item_type else field.type


def _identity(value: Any) -> Any:
    number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(value) if number else _json(value, "")


def _json(node: Any, break_: str) -> str:
    """Return JSON on one line if `break_` is empty; otherwise that is a line feed and the current indentation."""
    deeper = break_ and f"{break_}  "
    match node:
        case str():
            return _string(node)
        case date() | time():
            return _string(_scalar(node))
        case dict():
            items = [f"{_string(str(key))}: {_json(value, deeper)}" for key, value in node.items()]
            return _enclosed("{", items, "}", break_, deeper)
        case list() | tuple():
            return _enclosed("[", [_json(item, deeper) for item in node], "]", break_, deeper)
        case _:
            return _scalar(node)


def _enclosed(opening: str, items: list[str], closing: str, break_: str, deeper: str) -> str:
    between = f",{deeper}" if deeper else ", "
    return f"{opening}{deeper}{between.join(items)}{break_}{closing}" if items else opening + closing


def _scalar(value: Any) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return str(value).lower()
        case int():
            return format(Decimal(value), "f")  # str() refuses integers of more than 4300 digits
        case float():
            return str(Decimal(repr(value)))
        case datetime() | time():
            return value.isoformat().replace("+00:00", "Z")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def _string(text: str) -> str:
    quoted = json.dumps(text, ensure_ascii=False)
    if visible(quoted) == quoted:
        return quoted
    return "".join(char if visible(char) == char else json.dumps(char)[1:-1] for char in quoted)


def limits_in_words(
    field: PropertyField, value: Callable[[Any], str] = as_text, pattern: Callable[[str], str] = str
) -> Iterator[str]:
    """Yield the limits of a property in words, with values and its pattern written as those functions do."""
    if field.format:
        yield field.format
    if field.pattern:
        yield f"matches {pattern(field.pattern) or '“”'}"
    if bounds := _range(field.minimum, field.maximum, value):
        yield bounds
    if lengths := _range(field.min_length, field.max_length, value):
        last = field.min_length if field.max_length is None else field.max_length
        noun = "item" if field.type == "list" else "character"
        yield f"{lengths} {noun}{'' if last == 1 else 's'}"


def _range(least: Any, most: Any, value: Callable[[Any], str]) -> str:
    if least is None:
        return "" if most is None else f"at most {value(most)}"
    return f"at least {value(least)}" if most is None else f"{value(least)} to {value(most)}"
