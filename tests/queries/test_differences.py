"""What is told to differ: all that does, in words, whatever stands in a file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import MAX_DEPTH, Catalog, Event, Property, PropertyField, PropertyGroup, same
from eventsmith.queries.differences import differences
from eventsmith.session.merging import merge
from tests.store.random_catalogs import catalogs, changed


def with_example(example: Any) -> Catalog:
    return Catalog(events=(Event(id="a", name="Pay", properties=(Property(name="amount", example=example),)),))


@pytest.mark.parametrize(
    ("before", "after", "told"),
    [
        ({"a": 1, "b": [1, "x, y"]}, None, ('a: 1; b: 1, "x, y"', "")),
        (None, {"a": {}}, ("", "a: ")),
        ({"a": 1}, [1, 2], ("a: 1", "1, 2")),
        ([1], {"a": 1}, ("1", "a: 1")),
        (1, True, ("1", "true")),
        ([1], [True], ("1", "true")),
        ("", None, ("", "")),
    ],
)
def test_a_value_of_any_kind_can_become_one_of_any_other(before: Any, after: Any, told: tuple[str, str]) -> None:
    (one,) = differences(with_example(before), with_example(after))
    assert one.where == "Pay: amount: example"
    assert (one.before, one.after) == told
    removed = Catalog()
    assert merge(with_example(before), with_example(after), removed).conflicts


def test_what_differs_within_a_table_is_told_key_by_key() -> None:
    before, after = with_example({"a": 1, "b": 2}), with_example({"a": True, "c": 2})
    found = [(one.where, one.before, one.after) for one in differences(before, after)]
    assert found == [
        ("Pay: amount: example: a", "1", "true"),
        ("Pay: amount: example: b", "2", ""),
        ("Pay: amount: example: c", "", "2"),
    ]


@given(st.data(), catalogs)
def test_of_two_that_are_not_the_same_something_is_told(data: st.DataObject, before: Catalog) -> None:
    after = changed(data, changed(data, before))
    assert bool(differences(before, after)) != same(before, after, exact=True)


ORDER = PropertyGroup(name="order", properties=(Property(name="total"), Property(name="currency")))
PAGE = PropertyGroup(name="page", properties=(Property(name="url"),))
QUOTE = PropertyGroup(name="quote", every_event=True)


@pytest.mark.parametrize(
    ("after", "told"),
    [
        ((QUOTE, ORDER, PAGE), [("property groups: order", "order, page, quote", "quote, order, page")]),
        ((ORDER, QUOTE, PAGE), [("property groups: order", "page, quote", "quote, page")]),
        ((ORDER, QUOTE), [("property groups", "page", "")]),
        ((PropertyGroup(name="cart"), ORDER, PAGE, QUOTE), [("property groups", "", "cart")]),
        (
            (ORDER.model_copy(update={"name": "purchase"}), QUOTE, PropertyGroup(name="cart")),
            [
                ("Property group order: name", "order", "purchase"),
                ("property groups", "page", ""),
                ("property groups", "", "cart"),
            ],
        ),
        (
            (PAGE, ORDER.model_copy(update={"properties": ORDER.properties[::-1]}), QUOTE),
            [
                ("Property group order: properties: order", "total, currency", "currency, total"),
                ("property groups: order", "order, page", "page, order"),
            ],
        ),
    ],
)
def test_items_are_told_apart_by_what_they_are_not_by_where_they_stand(
    after: tuple[PropertyGroup, ...], told: list[tuple[str, str, str]]
) -> None:
    catalogs = (Catalog(format=2, property_groups=groups) for groups in ((ORDER, PAGE, QUOTE), after))
    assert [(one.where, one.before, one.after) for one in differences(*catalogs)] == told


def with_field(depth: int, **facts: Any) -> Catalog:
    """A group with a property that holds an object in an object, and so on; the innermost field has the facts."""
    field = PropertyField(name=f"f{depth}", **facts)
    for number in range(depth - 1, 0, -1):
        field = PropertyField(name=f"f{number}", type="object", fields=(field,))
    prop = Property(name="p", type="object", fields=(field,))
    return Catalog(format=2, property_groups=(PropertyGroup(name="g", properties=(prop,)),))


@pytest.mark.parametrize("depth", range(1, MAX_DEPTH + 1))
def test_what_differs_in_a_field_is_told_however_deep_it_is(depth: int) -> None:
    before, after = with_field(depth, maximum=5), with_field(depth, nullable=True, min_length=0)
    way = ": ".join(["Property group g", "p", *(f"f{number}" for number in range(1, depth + 1))])
    assert [(one.where, one.before, one.after) for one in differences(before, after)] == [
        (f"{way}: nullable", "false", "true"),
        (f"{way}: maximum", "5", ""),
        (f"{way}: min length", "", "0"),
    ]
