"""Catalogs of every shape the model takes, with texts and values as nasty as TOML can hold; and the sample."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any, get_args

from hypothesis import strategies as st
from pydantic import BaseModel

from eventsmith.model import (
    FORMS,
    GOALS,
    NAME_CASES,
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
    with_needed_format,
)
from eventsmith.store import read_file

TESTS = Path(__file__).parents[1]

NASTY = (
    "", " ", "# a", "- a", "1. a", "---", "===", ":-", "a|b", "a`b", "``", "*a*", "_a_", "~~a~~", "[a](b)", "![a](b)",
    "<b>a</b>", "<!-- a", "&lt;", "&#35;", "<https://a.b>", "https://a.b/c", "//a.bc", "www.a.bc",
    "evil.com", "a@b.com",
    "mailto:a@b.com", "a\\", "\\`a", "$a$", "    a", "a\n\nb",
    "a\n===", "a\r\nb", "| a |\n|-|", "> a", "```", "<a id=\"x\"></a>", "=1+1", "+1", "-1", "@a", "\ta", "\ra", "'a",
    "＝1", "a,b", 'a"b', "a;b", "\x00", "\x1b[2J", "\x7f", "\x85", "\u202eabc", "\u2028", "\ufeffa", "\U000e0001",
    "a/b", "a~b", "a%b", "a b", "曲を再生", "تشغيل", "👩‍👩‍👧", "$ref", "__proto__", "event-1", "event-2",
)  # fmt: skip

texts = st.sampled_from(NASTY) | st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
patterns = texts | st.sampled_from(
    ["[A-Z]+", r"\d{2,4}", "a|b", r"[^]\[]*", "(a(b|c)?)+", ".", r"\@\-", r"[\a]", "(", "^a$"]
)
_scalars = (
    texts
    | st.integers()
    | st.booleans()
    | st.decimals()
    | st.sampled_from([Decimal("1E+400"), Decimal("-0.0"), Decimal("1.50"), 10**4000])
    | st.dates()
    | st.datetimes(timezones=st.none() | st.timezones())
    | st.times()
)
_values = st.recursive(
    _scalars, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3), max_leaves=4
)


def _some(of: st.SearchStrategy[Any], at_most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=at_most).map(tuple)


def nouns_of(texts: st.SearchStrategy[str], values: st.SearchStrategy[Any]) -> dict[type[BaseModel], Any]:
    """A strategy for each noun, with every field drawn, made of such texts and values."""
    reasons = st.dictionaries(texts, texts, max_size=2)
    extra = st.dictionaries(texts, values, max_size=2)
    groups = st.sampled_from(["", "a", "b"]) | texts
    of_field = {
        "name": texts,
        "type": st.sampled_from(PROPERTY_TYPES),
        "required": st.booleans(),
        "description": texts,
        "aliases": _some(texts),
        "values": _some(values),
        "unit": texts,
        "unit_in": texts,
        "example": st.none() | values,
        "used_for": _some(st.sampled_from(USES)),
        "item_type": st.sampled_from(["", "string", "decimal"]),
        "nullable": st.booleans(),
        "format": st.sampled_from(["", *VALUE_FORMATS]),
        "pattern": patterns,
        "minimum": st.none() | values,
        "maximum": st.none() | values,
        "min_length": st.none() | st.integers(-1, 9),
        "max_length": st.none() | st.integers(-1, 9),
        "ignore": reasons,
        "extra": extra,
    }
    nouns: dict[type[BaseModel], Any] = {
        Naming: st.builds(
            Naming,
            form=st.sampled_from(FORMS),
            case=st.sampled_from(["", *NAME_CASES]),
            id_case=st.sampled_from(["camel", "snake", "pascal", "kebab"]),
            property_case=st.sampled_from(["camel", "snake"]),
            verbs=_some(texts),
            instead=st.dictionaries(texts, texts, max_size=2),
        ),
        Budget: st.builds(Budget, events=st.integers(0, 99), properties=st.integers(0, 99)),
        Condition: st.builds(Condition, property=texts, operator=st.sampled_from(OPERATORS), value=st.none() | values),
    }
    flat = st.builds(PropertyField, **of_field)
    nouns[PropertyField] = flat | st.builds(PropertyField, **of_field, fields=_some(flat, 2))
    nouns[Property] = st.builds(Property, **of_field, fields=_some(nouns[PropertyField], 2))
    nouns[PropertyGroup] = st.builds(
        PropertyGroup,
        name=groups,
        description=texts,
        every_event=st.booleans(),
        ignore=reasons,
        extra=extra,
        properties=_some(nouns[Property], 2),
    )
    nouns[Event] = st.builds(
        Event,
        id=texts,
        name=texts,
        stage=texts,
        source=st.sampled_from(SOURCES),
        when=texts,
        description=texts,
        status=st.sampled_from(STATUSES),
        replaced_by=texts,
        aliases=_some(texts),
        former_ids=_some(texts),
        used_for=_some(st.sampled_from(USES)),
        language=texts,
        platforms=_some(texts),
        owner=texts,
        tags=_some(texts),
        property_groups=_some(groups),
        ignore=reasons,
        extra=extra,
        properties=_some(nouns[Property]),
    )
    nouns[Campaign] = st.builds(
        Campaign,
        name=texts,
        goal=st.sampled_from(["", *GOALS]),
        trigger=texts,
        message=texts,
        wait=texts,
        unless=_some(texts),
        goal_event=texts,
        goal_within=texts,
        ignore=reasons,
        extra=extra,
        conditions=_some(nouns[Condition]),
    )
    catalogs = st.builds(
        Catalog,
        name=texts,
        description=texts,
        industries=_some(texts),
        goals=_some(st.sampled_from(GOALS)),
        destinations=_some(texts),
        language=texts,
        owner=texts,
        stages=_some(texts),
        naming=nouns[Naming],
        budget=nouns[Budget],
        severity=st.dictionaries(texts, st.sampled_from(get_args(Level)), max_size=2),
        ignore=reasons,
        extra=extra,
        property_groups=_some(nouns[PropertyGroup], 2),
        events=_some(nouns[Event]),
        campaigns=_some(nouns[Campaign], 2),
    )
    nouns[Catalog] = catalogs.map(lambda catalog: with_needed_format(catalog, Catalog()))
    return nouns


catalogs = nouns_of(texts, _values)[Catalog]


def number_of_fields(properties: Iterable[PropertyField]) -> int:
    """How many properties there are, with all fields within them."""
    return sum(1 + number_of_fields(prop.fields) for prop in properties)


@cache
def sample() -> Catalog:
    """The catalog that uses every field of the model."""
    return read_file(TESTS / "sample.toml").catalog
