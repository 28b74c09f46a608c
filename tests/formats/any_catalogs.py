"""Catalogs of every shape the model takes, with texts and values as nasty as TOML can hold; and the sample."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from eventsmith.model import (
    GOALS,
    OPERATORS,
    PROPERTY_TYPES,
    SOURCES,
    STATUSES,
    USES,
    Campaign,
    Catalog,
    Condition,
    Event,
    ListField,
    Property,
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
_reasons = st.dictionaries(texts, texts, max_size=2)
_extra = st.dictionaries(texts, _values, max_size=2)


def _some(of: st.SearchStrategy[Any], at_most: int = 3) -> st.SearchStrategy[tuple[Any, ...]]:
    return st.lists(of, max_size=at_most).map(tuple)


_field = {
    "name": texts,
    "type": st.sampled_from(PROPERTY_TYPES),
    "required": st.booleans(),
    "description": texts,
    "aliases": _some(texts),
    "values": _some(_values),
    "unit": texts,
    "unit_in": texts,
    "example": st.none() | _values,
    "used_for": _some(st.sampled_from(USES)),
    "item_type": st.sampled_from(["", "string", "decimal"]),
    "ignore": _reasons,
    "extra": _extra,
}
_fields = st.builds(ListField, **_field)
_properties = st.builds(Property, **_field, fields=_some(_fields, 2))
_events = st.builds(
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
    ignore=_reasons,
    extra=_extra,
    properties=_some(_properties),
)
_conditions = st.builds(Condition, property=texts, operator=st.sampled_from(OPERATORS), value=st.none() | _values)
_campaigns = st.builds(
    Campaign,
    name=texts,
    goal=st.sampled_from(["", *GOALS]),
    trigger=texts,
    message=texts,
    wait=texts,
    unless=_some(texts),
    goal_event=texts,
    goal_within=texts,
    ignore=_reasons,
    extra=_extra,
    conditions=_some(_conditions),
)
catalogs = st.builds(
    Catalog,
    name=texts,
    description=texts,
    industries=_some(texts),
    goals=_some(st.sampled_from(GOALS)),
    destinations=_some(texts),
    language=texts,
    stages=_some(texts),
    ignore=_reasons,
    extra=_extra,
    events=_some(_events),
    campaigns=_some(_campaigns, 2),
)


@cache
def sample() -> Catalog:
    """The catalog that uses every field of the model."""
    return read_file(TESTS / "sample.toml").catalog
