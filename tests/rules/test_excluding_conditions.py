"""Which conditions exclude another: held against each with each, the plain definition."""

from __future__ import annotations

import datetime
from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import OPERATORS_OF, Campaign, Catalog, Condition, Event, Property, PropertyType
from eventsmith.rules import Judge, all_rules
from eventsmith.rules._conditions import in_words, makes_sense
from eventsmith.rules.condition_excludes_another import _exclude, _possible

RULE = [rule for rule in all_rules() if rule.name == "condition-excludes-another"]
ZONE = datetime.UTC
VALUES: dict[PropertyType, Sequence[Any]] = {
    "string": ["a", "ab", "abc", "b", "Ab", ""],
    "integer": [1, 2, 3],
    "decimal": [Decimal("1.5"), 2, Decimal("2.0"), Decimal("3")],
    "boolean": [True, False],
    "date": [datetime.date(2026, 1, day) for day in (1, 2, 3)],
    "datetime": [
        datetime.datetime(2026, 1, 1, 7),
        datetime.datetime(2026, 1, 2, 7),
        datetime.datetime(2026, 1, 1, 7, tzinfo=ZONE),
        datetime.datetime(2026, 1, 2, 7, tzinfo=ZONE),
    ],
}


@st.composite
def asked_of_one_property(draw: st.DrawFn) -> tuple[Property, list[Condition]]:
    kind = draw(st.sampled_from(sorted(VALUES)))
    values = st.sampled_from(VALUES[kind])
    allowed = tuple(draw(st.one_of(st.just([]), st.lists(values, max_size=4))))
    conditions = st.builds(Condition, property=st.just("x"), operator=st.sampled_from(OPERATORS_OF[kind]), value=values)
    return Property(name="x", type=kind, values=allowed), draw(st.lists(conditions, max_size=7))


def plainly(prop: Property, conditions: Sequence[Condition]) -> str:
    before: list[Condition] = []
    for condition in conditions:
        if not makes_sense(condition, prop) or not _possible([condition], prop):
            continue
        for other in before:
            if _exclude(other, condition, prop):
                return f"({in_words(other)}; {in_words(condition)})"
        if not _possible([*before, condition], prop):
            return "meets this and the conditions before it"
        before.append(condition)
    return ""


@given(asked_of_one_property())
def test_those_that_decide_decide_as_all_would(drawn: tuple[Property, list[Condition]]) -> None:
    prop, conditions = drawn
    catalog = Catalog(
        events=(Event(id="a", name="A", properties=(prop,)),),
        campaigns=(Campaign(name="C", trigger="a", conditions=tuple(conditions)),),
    )
    found = [issue.message for issue in Judge(RULE).judge(catalog).open]
    expected = plainly(prop, conditions)
    assert len(found) == bool(expected)
    assert all(expected in message for message in found)
