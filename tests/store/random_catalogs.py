"""Catalogs as hypothesis draws them, and texts of them as people might write them by hand."""

from __future__ import annotations

import datetime
import random
from decimal import Decimal
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from eventsmith.model import (
    FORMAT,
    GOALS,
    OPERATORS,
    PROPERTY_TYPES,
    SOURCES,
    STATUSES,
    USES,
    VALUE_FORMATS,
    Budget,
    Campaign,
    Catalog,
    Condition,
    Event,
    Level,
    Naming,
    Property,
    PropertyField,
    PropertyGroup,
    new_parts,
    with_needed_format,
)
from eventsmith.store.canonical_text import INDENT, field_groups, is_written, key_text, list_text, value_text

texts = st.one_of(
    st.sampled_from(
        ["", "Play Song", "a # b", 'q"uote', "it's", "back\\slash", "[x]", "é 音 🎉", "= 1", "two\nlines", '"""']
    ),
    st.text(st.characters(exclude_categories=["Cs"]), max_size=12),
)
names = st.one_of(st.sampled_from(["Play Song", "Song Played", "amount", "id", "x"]), texts)
zones = st.sampled_from([None, datetime.UTC, datetime.timezone(datetime.timedelta(hours=-3, minutes=-30))])
decimals = st.decimals(allow_nan=False, allow_infinity=False, min_value=-(10**9), max_value=10**9, places=3)
scalars = st.one_of(
    texts,
    st.integers(-(2**63), 2**63 - 1),
    st.booleans(),
    decimals,
    st.dates(),
    st.datetimes(timezones=zones),
    st.times(),
    st.sampled_from([Decimal("1E+30"), Decimal("-0.0"), Decimal("inf"), Decimal("1.50")]),
)
keys = st.one_of(st.sampled_from(["a", "b-c", "d.e", "ü", ""]), texts)
anything = st.recursive(
    scalars,
    lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=3)),
    max_leaves=6,
)
several = st.lists(names, max_size=3).map(tuple)
reasons = st.dictionaries(st.sampled_from(["event-unused", "a.b", "x y"]), texts, max_size=2)
extras = st.one_of(st.just({}), st.dictionaries(keys, anything, max_size=3))
uses = st.lists(st.sampled_from(USES), max_size=2).map(tuple)


def _facts(**more: Any) -> dict[str, Any]:
    return {
        "name": names,
        "type": st.sampled_from(PROPERTY_TYPES),
        "required": st.booleans(),
        "description": texts,
        "aliases": several,
        "values": st.lists(scalars, max_size=2).map(tuple),
        "unit_in": texts,
        "example": st.one_of(st.none(), anything),
        "used_for": uses,
        "nullable": st.booleans(),
        "format": st.sampled_from(("", *VALUE_FORMATS)),
        "pattern": texts,
        "minimum": st.one_of(st.none(), scalars),
        "maximum": st.one_of(st.none(), anything),
        "min_length": st.one_of(st.none(), st.integers(-1, 9)),
        "max_length": st.one_of(st.none(), st.just(0)),
        "ignore": reasons,
        "extra": extras,
        **more,
    }


