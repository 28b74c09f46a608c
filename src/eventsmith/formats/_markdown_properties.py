"""Tables of properties in Markdown: a row for each property and for each field within."""

from __future__ import annotations

from collections.abc import Iterable

from eventsmith.formats._losses import fields_of
from eventsmith.formats._markdown_text import code, inline, table
from eventsmith.formats._values import as_text, limits_in_words, type_in_words
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
        ", ".join(limits_in_words(field, value_text, code)),
        value_text(field.example),
        inline(field.description),
        ", ".join(field.used_for),
        ", ".join(filter(None, map(inline, field.aliases))),
    )
