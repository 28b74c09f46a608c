"""The properties of a session as rows, with what presets and other events suggest. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.session import suggestions
from eventsmith.tui.rows import worst_mark
from eventsmith.tui.widgets.row import Row, Rows

if TYPE_CHECKING:
    from eventsmith.model import ListField, Place, Property
    from eventsmith.session import Session


def event_names(session: Session) -> Rows:
    """All events, with how many properties each has."""
    catalog, issues = session.catalog, session.issues

    def make(key: str) -> Row:
        event = catalog.events[int(key)]
        mark, tone = worst_mark(issues.under(("events", int(key), "properties")))
        return Row(key, (event.name or "(no name yet)", str(len(event.properties))), mark or " ", tone)

    return Rows([str(index) for index in range(len(catalog.events))], make)


def property_rows(session: Session, event: int) -> list[Row]:
    """The properties of an event, the fields of its lists, then what is suggested."""
    rows = []
    for number, prop in enumerate(session.catalog.events[event].properties):
        place: Place = ("events", event, "properties", number)
        rows.append(_row(session, f"own:{number}", prop, place, ""))
        for i, field in enumerate(prop.fields):
            rows.append(_row(session, f"own:{number}:{i}", field, (*place, "fields", i), "└ "))
    rows += [
        Row(f"suggested:{prop.name}", (prop.name, prop.type, _example(prop), f"from {origin}"), "○", "faint")
        for prop, origin in suggestions(session.catalog, event)
    ]
    return rows


def _row(session: Session, key: str, prop: ListField, place: Place, indent: str) -> Row:
    mark, tone = worst_mark(session.issues.under(place))
    type_ = prop.type + ("*" if prop.required else "")
    cells = (indent + (prop.name or "(no name yet)"), type_, _example(prop), ", ".join(prop.used_for))
    return Row(key, cells, mark or "✓", tone)


def _example(prop: ListField) -> str:
    from eventsmith.session import show_value

    unit = prop.unit or (f"({prop.unit_in})" if prop.unit_in else "")
    return f"{show_value(prop.example)} {unit}".strip()


def suggestion(session: Session, event: int, key: str) -> Property:
    """The suggested property of a row."""
    name = key.partition(":")[2]
    return next(prop for prop, _ in suggestions(session.catalog, event) if prop.name == name)
