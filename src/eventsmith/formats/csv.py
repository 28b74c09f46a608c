"""CSV: one row a property, for spreadsheets.

An event without properties has one row of its own. Each row repeats the columns of its event, so that a sheet can be
filtered and sorted. What an event has of property groups is among its rows, and the column `group` says so. That column
and those for limits of values stand at the end, and only where something is in them. Lines end in LF rather than the
CRLF of RFC 4180: every spreadsheet reads both, but git, diff and awk only see clean lines with LF. There is no byte
order mark, for the same reason.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from decimal import Decimal
from io import StringIO
from typing import Any

from eventsmith.formats._format import one_file
from eventsmith.formats._losses import fields_of, groups_without_effect, item_types_not_held, owners, shared_by_none
from eventsmith.formats._values import LIMITS, as_text, has_limits, type_in_words
from eventsmith.ground.sanitise import visible_lines
from eventsmith.model import Catalog, Event, Groups, Property, PropertyField, PropertyGroup, properties_of_groups

_OF_EVENT = (
    "event_id",
    "event_name",
    "stage",
    "source",
    "when",
    "event_description",
    "status",
    "platforms",
    "owner",
    "tags",
)
_OF_PROPERTY = (
    "property",
    "type",
    "required",
    "values",
    "unit",
    "unit_in",
    "example",
    "description",
    "used_for",
)
_FORMULA = ("=", "+", "-", "@", "\t", "\n", "＝", "＋", "－", "＠")
"""What a spreadsheet may take for the start of a formula (OWASP); carriage returns are made visible before."""


_HELD_OF_FIELD = {"name", "type", "item_type", "fields", *_OF_PROPERTY[2:], *LIMITS}


@one_file(
    ".csv",
    holds={
        Catalog: {"property_groups", "events"},
        Event: {
            "id",
            "name",
            "stage",
            "source",
            "when",
            "description",
            "status",
            "platforms",
            "owner",
            "tags",
            "property_groups",
            "properties",
        },
        PropertyGroup: {"name", "properties"},
        Property: _HELD_OF_FIELD,
        PropertyField: _HELD_OF_FIELD,
    },
)
def write(catalog: Catalog) -> tuple[str, Iterable[str]]:
    """Return a header and the rows, with every text made harmless, and the losses."""
    guarded: set[str] = set()
    shown: set[str] = set()

    def cell(value: Any) -> str:
        raw = as_text(value)
        text = visible_lines(raw)
        if text != raw:
            shown.add(raw)
        number = isinstance(value, int) or (isinstance(value, Decimal) and value.is_finite())
        if text.startswith(_FORMULA) and not number:
            guarded.add(raw)
            return f"'{text}"
        return text

    out = StringIO()
    writer = csv.writer(out, lineterminator="\n")
    groups = Groups(catalog.property_groups)
    limits = _limits(catalog)
    added = (*limits, *(("group",) if catalog.property_groups else ()))
    writer.writerow((*_OF_EVENT, *_OF_PROPERTY, *added))
    for event in catalog.events:
        said = _event(event)
        rows = [(*said, *_property(path, field, limits)) for path, field in fields_of(event.properties)]
        if catalog.property_groups:
            rows = [(*row, "") for row in rows]
            rows += [(*said, *row) for row in _shared(event, groups, limits)]
        rows = rows or [(*said, *("" for _ in (*_OF_PROPERTY, *added)))]
        writer.writerows([cell(value) for value in row] for row in rows)
    return out.getvalue(), _losses(catalog, len(guarded), len(shown))


def _limits(catalog: Catalog) -> list[str]:
    """Return the keys of those limits that any property has."""
    limited = [field for _, properties in owners(catalog) for _, field in fields_of(properties) if has_limits(field)]
    default = {key: PropertyField.model_fields[key].default for key in LIMITS}
    return [key for key in LIMITS if any(getattr(field, key) != default[key] for field in limited)]


def _event(event: Event) -> tuple[Any, ...]:
    told = (event.id, event.name, event.stage, event.source, event.when, event.description, event.status)
    return (*told, _listed(event.platforms), event.owner, _listed(event.tags))


def _shared(event: Event, groups: Groups, limits: Iterable[str]) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of what an event has of its groups, without the columns of the event."""
    for group, prop in properties_of_groups(event, groups.of(event)):
        for path, field in fields_of((prop,)):
            yield (*_property(path, field, limits), group.name)


def _property(path: str, field: PropertyField, limits: Iterable[str]) -> tuple[Any, ...]:
    return (
        path,
        type_in_words(field),
        field.required,
        _listed(field.values),
        field.unit,
        field.unit_in,
        field.example,
        field.description,
        _listed(field.used_for),
        *(getattr(field, key) for key in limits),
    )


def _listed(values: Iterable[Any]) -> Any:
    """Return values as one cell, separated by semicolons, with a backslash before those in a value."""
    values = list(values)
    if len(values) == 1 and not isinstance(values[0], str):
        return values[0]
    return "; ".join(as_text(value).replace("\\", "\\\\").replace(";", "\\;") for value in values)


def _losses(catalog: Catalog, guarded: int, shown: int) -> Iterable[str]:
    yield from item_types_not_held(catalog, "CSV")
    yield from groups_without_effect(catalog, "CSV")
    yield from shared_by_none(catalog, "CSV")
    if guarded:
        yield f"CSV has an apostrophe before each text that a spreadsheet would take for a formula ({guarded})"
    if shown:
        yield f"CSV shows control characters by their code, like <U+001B>, in some texts ({shown})"
