"""The canonical text of a catalog: the order, spacing and quoting of its parts, with or without comments."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any, get_args

import tomli_w
from pydantic import BaseModel

from eventsmith.model import Catalog, Naming, Place, Property, PropertyField

_PLAIN = re.compile(r'[^\x00-\x1f\x7f"\\]*+')
_LINES = re.compile("[^\x00-\x08\x0b-\x1f\x7f]*\n[^\x00-\x08\x0b-\x1f\x7f]*")
"""A text with line breaks, and no other control character than tabs."""
_BARE = re.compile(r"[A-Za-z0-9_-]++")
_ALWAYS: Mapping[type[BaseModel], str] = {Catalog: "format", Naming: "form", PropertyField: "type", Property: "type"}
"""By noun: the key that is written even where it equals the default, as are those without a default."""
INDENT = "    "


@dataclass(slots=True)
class Comments:
    """The comments of a file by the place of what they belong to."""

    above: dict[Place, list[str]] = field(default_factory=dict)
    beside: dict[Place, str] = field(default_factory=dict)
    free: dict[Place, list[list[str]]] = field(default_factory=dict)
    """Blocks of their own before a header; for the place (), those at the head of the file."""
    tail: dict[Place, list[str]] = field(default_factory=dict)
    """Lines after the last key of a table."""
    inside: dict[Place, dict[int, tuple[list[str], str]]] = field(default_factory=dict)
    """In a list, by index: the lines above an item and the comment beside it; past the last index, those at the end."""
    end: list[list[str]] = field(default_factory=list)
    """Blocks at the end of the file."""
    order: dict[Place, None] = field(default_factory=dict)
    """All these places in the order of the file: the dict serves as an ordered set."""


@dataclass(frozen=True, slots=True)
class FieldGroups:
    """The fields of a noun, grouped by how they are written; each group is in the model's order."""

    values: tuple[str, ...]
    tables: tuple[str, ...]
    lists: tuple[str, ...]


@cache
def field_groups(noun: type[BaseModel]) -> FieldGroups:
    """Group the fields of a noun by how they are written: as values, as `[tables]`, as `[[lists]]` of tables."""
    values, tables, lists = [], [], []
    for name, info in noun.model_fields.items():
        arguments = get_args(info.annotation)
        if info.default_factory is dict or _is_noun(info.annotation):
            tables.append(name)
        elif arguments and _is_noun(arguments[0]):
            lists.append(name)
        else:
            values.append(name)
    return FieldGroups(tuple(values), tuple(tables), tuple(lists))


def _is_noun(annotation: Any) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, BaseModel)


@cache
def default_of(noun: type[BaseModel], name: str) -> Any:
    """Return the default of a field, which callers must not change; for a mandatory one, a value equal to none."""
    return noun.model_fields[name].get_default(call_default_factory=True)


def is_written(noun: BaseModel, name: str) -> bool:
    """Return whether canonical text has the key of a field."""
    value, info = getattr(noun, name), type(noun).model_fields[name]
    if value is None:
        return False
    if info.is_required() or _ALWAYS.get(type(noun)) == name:
        return True
    if isinstance(value, BaseModel):
        return any(is_written(value, inner) for inner in type(value).model_fields)
    default = default_of(type(noun), name)
    return bool(default is None or type(value) is not type(default) or value != default)


def canonical_toml(catalog: Catalog, comments: Comments | None = None) -> str:
    """Return the text of a catalog that `fmt` leaves as it is, with those comments that belong to something in it."""
    comments = Comments() if comments is None else comments
    lines: list[str] = []
    for block in comments.free.get((), []):
        lines += [*block, ""]
    lines += noun_lines(catalog, (), (), comments)
    for block in comments.end:
        lines += ["", *block]
    return "\n".join(lines) + "\n"


def noun_lines(noun: BaseModel, keys: tuple[str, ...], place: Place, comments: Comments) -> list[str]:
    """Return the lines under a header, then the blocks within, whose headers begin with `keys`."""
    lines: list[str] = []
    groups = field_groups(type(noun))
    for name in groups.values:
        if is_written(noun, name):
            lines += pair_lines((name,), getattr(noun, name), (*place, name), comments)
    lines += comments.tail.get(place, [])
    for name in groups.tables:
        if is_written(noun, name):
            lines += table_lines(getattr(noun, name), (*keys, name), (*place, name), comments)
    for name in groups.lists:
        for index, item in enumerate(getattr(noun, name)):
            lines += item_lines(item, (*keys, name), (*place, name, index), comments)
    return lines


def item_lines(item: Any, keys: tuple[str, ...], place: Place, comments: Comments) -> list[str]:
    """Return the lines of a `[[block]]`, a blank line first, for a noun or a table of free keys."""
    header = f"[[{'.'.join(map(key_text, keys))}]]"
    return [*_header_lines(header, place, comments), *_body_lines(item, keys, place, comments)]


