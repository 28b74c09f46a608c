"""Nouns are equal if a file says the same of them, and the model compares like with like."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from unittest.mock import ANY

import pytest

from eventsmith.model import Catalog, Event, ListField, Property

UNLIKE: list[tuple[Any, Any]] = [
    (True, 1),
    (1, Decimal(1)),
    (Decimal("1.0"), Decimal("1.00")),
    (Decimal("0.0"), Decimal("-0.0")),
    (datetime(2026, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, 1, tzinfo=timezone(timedelta(hours=1)))),
    (date(2026, 1, 1), "2026-01-01"),
    ([1, [True]], [1, [1]]),
]


@pytest.mark.parametrize(("one", "other"), UNLIKE)
def test_what_a_file_tells_apart_is_not_equal(one: Any, other: Any) -> None:
    def around(value: Any) -> list[Catalog]:
        props = [
            Property(name="p", example=value),
            Property(name="p", values=(value,)),
            Property(name="p", extra={"k": value}),
        ]
        return [Catalog(events=(Event(id="e", name="E", properties=(prop,)),)) for prop in props]

    assert around(one) == around(one)
    for mine, theirs in zip(around(one), around(other), strict=True):
        assert mine != theirs


def test_the_order_of_keys_counts() -> None:
    assert Event(id="e", name="E", ignore={"a": "x", "b": "y"}) != Event(id="e", name="E", ignore={"b": "y", "a": "x"})


@pytest.mark.parametrize("other", [None, 1, "E", {"id": "e", "name": "E"}, object(), Property(name="E")])
def test_a_noun_is_not_equal_to_anything_else(other: object) -> None:
    event = Event(id="e", name="E")
    assert event != other
    assert other != event
    assert event not in [other]


def test_a_noun_lets_the_other_side_decide() -> None:
    assert Event(id="e", name="E") == ANY


def test_a_noun_is_not_equal_to_its_base() -> None:
    assert ListField(name="p") != Property(name="p")
