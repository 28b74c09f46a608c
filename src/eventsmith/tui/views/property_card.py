"""The lines of the card beside the sheet: all there is to say about the row under the cursor, whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import TYPE_CHECKING

from textual.content import Content

from eventsmith.model import HOLDING_FIELDS, MAX_DEPTH, PropertyField, value_at
from eventsmith.tui.actions import key_of
from eventsmith.tui.text import lit
from eventsmith.tui.views.cells import CELLS, Cell, fields_hint, hint, typed
from eventsmith.tui.views.suggestions import why

if TYPE_CHECKING:
    from eventsmith.model import Catalog, Place, PropertyGroup
    from eventsmith.queries.property_index import PropertyIndex
    from eventsmith.queries.property_suggestions import Suggestion

MOST_NAMED = 12
"""The number of events that are named; more of them say nothing more."""
_ALWAYS_SHOWN = ("type", "example", "required", "used_for", "description", "values")
_UNSET = {"required": "not every time", "used_for": "nothing yet", "description": "not said yet", "values": "any"}
_LABELS = {"used_for": "Needed for"}


@dataclass(frozen=True, slots=True)
class CardLine:
    """A label and what belongs to it."""

    label: str
    text: str
    key: str = ""
    """The key of the column that the text is in, if it is in one."""
    tone: str = ""
    essential: bool = False
    """Whether it is also said where there is little room."""


@dataclass(frozen=True, slots=True)
class Card:
    """What the card says."""

    title: str = ""
    lines: Sequence[CardLine] = ()
    hint: str = ""
    """What can be done here."""
    here: str = ""
    """The key of the column under the cursor."""


def property_card(catalog: Catalog, place: Place, cell: Cell, index: PropertyIndex) -> Card:
    """Return the card of a property, or of a field in one."""
    prop: PropertyField = value_at(catalog, place)
    lines = [*_values(prop, cell.key), *_around(catalog, place, prop, index)]
    opens = cell.key == "type" and prop.type in HOLDING_FIELDS and place.count("fields") < MAX_DEPTH
    return Card(prop.name or "(no name yet)", lines, fields_hint() if opens else hint(cell), cell.key)


def suggestion_card(suggestions: Sequence[Suggestion]) -> Card:
    """Return the card of what the row under the cursor would take."""
    pick = key_of("properties.pick", typing=True)
    if len(suggestions) == 1:
        one = suggestions[0]
        lines = [CardLine("Suggested", why(one), essential=True), *_values(one.prop, "")]
        return Card(one.prop.name, lines, f"{pick} takes it")
    names = ", ".join(one.prop.name for one in suggestions)
    lines = [CardLine("Names", names, essential=True)]
    return Card(f"{len(suggestions)} suggestions", lines, f"{pick} takes all of them")


def folded_card(suggestions: Sequence[Suggestion]) -> Card:
    """Return the card of the line that the suggestions are folded into."""
    count = f"{len(suggestions)} {'suggestion' if len(suggestions) == 1 else 'suggestions'}"
    lines = [CardLine("Names", ", ".join(one.prop.name for one in suggestions), essential=True)]
    opens = f"{key_of('properties.suggestions')} or {key_of('properties.edit', typing=True)} opens and folds them"
    return Card(count, lines, f"What presets and your other events have. {opens}")


def group_card(catalog: Catalog, number: int, name: str) -> Card:
    """Return the card of a property group that an event takes; its number is -1 if there is none of that name."""
    opens, changes = (key_of(f"properties.{action}", typing=True) for action in ("edit", "groups"))
    if not 0 <= number < len(catalog.property_groups):
        return Card(name, (), f"There is no such group: {changes} leaves it")
    group = catalog.property_groups[number]
    names = ", ".join(prop.name for prop in group.properties) or "nothing yet"
    lines = [CardLine("Has", names, essential=True), _taken_by(catalog, group)]
    return Card(group.name or "(no name yet)", lines, f"{opens} opens the group; {changes} takes or leaves groups")


def new_card() -> Card:
    """Return the card of the row in which a new property is typed."""
    return Card("A new one", (), "Type its name; Tab goes on. Rows copied from a spreadsheet can be pasted")


def note_of(card: Card) -> Content:
    """Return what a card says at the cursor, and its essentials: where there is no room for all of it."""
    here = next((line for line in card.lines if line.key and line.key == card.here), None)
    first = (lit(here.label, "bold"), "  ", lit(here.text)) if here is not None else (lit(card.title, "bold"),)
    lines = [Content.assemble(*first), lit(card.hint, "$text-muted")]
    lines += [
        Content.assemble(lit(line.label, "$text-muted"), "  ", lit(line.text))
        for line in card.lines
        if line.essential and line is not here
    ]
    return Content("\n").join(lines)


def _values(prop: PropertyField, here: str) -> Iterator[CardLine]:
    """Yield a line for each value that says something, and for the one under the cursor."""
    seen = {"name"}
    for cell in CELLS:
        if cell.key in seen:
            continue
        seen.add(cell.key)
        text = _text(prop, cell)
        if text or cell.key in (*_ALWAYS_SHOWN, here):
            label = _LABELS.get(cell.key, cell.head)
            told, essential = text or _UNSET.get(cell.key, "–"), cell.key == "description" and bool(text)
            yield CardLine(label, told, cell.key, "" if text else "faint", essential)
        if cell.key == "type" and prop.type in HOLDING_FIELDS and prop.fields:
            yield CardLine("Fields", ", ".join(inner.name or "(no name yet)" for inner in prop.fields))


def _text(prop: PropertyField, cell: Cell) -> str:
    if cell.kind == "use":
        return ", ".join(prop.used_for)
    if cell.kind == "truth":
        return "yes" if getattr(prop, cell.key) else ""
    return typed(prop, cell)


def _around(catalog: Catalog, place: Place, prop: PropertyField, index: PropertyIndex) -> Iterator[CardLine]:
    """Yield where else a property is; fields are nowhere else."""
    if len(place) != len(("events", 0, "properties", 0)):
        return
    if place[0] == "property_groups":
        yield _taken_by(catalog, value_at(catalog, place[:2]))
    index.look_at(catalog.events)
    others = (
        _named(catalog.events[at].name, other, prop)
        for at, other in index.having(prop.name).items()
        if place[:2] != ("events", at)
    )
    groups = (
        _named(f"group {group.name}", other, prop)
        for at, group in enumerate(catalog.property_groups)
        for other in group.properties
        if other.name == prop.name and place[:2] != ("property_groups", at)
    )
    if also := _listed([*groups, *islice(others, MOST_NAMED + 1)]):
        yield CardLine("Also in", also, essential=True)


def _named(name: str, other: PropertyField, prop: PropertyField) -> str:
    name = name or "(no name yet)"
    return name if other.type == prop.type else f"{name} ({other.type} there)"


def _taken_by(catalog: Catalog, group: PropertyGroup) -> CardLine:
    if group.every_event:
        return CardLine("Taken by", "every event")
    names = (event.name or "(no name yet)" for event in catalog.events if group.name in event.property_groups)
    return CardLine("Taken by", _listed(islice(names, MOST_NAMED + 1)) or "no event yet")


def _listed(names: Iterable[str]) -> str:
    found = list(names)
    return ", ".join(found[:MOST_NAMED]) + (" and others" if len(found) > MOST_NAMED else "")
