"""Nouns are equal if a file says the same of them, and the model compares like with like."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any

import pytest

from eventsmith.model import Catalog, Event, Property

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
