"""Nouns are equal if a file says the same of them, and the model compares like with like."""

from datetime import UTC, date, datetime, timedelta, timezone
from decimal import Decimal
from typing import Any
from unittest.mock import ANY

import pytest
from pydantic import ValidationError

from eventsmith.model import MAX_DEPTH, Catalog, Event, Groups, Property, PropertyField, PropertyGroup, written_out

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
    assert PropertyField(name="p") != Property(name="p")


def _group(name: str, *props: str, every_event: bool = False) -> PropertyGroup:
    return PropertyGroup(name=name, every_event=every_event, properties=[Property(name=prop) for prop in props])


def test_an_event_has_the_properties_of_its_groups() -> None:
    """Its own before those of the groups that it names, and these before those of every event; each name once."""
    groups = (_group("all", "b", "c", every_event=True), _group("some", "a", "b"), _group("none", "z"))
    event = Event(id="e", name="E", property_groups=["some", "gone", "some"], properties=[Property(name="a", unit="s")])
    other = Event(id="o", name="O")
    whole = written_out(Catalog(property_groups=groups, events=(event, other)))
    assert [[(prop.name, prop.unit) for prop in each.properties] for each in whole.events] == [
        [("a", "s"), ("b", ""), ("c", "")],
        [("b", ""), ("c", "")],
    ]
    assert whole.property_groups == ()
    assert not any(each.property_groups for each in whole.events)


def test_of_groups_with_one_name_the_first_counts() -> None:
    groups = Groups((_group("all", "a", every_event=True), _group("all", "b", every_event=True)))
    assert [group.properties[0].name for group in groups.of(Event(id="e", name="E"))] == ["a"]
    assert groups.of(Event(id="e", name="E", property_groups=["all"])) == [groups.by_name["all"]]


def test_a_catalog_without_groups_is_left_as_it_is() -> None:
    catalog = Catalog(events=(Event(id="e", name="E"),))
    assert written_out(catalog) is catalog


@pytest.mark.parametrize(("depth", "fits"), [(1, True), (MAX_DEPTH, True), (MAX_DEPTH + 1, False), (400, False)])
def test_fields_can_be_nested_so_deep_and_no_deeper(depth: int, fits: bool) -> None:
    inner: dict[str, object] = {"name": "f"}
    for _ in range(depth):
        inner = {"name": "f", "fields": [inner]}
    if fits:
        assert Property.model_validate(inner).fields
    else:
        with pytest.raises(ValidationError, match="up to 8 deep"):
            Property.model_validate(inner)


def test_the_innermost_field_may_say_that_it_has_no_fields() -> None:
    """As it does when an edit of it is made again from the journal."""
    inner: dict[str, object] = {"name": "f", "fields": ()}
    for _ in range(MAX_DEPTH):
        inner = {"name": "f", "fields": (inner,)}
    prop = Property.model_validate(inner)
    assert Property.model_validate(prop.model_dump()) == prop
