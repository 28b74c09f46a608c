"""The columns of the property sheet: what each cell shows, and what typing, ticking or picking makes of its value."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from eventsmith.ground.labels import PROPERTY_FIELDS
from eventsmith.model import LIMITS, LIMITS_OF, PROPERTY_TYPES, USES
from eventsmith.queries.value_text import read_count, read_texts, read_value, read_values, show_value
from eventsmith.session.fields import type_of_values
from eventsmith.tui.actions import key_of
from eventsmith.tui.views.row import Column

if TYPE_CHECKING:
    from eventsmith.model import PropertyField


YES, NO = "✓", "·"
_ASKED = {asked.key: asked for asked in PROPERTY_FIELDS}


@dataclass(frozen=True, slots=True)
class Cell(Column):
    """A column of the sheet: the value of a property that it shows, and how the user changes it."""

    kind: str = "text"
    """`text`, `texts`, `value` (of the property's type), `values` (several), `count`, `type` (or another of a few
    words), `truth` or `use` (one of USES)."""
    hint: str = ""
    use: str = ""

    @property
    def title(self) -> str:
        """The full title, for the note below the grid, where there is room."""
        return f"Needed for {self.use}s" if self.use in ("campaign", "segment") else self.head


def _use(name: str, short: str, whose: str) -> Cell:
    return Cell("used_for", name.capitalize(), short, 3, len(name), kind="use", hint=f"{whose} needs it", use=name)


CELLS = (
    Cell("name", "Property", "Property", 13, 18, True, hint=_ASKED["name"].hint),
    Cell("type", "Type", "Type", 8, 8, kind="type"),
    Cell("example", "Example", "Example", 10, 14, True, "value", _ASKED["example"].hint),
    Cell("required", "Always", "Always", 6, 6, kind="truth", hint="it is sent every time"),
    _use("campaign", "Cam", "a campaign"),
    _use("segment", "Seg", "a segment"),
    _use("analytics", "Ana", "an analysis"),
    Cell("description", "Means", "Means", 10, 24, True, hint=_ASKED["description"].hint),
    Cell("values", "Only these", "Only these", 11, 14, True, "values", _ASKED["values"].hint),
    Cell("unit", "Unit", "Unit", 5, 6, hint=_ASKED["unit"].hint),
    Cell("unit_in", "Unit in", "Unit in", 8, 10, hint=_ASKED["unit_in"].hint),
    Cell("item_type", "Each item", "Each item", 9, 9, kind="type", hint=_ASKED["item_type"].hint),
    Cell("aliases", "Also called", "Also called", 11, 14, True, "texts", _ASKED["aliases"].hint),
    Cell("nullable", "Null", "Null", 4, 4, kind="truth", hint="it may be null"),
    Cell("minimum", "At least", "At least", 8, 10, kind="value", hint=_ASKED["minimum"].hint),
    Cell("maximum", "At most", "At most", 8, 10, kind="value", hint=_ASKED["maximum"].hint),
    Cell("format", "Written as", "Written as", 10, 10, kind="type", hint=_ASKED["format"].hint),
    Cell("pattern", "Pattern", "Pattern", 9, 14, True, hint=_ASKED["pattern"].hint),
    Cell("min_length", "Shortest", "Shortest", 8, 8, kind="count", hint=_ASKED["min_length"].hint),
    Cell("max_length", "Longest", "Longest", 8, 8, kind="count", hint=_ASKED["max_length"].hint),
)
KEYS = {cell.key for cell in CELLS}
TOGETHER = 7
"""The number of columns that nearly everybody fills in."""


def hint(cell: Cell) -> str:
    """Say what a cell means, and how to change it where that is not by plain typing."""
    pick = key_of("properties.pick", typing=True)
    if cell.key in ("item_type", "format"):
        return f"{cell.hint}. {pick} shows all"
    if cell.kind == "type":
        return f"{pick} shows all types; typing finds one"
    return f"{pick} ticks: {cell.hint}" if cell.kind in ("truth", "use") else cell.hint


def fields_hint() -> str:
    """Say what can be done in the type cell of a list or an object."""
    edit, pick = key_of("properties.edit", typing=True), key_of("properties.pick", typing=True)
    return f"{edit} opens its fields; {pick} picks another type"


def column_of(key: str) -> int:
    """Return the index of the column for a key; that of the name's column if the key has none."""
    return next((number for number, cell in enumerate(CELLS) if cell.key == key), 0)


def why_not(prop: PropertyField, cell: Cell) -> str:
    """Return why nothing can be put into a cell, as the property's type does not have that; empty if something can."""
    key = cell.key
    if key == "item_type" and prop.type != "list":
        return "Only a list has items: choose the type list first"
    if key in LIMITS and key not in LIMITS_OF[prop.type] and not getattr(prop, key):
        having = " or ".join(name for name in PROPERTY_TYPES if key in LIMITS_OF[name])
        return f"Only {having} has this: choose such a type first"
    return ""


def shown(prop: PropertyField, cell: Cell) -> str:
    """Return the text that a cell shows."""
    if cell.kind == "use":
        return YES if cell.use in prop.used_for else NO
    if cell.kind == "truth":
        return YES if getattr(prop, cell.key) else NO
    if cell.key == "name":
        return prop.name or "(no name yet)"
    if cell.key == "example":
        return example(prop)
    return typed(prop, cell)


def typed(prop: PropertyField, cell: Cell) -> str:
    """Return the value of a cell as the user would type it."""
    value = getattr(prop, cell.key)
    return value if isinstance(value, str) and cell.kind != "value" else show_value(value)


def example(prop: PropertyField) -> str:
    """Return the example with its unit; for a list or an object without an example, the number of its fields."""
    count = len(prop.fields)
    if count and prop.example is None:
        return f"{count} {'field' if count == 1 else 'fields'} ›"
    unit = prop.unit or (f"({prop.unit_in})" if prop.unit_in else "")
    return f"{show_value(prop.example)} {unit}".strip()


def read(text: str, prop: PropertyField, cell: Cell) -> Any:
    """Convert the text typed in a cell to its value."""
    if cell.kind == "values":
        return read_values(text, type_of_values(prop))
    if cell.kind == "texts":
        return read_texts(text)
    if cell.kind == "count":
        return read_count(text)
    return read_value(text, prop.type) if cell.kind == "value" else text


def ticked(prop: PropertyField, cell: Cell, *, clear: bool) -> Any:
    """Return the value of a cell after its tick is toggled or, with `clear`, removed."""
    if cell.kind == "truth":
        return not (getattr(prop, cell.key) or clear)
    wanted = {*prop.used_for} - {cell.use} if clear else {*prop.used_for} ^ {cell.use}
    return tuple(use for use in USES if use in wanted)
