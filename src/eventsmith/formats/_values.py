"""Values of a catalog as JSON and as text, exactly: no number passes through a float. Knows no formats."""

from __future__ import annotations

import json
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from eventsmith.ground.sanitise import visible
from eventsmith.model import ListField


def json_text(node: Any) -> str:
    """The node as JSON, two spaces a level, final newline. It holds no number that JSON lacks: see `has_json`.

    Written here because the json module knows no Decimals. Any script stays as it is; what a terminal would obey or a
    reader would not see is escaped.
    """
    return _json(node, "\n") + "\n"


def has_json(value: Any) -> bool:
    """Whether JSON can hold the value: it has no infinity and no “not a number”."""
    if isinstance(value, float | Decimal):
        return Decimal(value).is_finite()
    if isinstance(value, dict):
        return all(map(has_json, value.values()))
    return not isinstance(value, list | tuple) or all(map(has_json, value))


def distinct(values: Iterable[Any]) -> list[Any]:
    """The values without those that JSON takes for the same as an earlier one, such as 1.0 after 1."""
    return list({_identity(value): value for value in reversed(list(values))}.values())[::-1]


def as_text(value: Any) -> str:
    """The value as a person would write it into a cell; nothing for None."""
    match value:
        case None:
            return ""
        case str():
            return value
        case dict() | list() | tuple():
            return _json(value, "") if has_json(value) else str(value)
        case _:
            return _scalar(value)


def type_in_words(field: ListField) -> str:
    """“list of string” for a list that says what its items are, else the type itself."""
    return f"list of {field.item_type}" if field.type == "list" and field.item_type else field.type


def _identity(value: Any) -> Any:
    number = isinstance(value, int | float | Decimal) and not isinstance(value, bool)
    return Decimal(value) if number else _json(value, "")


def _json(node: Any, break_: str) -> str:
    """JSON on one line where `break_` is empty, else on many: `break_` is a line feed and the indent so far."""
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
