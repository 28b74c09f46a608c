"""A single event as text to paste elsewhere: TOML for another catalog, JSON, or plain text for a ticket."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from eventsmith.formats import json_text, limits_in_words
from eventsmith.ground.sanitise import visible
from eventsmith.model import Catalog, Event, PropertyField, fields_in
from eventsmith.queries.value_text import show_value
from eventsmith.store import canonical_toml


def event_as(event: Event, kind: str) -> str:
    """Return the event as one of COPIES, with a final newline."""
    return COPIES[kind](event)


def _toml(event: Event) -> str:
    text = canonical_toml(Catalog(events=(event,)))
    return text[text.index("[[events]]") :]


def _json(event: Event) -> str:
    return json_text(event.model_dump(exclude_defaults=True))


def _text(event: Event) -> str:
    return "".join(f"{visible(line)}\n" for text in _lines(event) for line in text.split("\n"))


def _lines(event: Event) -> Iterator[str]:
    yield f"{event.name or '(no name yet)'} ({event.id})"
    for label, text in (
        ("Fires when", event.when),
        ("Sent by", event.source),
        ("Stage", event.stage),
        ("Why", event.description),
        ("Also called", ", ".join(event.aliases)),
    ):
        if text:
            yield f"{label}: {text}"
    if event.status != "planned":
        yield f"Status: {event.status}" + (f", replaced by {event.replaced_by}" if event.replaced_by else "")
    if event.properties:
        yield "Properties:"
    for prop in event.properties:
        yield f"- {_fact(prop)}"
        for place, field in fields_in(prop):
            yield f"{'  ' * (len(place) // 2)}- {_fact(field)}"


def _fact(prop: PropertyField) -> str:
    facts = [f"list of {prop.item_type}" if prop.item_type else prop.type]
    if unit := prop.unit or (f"in {prop.unit_in}" if prop.unit_in else ""):
        facts.append(unit)
    if prop.required:
        facts.append("always sent")
    if prop.values:
        facts.append(f"one of {show_value(prop.values)}")
    elif prop.example is not None:
        facts.append(f"such as {show_value(prop.example)}")
    facts += limits_in_words(prop)
    if prop.nullable:
        facts.append("may be null")
    return f"{prop.name} ({', '.join(facts)})" + (f": {prop.description}" if prop.description else "")


COPIES: dict[str, Callable[[Event], str]] = {"TOML": _toml, "JSON": _json, "text": _text}
"""The formats in which an event can be copied."""