flat_fields = st.builds(PropertyField, **_facts())
fields = st.one_of(flat_fields, st.builds(PropertyField, **_facts(fields=st.lists(flat_fields, max_size=1).map(tuple))))
properties = st.builds(Property, **_facts(fields=st.lists(fields, max_size=2).map(tuple)))
property_groups = st.builds(
    PropertyGroup,
    name=names,
    description=texts,
    every_event=st.booleans(),
    ignore=reasons,
    extra=extras,
    properties=st.lists(properties, max_size=1).map(tuple),
)
events = st.builds(
    Event,
    id=names,
    name=names,
    stage=texts,
    source=st.sampled_from(SOURCES),
    when=texts,
    status=st.sampled_from(STATUSES),
    aliases=several,
    used_for=uses,
    platforms=several,
    owner=texts,
    tags=several,
    property_groups=several,
    ignore=reasons,
    extra=extras,
    properties=st.lists(properties, max_size=3).map(tuple),
)
conditions = st.builds(
    Condition, property=names, operator=st.sampled_from(OPERATORS), value=st.one_of(st.none(), anything)
)
campaigns = st.builds(
    Campaign,
    name=names,
    goal=st.sampled_from(("", *GOALS)),
    trigger=texts,
    unless=several,
    ignore=reasons,
    extra=extras,
    conditions=st.lists(conditions, max_size=2).map(tuple),
)
namings = st.builds(
    Naming,
    form=st.sampled_from(["verb-noun", "noun-verb-past"]),
    case=st.sampled_from(["", "title"]),
    verbs=several,
    instead=st.dictionaries(keys, texts, max_size=2),
)
levels = st.dictionaries(st.sampled_from(["event-unused", "a.b", "x y"]), st.sampled_from(get_args(Level)), max_size=2)
budgets = st.builds(Budget, events=st.sampled_from([20, 7]), properties=st.sampled_from([12, 5]))
any_catalogs = st.builds(
    Catalog,
    name=texts,
    description=texts,
    industries=several,
    goals=st.lists(st.sampled_from(GOALS), max_size=2).map(tuple),
    language=st.sampled_from(["en", "de"]),
    owner=texts,
    naming=namings,
    budget=budgets,
    severity=levels,
    ignore=reasons,
    extra=extras,
    property_groups=st.lists(property_groups, max_size=1).map(tuple),
    events=st.lists(events, max_size=4).map(tuple),
    campaigns=st.lists(campaigns, max_size=3).map(tuple),
)
catalogs = any_catalogs.map(lambda catalog: with_needed_format(catalog, Catalog()))


class Hand:
    """Writes a catalog as a person with habits might: odd spacing, order and quotes, comments everywhere.

    Each comment is unique and names the block that it belongs to, as `# N place`.
    """

    def __init__(self, catalog: Catalog, seed: int) -> None:
        self.dice = random.Random(seed)
        self.lines: list[str] = []
        self.count = 0
        self.eol = self.dice.choice(["\n", "\n", "\r\n"])
        self.indents = self.dice.random() < 0.3
        if self.dice.random() < 0.5:
            self.lines += [self.comment("()"), *[""] * self.dice.randint(0, 1)]
        self.format = catalog.format
        self.noun(catalog, (), "()")
        self.gap()
        text = self.eol.join(self.lines) + self.dice.choice([self.eol, "", self.eol * 2])
        self.data = self.dice.choice([b"", b"", b"\xef\xbb\xbf"]) + text.encode()

    def comment(self, place: str) -> str:
        self.count += 1
        sign = self.dice.choice([" ", "", "! ", ' " '])
        return f"#{sign}{self.count} {place}"

    def gap(self) -> None:
        for _ in range(self.dice.choice([0, 1, 1, 1, 2])):
            self.lines.append(self.dice.choice(["", "", "", "  "]))
        if self.dice.random() < 0.2 and self.lines and not self.lines[-1].strip():
            self.lines += [self.comment("free"), ""]

    def above(self, place: str, indent: str) -> None:
        if self.dice.random() < 0.3:
            self.lines.append(indent + self.comment(place))

    def noun(self, noun: BaseModel, path: tuple[str, ...], place: str) -> None:
        groups = field_groups(type(noun))
        indent = "  " * (len(path) - 1) if self.indents and path else ""
        rows = [name for name in groups.values if is_written(noun, name) or self.says_default(noun, name)]
        if self.dice.random() < 0.3:
            self.dice.shuffle(rows)
        tables: list[str] = []
        inline: list[str] = []
        for name in groups.tables:
            if is_written(noun, name):
                (inline if self.dice.random() < 0.3 else tables).append(name)
        short = [name for name in groups.lists if getattr(noun, name) and self.dice.random() < 0.15]
        for name in rows:
            self.pair(name, getattr(noun, name), place, indent)
        for name in (*inline, *short):
            value = _plain(getattr(noun, name))
            if isinstance(value, dict) and value and self.dice.random() < 0.5:
                for key, item in value.items():
                    self.pair(key, item, place, indent, before=f"{name}.")
            else:
                self.pair(name, value, place, indent)
        if self.dice.random() < 0.2:
            self.lines.append(indent + self.comment(place))
        for name in tables:
            value = getattr(noun, name)
            inner = f"{place}.{name}"
            self.header(f"[{self.dotted((*path, name))}]", inner, indent)
            if isinstance(value, BaseModel):
                self.noun(value, (*path, name), inner)
            else:
                for key, item in value.items():
                    self.pair(key, item, inner, indent)
        for name in groups.lists:
            for index, item in enumerate(getattr(noun, name) if name not in short else ()):
                inner = f"{place}.{name}[{index}]"
                self.header(f"[[{self.dotted((*path, name))}]]", inner, indent)
                self.noun(item, (*path, name), inner)

    def says_default(self, noun: BaseModel, name: str) -> bool:
        if self.format == FORMAT and name in new_parts(type(noun)).keys:
            return False
        return getattr(noun, name) is not None and self.dice.random() < 0.1

    def dotted(self, path: tuple[str, ...]) -> str:
        return self.dice.choice([".", ".", " . "]).join(self.dice.choice([key, key, f'"{key}"']) for key in path)

    def header(self, header: str, place: str, indent: str) -> None:
        self.gap()
        self.above(place, indent)
        beside = f"  {self.comment(place)}" if self.dice.random() < 0.2 else ""
        self.lines.append(indent + header + beside)

    def pair(self, key: str, value: Any, place: str, indent: str, before: str = "") -> None:
        if self.dice.random() < 0.1:
            self.lines.append("")
        self.above(place, indent)
        equals = self.dice.choice([" = ", " = ", "=", "   =  "])
        beside = f" {self.comment(place)}" if self.dice.random() < 0.2 else ""
        text = f"{indent}{before}{key_text(key)}{equals}{self.value(value, place, indent)}{beside}"
        self.lines += text.split("\n")

    def value(self, value: Any, place: str, indent: str) -> str:
        if isinstance(value, str) and "'" not in value and value.isprintable() and self.dice.random() < 0.3:
            return f"'{value}'"
        if isinstance(value, (list, tuple)) and self.dice.random() < 0.4:
            notes = {
                index: (
                    [self.comment(place)] if self.dice.random() < 0.3 else [],
                    self.comment(place) if index < len(value) and self.dice.random() < 0.3 else "",
                )
                for index in range(len(value) + 1)
            }
            return list_text([value_text(item) for item in value], notes, indent + INDENT, indent)
        return value_text(value)


