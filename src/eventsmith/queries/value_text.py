"""Conversion between values and the text that a person types: an example of a decimal property, a list of aliases."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, datetime, time
from decimal import Decimal
from typing import Any

from eventsmith.model import Value

_INTEGER = re.compile(r"[+-]?[0-9]{1,18}")
_DECIMAL = re.compile(r"[+-]?[0-9]+\.[0-9]+")
_TRUTH = {"true": True, "yes": True, "false": False, "no": False}


def show_value(value: Value | None) -> str:
    """Return a value as a person would type it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, Decimal):
        return format(value, "f") if value.is_finite() else str(value)
    if isinstance(value, list | tuple):
        return ", ".join(_quoted(show_value(item)) for item in value)
    if isinstance(value, dict):
        return "; ".join(f"{key}: {show_value(one)}" for key, one in value.items())
    return str(value)


def read_count(text: str) -> int | None:
    """Convert typed text to a whole number; None if it does not begin with one."""
    digits = re.match(r"\s*([0-9]{1,9})", text)
    return int(digits[1]) if digits else None


def read_value(text: str, type_: str) -> Value | None:
    """Convert typed text to a value of a property's type; return the text itself if it is none, for rules to report."""
    text = text.strip()
    if not text:
        return None
    read = _READERS.get(type_)
    return text if read is None else read(text)


def read_texts(text: str) -> tuple[str, ...]:
    """Split typed text at commas. Quotes protect a comma: `Paris, "Nice, Côte d'Azur"`."""
    found: list[str] = []
    for match in re.finditer(r'\s*(?:"([^"]*)"\s*|([^,]*))(?:,|$)', text):
        item = match[1] if match[1] is not None else (match[2] or "").strip()
        if item:
            found.append(item)
    return tuple(found)


def read_values(text: str, type_: str) -> tuple[Value, ...]:
    """Split typed text at commas and convert each part to a value of a property's type."""
    return tuple(read_value(item, type_) for item in read_texts(text))


def _quoted(text: str) -> str:
    return f'"{text}"' if "," in text or text != text.strip() else text


def _integer(text: str) -> Value:
    return int(text) if _INTEGER.fullmatch(text) else text


def _decimal(text: str) -> Value:
    return Decimal(text) if _DECIMAL.fullmatch(text) else _integer(text)


def _boolean(text: str) -> Value:
    return _TRUTH.get(text.casefold(), text)


def _iso(read: Callable[[str], Any]) -> Callable[[str], Value]:
    def reader(text: str) -> Value:
        try:
            return read(text)
        except ValueError:
            return text

    return reader


_READERS: dict[str, Callable[[str], Value]] = {
    "integer": _integer,
    "decimal": _decimal,
    "boolean": _boolean,
    "date": _iso(date.fromisoformat),
    "datetime": _iso(datetime.fromisoformat),
    "list": lambda text: list(read_texts(text)),
}