def table_header(keys: tuple[str, ...]) -> str:
    """Return the `[header]` of a table."""
    return f"[{'.'.join(map(key_text, keys))}]"


def table_lines(table: Any, keys: tuple[str, ...], place: Place, comments: Comments) -> list[str]:
    """Return the lines of a `[block]`, a blank line first, for a noun or a table of free keys."""
    if not isinstance(table, BaseModel) and not has_header(table):
        return _body_lines(table, keys, place, comments)
    return [*_header_lines(table_header(keys), place, comments), *_body_lines(table, keys, place, comments)]


def has_header(table: Mapping[str, Any]) -> bool:
    """Return whether a table of free keys gets a header of its own; one that holds only tables does not."""
    return not table or not all(map(_is_block, table.values()))


def is_table_list(value: Any) -> bool:
    """Return whether a value under a free key is written as `[[blocks]]`."""
    return isinstance(value, (list, tuple)) and bool(value) and all(isinstance(item, Mapping) for item in value)


def _is_block(value: Any) -> bool:
    return isinstance(value, Mapping) or is_table_list(value)


def _body_lines(body: Any, keys: tuple[str, ...], place: Place, comments: Comments) -> list[str]:
    """Return the lines under a header: of free keys the values first, then the tables, as TOML demands."""
    if isinstance(body, BaseModel):
        return noun_lines(body, keys, place, comments)
    lines: list[str] = []
    for key, value in body.items():
        if not _is_block(value):
            lines += pair_lines((key,), value, (*place, key), comments)
    lines += comments.tail.get(place, [])
    for key, value in body.items():
        if isinstance(value, Mapping):
            lines += table_lines(value, (*keys, key), (*place, key), comments)
        elif is_table_list(value):
            for index, item in enumerate(value):
                lines += item_lines(item, (*keys, key), (*place, key, index), comments)
    return lines


def _header_lines(header: str, place: Place, comments: Comments) -> list[str]:
    lines: list[str] = []
    for block in comments.free.get(place, []):
        lines += ["", *block]
    return [*lines, "", *comments.above.get(place, []), header + _beside(place, comments)]


def pair_lines(keys: tuple[str, ...], value: Any, place: Place, comments: Comments) -> list[str]:
    """Return the lines of `key = value` with its comments. A text with line breaks is one: its own are not indented."""
    key, beside, above = ".".join(map(key_text, keys)), _beside(place, comments), comments.above.get(place, [])
    inside = comments.inside.get(place)
    if inside and isinstance(value, (list, tuple)):
        text = list_text([value_text(item) for item in value], inside, INDENT, "")
        return [*above, *f"{key} = {text}{beside}".split("\n")]
    return [*above, f"{key} = {lines_text(value) if has_lines(value) else value_text(value)}{beside}"]


def _beside(place: Place, comments: Comments) -> str:
    comment = comments.beside.get(place)
    return f" {comment}" if comment else ""


def list_text(items: list[str], inside: Mapping[int, tuple[list[str], str]], indent: str, closing: str) -> str:
    """Return a list with one item a line and the comments in it, lines joined by LF."""
    lines = ["["]
    for index, item in enumerate([*items, ""]):
        above, beside = inside.get(index, ([], ""))
        lines += [f"{indent}{comment}" for comment in above]
        if index < len(items):
            lines.append(f"{indent}{item},{f' {beside}' if beside else ''}")
    return "\n".join([*lines, f"{closing}]"])


def key_text(key: str) -> str:
    """Return a key as it is written: bare where it can be."""
    return key if _BARE.fullmatch(key) else value_text(key)


def has_lines(value: Any) -> bool:
    """Return whether a value is a text that can be written line by line."""
    return isinstance(value, str) and bool(_LINES.fullmatch(value))


def lines_text(text: str, begin: str = "\n") -> str:
    """Return a text in long quotes, as its lines are. TOML drops a line end directly behind the opening quotes."""
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"""{begin}{escaped}"""'


def value_text(value: Any) -> str:
    """Return a value on one line. Raises TypeError and ValueError for what TOML cannot hold."""
    if isinstance(value, str):
        return f'"{value}"' if _PLAIN.fullmatch(value) else _by_library(str(value))
    if isinstance(value, bool):
        return "true" if value else "false"
    if type(value) is int:
        return str(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(value_text, value))}]"
    if isinstance(value, Mapping):
        return f"{{ {', '.join(_pairs(value))} }}" if value else "{}"
    return _by_library(value)


def _pairs(table: Mapping[str, Any]) -> Iterator[str]:
    for key, value in table.items():
        yield f"{key_text(key)} = {value_text(value)}"


def _by_library(value: Any) -> str:
    return tomli_w.dumps({"v": value})[len("v = ") : -1]