def _plain(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return {name: _plain(getattr(value, name)) for name in type(value).model_fields if is_written(value, name)}
    if isinstance(value, tuple):
        return [_plain(item) for item in value]
    return value


_SOURCES: dict[type[BaseModel], st.SearchStrategy[Any]] = {
    Catalog: catalogs,
    Event: events,
    Property: properties,
    PropertyField: fields,
    PropertyGroup: property_groups,
    Campaign: campaigns,
    Condition: conditions,
    Naming: namings,
    Budget: budgets,
}


def changed(data: st.DataObject, noun: Any) -> Any:
    """The noun after an edit somewhere in it; a catalog in the format that it needs then."""
    after = _changed(data, noun)
    return with_needed_format(after, noun) if isinstance(noun, Catalog) else after


def _changed(data: st.DataObject, noun: Any) -> Any:
    model: type[BaseModel] = type(noun)
    source = _SOURCES[model]
    name = data.draw(st.sampled_from([name for name in model.model_fields if (model, name) != (Catalog, "format")]))
    value = getattr(noun, name)
    if name in field_groups(model).lists and value and data.draw(st.booleans()):
        value = list(value)
        index = data.draw(st.integers(0, len(value) - 1))
        match data.draw(st.sampled_from(["change", "change", "remove", "move", "insert", "twice"])):
            case "change":
                value[index] = changed(data, value[index])
            case "remove":
                del value[index]
            case "move":
                value.insert(data.draw(st.integers(0, len(value) - 1)), value.pop(index))
            case "insert":
                value.insert(index, data.draw(_SOURCES[type(value[index])]))
            case _:
                value.append(value[index])
        return noun.model_copy(update={name: tuple(value)})
    return noun.model_copy(update={name: getattr(data.draw(source), name)})
