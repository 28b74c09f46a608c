"""What is told to differ: all that does, in words, whatever stands in a file."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import Catalog, Event, Property, same
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
def test_of_two_that_are_not_the_same_something_is_told_unless_it_is_the_order(
    data: st.DataObject, before: Catalog
) -> None:
    after = changed(data, before)
    if differences(before, after):
        assert not same(before, after, exact=True)
        return
    for key in Catalog.model_fields:
        old, new = getattr(before, key), getattr(after, key)
        if key in ("events", "campaigns"):
            old, new = sorted(old, key=repr), sorted(new, key=repr)
        assert same(old, new, exact=True)
