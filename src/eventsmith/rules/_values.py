"""Values of properties: whether they fit a type, how messages show them, and what was meant if they do not fit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from typing import Any

from eventsmith.ground.sanitise import visible

WANTED = {
    "string": "a text",
    "integer": "a whole number such as 42",
    "decimal": "a number such as 9.5",
    "boolean": "true or false",
    "date": "a date such as 2027-04-30",
    "datetime": "a date with its time such as 2027-04-30T18:00:00Z",
    "list": "a list",
    "object": "a table",
    "any": "any value",
}
"""By type: what a value should be, in words to follow “should be”."""

_READERS: dict[str, Callable[[str], Any]] = {
    "integer": int,
    "decimal": lambda text: int(text) if text.lstrip("-").isdecimal() else Decimal(text),
    "boolean": lambda text: {"true": True, "false": False}.get(text.lower()),
    "date": date.fromisoformat,
    "datetime": datetime.fromisoformat,
}
_LONGEST = 40
EXACT: dict[str, type] = {"string": str, "integer": int, "boolean": bool, "date": date, "datetime": datetime}
"""By type: the Python type whose values certainly fit; others need a closer look."""


def type_in_words(type_name: str) -> str:
    """Return a type in words: “a whole number”."""
    return "an object" if type_name == "object" else WANTED[type_name].partition(" such")[0]


def fits_type(value: Any, type_name: str) -> bool:
    """Return whether a value fits a type: integers are decimals, but true is not a number, nor a datetime a date."""
    if type(value) is EXACT.get(type_name):
        return True
    match type_name:
        case "string":
            return isinstance(value, str)
        case "integer":
            return isinstance(value, int) and not isinstance(value, bool)
        case "decimal":
            whole = isinstance(value, int) and not isinstance(value, bool)
            return whole or (isinstance(value, Decimal) and value.is_finite())
        case "boolean":
            return isinstance(value, bool)
        case "date":
            return isinstance(value, date) and not isinstance(value, datetime)
        case "datetime":
            return isinstance(value, datetime)
        case "list":
            return isinstance(value, list | tuple)
        case "object":
            return isinstance(value, dict)
    return True


def same_value(one: Any, other: Any) -> bool:
    """Return whether two values are the same: 1 and 1.0 are, 1 and true are not."""
    return isinstance(one, bool) == isinstance(other, bool) and bool(one == other)


class Allowed:
    """A set of values, to test others for membership."""

    def __init__(self, values: Iterable[Any]) -> None:
        self._filed: set[tuple[bool, Any]] = set()
        self._others: list[Any] = []
        for value in values:
            try:
                self._filed.add((isinstance(value, bool), value))
            except TypeError:  # a list or a table
                self._others.append(value)

    def __contains__(self, value: Any) -> bool:
        try:
            # A value that does not even equal itself (NaN) is in no set.
            return (isinstance(value, bool), value) in self._filed and bool(value == value)
        except TypeError:
            return any(same_value(value, other) for other in self._others)


def read_as(value: Any, type_name: str) -> Any:
    """Return the only value of the type that can have been meant: 431 for “431” as an integer; None if in doubt."""
    if type_name == "string":
        return None if isinstance(value, list | tuple | dict) else plain(value)
    if isinstance(value, Decimal) and type_name == "integer":
        return int(value) if value.is_finite() and value == value.to_integral_value() else None
    reader = _READERS.get(type_name)
    if reader is None or not isinstance(value, str):
        return None
    text = value.strip()
    with suppress(ValueError, InvalidOperation):
        meant = reader(text)
        if not fits_type(meant, type_name):
            return None
        # “007” may not be a number at all: only a text that reads back unchanged is certain.
        if plain(meant).lower() == text.lower() or (text.endswith("Z") and plain(meant) == f"{text[:-1]}+00:00"):
            return meant
    return None


def plain(value: Any) -> str:
    """Return a value as a person would write it."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)


def quoted(value: Any) -> str:
    """Return a value for a message: sanitised, in quotes, and not too long."""
    if isinstance(value, list | tuple):
        return "a list"
    if isinstance(value, dict):
        return "a table"
    text = visible(plain(value))
    return f"“{text if len(text) <= _LONGEST else text[: _LONGEST - 1] + '…'}”"


def what_it_is(value: Any) -> str:
    """Return a clause that says what a value is: `“12” is a text`."""
    return (
        f"this is {quoted(value)}" if isinstance(value, list | tuple | dict) else f"{quoted(value)} is {_kind(value)}"
    )


def _kind(value: Any) -> str:
    match value:
        case bool():
            return "a yes or no"
        case int():
            return "a whole number"
        case Decimal():
            return "a number with decimals" if value.is_finite() else "not a number"
        case str():
            return "a text"
        case datetime():
            return "a date with its time"
        case date():
            return "a date"
    return "a time of day"


def holds(operator: str, value: Any, asked: Any) -> bool:
    """Return whether a value meets a condition; true if that cannot be told."""
    match operator:
        case "=":
            return same_value(value, asked)
        case "!=":
            return not same_value(value, asked)
        case "contains" | "starts-with" | "ends-with":
            text, part = plain(value).casefold(), plain(asked).casefold()
            return {"contains": part in text, "starts-with": text.startswith(part)}.get(operator, text.endswith(part))
    with suppress(TypeError, ArithmeticError):
        match operator:
            case "<":
                return bool(value < asked)
            case "<=":
                return bool(value <= asked)
            case ">":
                return bool(value > asked)
            case ">=":
                return bool(value >= asked)
    return True
