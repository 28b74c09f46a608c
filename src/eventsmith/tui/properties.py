"""The properties of a session as rows, with what presets and other events suggest. Draws nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from eventsmith.presets import presets_of
from eventsmith.tui.rows import worst_mark
from eventsmith.tui.widgets.row import Row, Rows

if TYPE_CHECKING:
    from eventsmith.model import ListField, Place, Property
    from eventsmith.session import Session

MOST_SUGGESTIONS = 12
"""More than one takes in at a glance."""


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
        for prop, origin in suggestions(session, event)
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


def suggestions(session: Session, event: int) -> list[tuple[Property, str]]:
    """Properties that the event has not: of the same event in presets, then those of the catalog's other events."""
    from eventsmith.edits import adopted_property, find_event

    own = session.catalog.events[event]
    seen = {_key(prop.name) for prop in own.properties}
    found: list[tuple[Property, str]] = []
    alone = session.catalog.model_copy(update={"events": (own,)})
    for preset in presets_of(session.catalog.industries):
        for other in preset.events:
            if find_event(alone, other) is not None:
                new = [prop for prop in other.properties if _key(prop.name) not in seen]
                found += [(adopted_property(session.catalog, prop), preset.name) for prop in new]
                seen.update(_key(prop.name) for prop in other.properties)
    counts: dict[str, tuple[int, Property, str]] = {}
    for other in session.catalog.events:
        if other is not own:
            for prop in other.properties:
                key = _key(prop.name)
                if key and key not in seen:
                    count = counts.get(key, (0,))[0]
                    counts[key] = (count + 1, prop, other.name) if not count else (count + 1, *counts[key][1:])
    common = sorted(counts.values(), key=lambda entry: -entry[0])
    found += [(prop, f"“{origin}”") for _, prop, origin in common]
    return found[:MOST_SUGGESTIONS]


def suggestion(session: Session, event: int, key: str) -> Property:
    """The suggested property of a row."""
    name = key.partition(":")[2]
    return next(prop for prop, _ in suggestions(session, event) if prop.name == name)


def _key(name: str) -> str:
    return name.replace("_", "").casefold()
