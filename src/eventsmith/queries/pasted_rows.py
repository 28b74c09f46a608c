"""Properties from rows pasted out of a spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from io import StringIO
from typing import Any

from eventsmith.model import ITEM_TYPES, LIMITS, PROPERTY_TYPES, USES, VALUE_FORMATS, Property, PropertyType
from eventsmith.queries.value_text import read_count, read_texts, read_value, read_values

MOST_ROWS = 500
"""More rows than any event has properties: a whole document pasted by mistake must not become properties."""
_LONGEST = 60
"""The number of characters of a cell that a message repeats."""

_TYPES: Mapping[str, PropertyType] = {
    **{name: name for name in PROPERTY_TYPES},
    **dict.fromkeys(("text", "str", "varchar", "char", "enum", "uuid", "id"), "string"),
    **dict.fromkeys(("int", "long", "bigint", "whole number", "count"), "integer"),
    **dict.fromkeys(("number", "float", "double", "numeric", "money", "currency", "real"), "decimal"),
    **dict.fromkeys(("bool", "yes/no", "true/false", "flag", "checkbox"), "boolean"),
    **dict.fromkeys(("timestamp", "date time", "date-time", "date and time", "time"), "datetime"),
    **dict.fromkeys(("array", "object[]", "objects"), "list"),
}
_LISTS = ("list of ", "array of ", "list<", "array<", "list[", "array[")
_TITLES = {
    **dict.fromkeys(("name", "property", "property name", "field", "attribute", "parameter", "key"), "name"),
    **dict.fromkeys(("type", "data type", "datatype", "format"), "type"),
    **dict.fromkeys(("example", "examples", "sample", "example value", "sample value"), "example"),
    **dict.fromkeys(("required", "mandatory", "always", "always sent", "required?"), "required"),
    **dict.fromkeys(("needed for", "used for", "use", "used in"), "used_for"),
    **dict.fromkeys(("only these", "values", "allowed values", "allowed", "options", "enum values"), "values"),
    **dict.fromkeys(("unit", "units"), "unit"),
    "unit in": "unit_in",
    **dict.fromkeys(("each item", "item type", "items"), "item_type"),
    **dict.fromkeys(("also called", "aliases", "alias"), "aliases"),
    **dict.fromkeys(("nullable", "null", "may be null", "nullable?"), "nullable"),
    **dict.fromkeys(("minimum", "min", "min value", "at least"), "minimum"),
    **dict.fromkeys(("maximum", "max", "max value", "at most"), "maximum"),
    **dict.fromkeys(("pattern", "regex", "regexp", "regular expression"), "pattern"),
    **dict.fromkeys(("min length", "minlength", "shortest"), "min_length"),
    **dict.fromkeys(("max length", "maxlength", "longest"), "max_length"),
    **dict.fromkeys(("written as", "value format"), "format"),
    **dict.fromkeys(("means", "meaning", "description", "definition", "notes", "comment"), "description"),
}
"""The key for each column title."""
_IN_ORDER = ("name", "type", "example", "description")
"""The columns where no row of titles says otherwise."""
_TRUTH = {
    **dict.fromkeys(("yes", "y", "true", "1", "x", "✓", "required", "always", "mandatory"), True),
    **dict.fromkeys(("no", "n", "false", "0", "-", "·", "optional", ""), False),
}


@dataclass(frozen=True, slots=True)
class PastedRows:
    """The properties read from pasted rows, and in words what could not be read."""

    properties: tuple[Property, ...]
    unread: tuple[str, ...]


def is_rows(text: str) -> bool:
    """Return whether a pasted text is rows of a sheet rather than the text of one cell."""
    text = text.strip("\r\n")
    return "\n" in text or "\r" in text or has_cells(text)


def has_cells(text: str) -> bool:
    """Return whether a pasted text is divided into cells, as the text of a single cell never is."""
    text = text.strip("\r\n")
    if "\t" in text.strip(" "):
        return True
    cells = [cell.strip() for cell in text.split(_separator(text))]
    return len(cells) > 1 and cells[1].casefold() in _TYPES


def read_pasted(text: str) -> PastedRows:
    """Read properties from rows separated by tabs, commas or semicolons, with or without a row of titles."""
    try:
        rows = list(csv.reader(StringIO(text.strip("\r\n"), newline=""), delimiter=_separator(text)))
    except csv.Error as error:
        return PastedRows((), (f"This cannot be read as rows: {error}",))
    titles = _titles(rows[0]) if rows else None
    keys = titles or _IN_ORDER
    found: list[Property] = []
    unread: list[str] = []
    if titles:
        unread += [
            f"Column “{_short(cell)}”: properties have no such column"
            for cell, key in zip(rows[0], titles, strict=True)
            if not key and cell.strip()
        ]
    for number, row in enumerate(rows, 1):
        if (titles and number == 1) or not any(cell.strip() for cell in row):
            continue
        if number > MOST_ROWS + bool(titles):
            unread.append(f"Row {number} and those after it: at most {MOST_ROWS} rows are read at once")
            break
        prop, problems = _property(row, keys)
        unread += [f"Row {number}: {problem}" for problem in problems]
        if prop is not None:
            found.append(prop)
    return PastedRows(tuple(found), tuple(unread))


def _separator(text: str) -> str:
    first = text.strip("\r\n").partition("\n")[0]
    if "\t" in text:
        return "\t"
    return ";" if first.count(";") > first.count(",") else ","


def _titles(row: Sequence[str]) -> list[str] | None:
    """Return the key of each column, empty for an unknown title; None if the row is a property rather than titles.

    A property may well be called “name”, so a row of titles has at least two of them, or one written like a title.
    """
    cells = [cell.strip() for cell in row]
    keys = [_TITLES.get(cell.casefold().replace("_", " "), "") for cell in cells]
    is_type = len(cells) > 1 and cells[1].casefold() in _TYPES
    known = sum(map(bool, keys))
    if "name" not in keys or is_type or (known < 2 and not cells[keys.index("name")][:1].isupper()):
        return None
    return [key if key not in keys[:at] else "" for at, key in enumerate(keys)]


def _property(row: Sequence[str], keys: Sequence[str]) -> tuple[Property | None, list[str]]:
    cells = {key: cell.strip() for key, cell in zip(keys, row, strict=False) if key}
    problems = [f"“{_short(cell)}” is in a column that is not read" for cell in row[len(keys) :] if cell.strip()]
    if not cells.get("name"):
        return None, ["it has no name"]
    word = cells.get("type", "").casefold() or "string"
    type_ = "list" if word.startswith(_LISTS) else _TYPES.get(word)
    if type_ is None:
        problems.append(f"“{_short(cells['type'])}” is not a type; {_short(cells['name'])} becomes a string")
        type_ = "string"
    values: dict[str, Any] = {
        "name": cells["name"],
        "type": type_,
        "example": read_value(cells.get("example", ""), type_),
    }
    values |= {key: cells[key] for key in ("unit", "unit_in", "description") if cells.get(key)}
    if type_ == "list":
        values["item_type"] = _item_type(cells.get("item_type", "").casefold() or word)
    type_of_values = values.get("item_type") or ("string" if type_ == "list" else type_)
    values["values"] = read_values(_with_commas(cells.get("values", "")), type_of_values)
    values["aliases"] = read_texts(_with_commas(cells.get("aliases", "")))
    required = _TRUTH.get(cells.get("required", "").casefold())
    if required is None:
        problems.append(f"“{_short(cells['required'])}” is neither yes nor no")
    values["required"] = bool(required)
    uses = {use.casefold() for use in read_texts(_with_commas(cells.get("used_for", "")))}
    values["used_for"] = tuple(use for use in USES if use in uses)
    problems += [f"“{_short(use)}” is not one of {', '.join(USES)}" for use in sorted(uses - {*USES})]
    values |= _limits(cells, type_, problems)
    return Property(**values), problems


def _limits(cells: Mapping[str, str], type_: str, problems: list[str]) -> dict[str, Any]:
    """Return the limits in the cells of a row; add what cannot be read to the problems."""
    said: dict[str, Any] = {}
    for key, cell in ((key, cells[key]) for key in ("nullable", *LIMITS) if cells.get(key)):
        value: Any = cell
        if key == "nullable":
            value = _TRUTH.get(cell.casefold())
        elif key in ("minimum", "maximum"):
            value = read_value(cell, type_)
        elif key in ("min_length", "max_length"):
            value = read_count(cell)
        elif key == "format":
            value = cell.casefold() if cell.casefold() in VALUE_FORMATS else None
        if value is None:
            problems.append(f"“{_short(cell)}” cannot be read as {key.replace('_', ' ')}")
        elif value is not False:
            said[key] = value
    return said


def _item_type(word: str) -> str:
    """Return the item type in “integer” or “list of integers”; empty where there is none."""
    item = next((word.removeprefix(start) for start in _LISTS if word.startswith(start)), word).rstrip("]>")
    type_ = _TYPES.get(item) or _TYPES.get(item.removesuffix("s"))
    return str(type_) if type_ in ITEM_TYPES else ""


def _with_commas(text: str) -> str:
    """Separate several values in a cell by commas: sheets that separate cells by commas use semicolons within."""
    return text if "," in text else text.replace(";", ",")


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
