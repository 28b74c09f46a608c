"""Tables of properties in Markdown: a row for each property and for each field within."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from eventsmith.formats._losses import fields_of
from eventsmith.formats._markdown_text import code, inline, table
from eventsmith.formats._values import as_text, has_limits, type_in_words
from eventsmith.model import Property, PropertyField

_COLUMNS = (
    "Property",
    "Type",
    "Required",
    "Allowed values",
    "Limits",
    "Example",
    "Meaning",
    "Used for",
    "Also known as",
)


def table_of(properties: Iterable[Property]) -> str:
    """Return properties and the fields within them as a table."""
    return table(_COLUMNS, (_row(path, field) for path, field in fields_of(properties)))


def value_text(value: object) -> str:
    """Return a value escaped; empty where there is none."""
    if value is None:
        return ""
    return inline(as_text(value)) or "“”"


def _row(path: str, field: PropertyField) -> tuple[str, ...]:
    unit = ", ".join(filter(None, (inline(field.unit), field.unit_in.strip() and f"in {code(field.unit_in)}")))
    return (
        code(path) or "(no name)",
        f"{type_in_words(field)}{f' ({unit})' if unit else ''}{', may be null' if field.nullable else ''}",
        "yes" if field.required else "",
        ", ".join(map(value_text, field.values)),
        ", ".join(_limits(field)) if has_limits(field) else "",
        value_text(field.example),
        inline(field.description),
        ", ".join(field.used_for),
        ", ".join(filter(None, map(inline, field.aliases))),
    )


def _limits(field: PropertyField) -> Iterator[str]:
    if field.format:
        yield field.format
    if field.pattern:
        yield f"matches {code(field.pattern) or '“”'}"
    if bounds := _range(field.minimum, field.maximum):
        yield bounds
    if lengths := _range(field.min_length, field.max_length):
        last = field.min_length if field.max_length is None else field.max_length
        noun = "item" if field.type == "list" else "character"
        yield f"{lengths} {noun}{'' if last == 1 else 's'}"


def _range(least: Any, most: Any) -> str:
    if least is None:
        return "" if most is None else f"at most {value_text(most)}"
    return f"at least {value_text(least)}" if most is None else f"{value_text(least)} to {value_text(most)}"
