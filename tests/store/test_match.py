"""Which item of a changed list was which: by its name and what it says, by its place where nothing else tells."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import Condition, Event
from eventsmith.store.match import origins, value_origins


def event(id: str, **said: Any) -> Event:
    return Event(id=id, name=said.pop("name", id), **said)


def ask(property: str, operator: str) -> Condition:
    return Condition.model_validate({"property": property, "operator": operator})


def asks(word: str, number: int) -> list[Condition]:
    return [ask(f"{word}{n}", "=") for n in range(number)]


MANY = 60
"""More than are compared each with each."""


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            [ask("plan", "="), ask("age", ">")], [ask("age", "<"), ask("plan", "!=")], [1, 0], id="moved-and-changed"
        ),
        pytest.param(
            [ask("plan", "="), ask("age", ">")], [ask("seat", ">"), ask("plan", "!=")], [1, 0], id="moved-and-renamed"
        ),
        pytest.param([ask("plan", "="), ask("age", ">")], [ask("seat", "<"), ask("city", "!=")], [0, 1], id="by-place"),
        pytest.param(
            [ask("plan", "="), ask("age", ">")],
            [ask("age", "="), ask("seat", ">")],
            [0, 1],
            id="renamed-as-the-next-was",
        ),
        pytest.param(
            [event("a"), event("b"), event("c")],
            [event("c"), event("x"), event("a")],
            [2, 1, 0],
            id="by-place-among-moved",
        ),
        pytest.param(
            [event("a"), event("b"), event("c"), event("d")],
            [event("a"), event("x"), event("c")],
            [0, 1, 2],
            id="by-neighbours",
        ),
        pytest.param([event("a"), event("b")], [event("x"), event("a"), event("b")], [None, 0, 1], id="put-in-front"),
        pytest.param(
            [event("a"), event("a", when="x"), event("b")],
            [event("b"), event("a")],
            [2, 0],
            id="twin-that-says-the-same",
        ),
        pytest.param([event("a"), event("a"), event("b")], [event("a"), event("b")], [0, 2], id="first-of-twins"),
        pytest.param(
            [ask("plan", "="), ask("age", ">"), ask("seat", ">")],
            [ask("plan", "="), ask("city", "<"), ask("town", ">")],
            [0, 1, 2],
            id="nearest-of-those-as-alike",
        ),
        pytest.param([event("a")], [event("a", when="x"), event("a", when="y")], [0, None], id="two-of-one"),
        pytest.param([{"a": 1}, {"b": 2}, {"a": 1}], [{"b": 2}, {"a": 1}], [1, 2], id="second-of-nameless-twins"),
        pytest.param([{"b": 2}, {"a": 1}, {"a": 1}], [{"a": 1}, {"a": 1}], [1, 2], id="both-of-nameless-twins"),
        pytest.param(asks("a", MANY), asks("b", MANY), [*range(MANY)], id="many-renamed"),
        pytest.param(
            [event(f"e{n}") for n in range(MANY)],
            [event(f"e{n}", when="x") for n in reversed(range(MANY))],
            [*reversed(range(MANY))],
            id="many-moved-and-changed",
        ),
    ],
)
def test_origins(old: list[Any], new: list[Any], expected: list[int | None]) -> None:
    assert origins(old, new) == expected


ITEMS = st.lists(st.builds(event, st.sampled_from("abc"), when=st.sampled_from(["", "x", "y"])), max_size=6)


@given(ITEMS, ITEMS, st.data())
def test_no_item_becomes_two(old: list[Event], new: list[Event], data: st.DataObject) -> None:
    new = data.draw(st.permutations([*old, *new]))[: data.draw(st.integers(0, 6))]
    found = [origin for origin in origins(old, new) if origin is not None]
    assert len(found) == len(set(found))
    assert set(found) <= set(range(len(old)))


def test_the_same_object_is_the_same_item_whatever_its_twins_say() -> None:
    one, other = event("a"), event("a")
    assert origins([one, other], [other, one]) == [1, 0]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (["x", "y", "x"], ["y", "x"], [1, 2]),
        (["x", "y", "x"], ["x", "x", "y"], [0, 2, 1]),
        (["a", "x", "x"], ["x", "x"], [1, 2]),
        (["x", "a", "x", "b", "x"], ["x", "c", "x", "d", "x"], [0, 1, 2, 3, 4]),
        ([1, True], [True, 1], [1, 0]),
        (["a", "b"], ["c", "b"], [0, 1]),
        ([{"a": 1, "b": 2}, {"c": 3}], [{"c": 3, "d": 4}, {"a": 1, "b": 3}], [1, 0]),
        ([{"name": "a", "n": 1}, {"name": "b", "n": 2}], [{"name": "b", "n": 1}, {"name": "a", "n": 3}], [1, 0]),
        # One of old times is one of today, though it stands at both ends.
        (["a"], ["a", "a"], [0, None]),
        (["a", "b"], ["a", "b", "a", "b"], [0, 1, None, None]),
    ],
)
def test_value_origins(old: list[Any], new: list[Any], expected: list[int | None]) -> None:
    assert value_origins(old, new) == expected


def test_one_object_twice_is_matched_in_its_order() -> None:
    """A copy of an event may be the very object; the comments by each stay where they are."""
    same = Event(id="", name="")
    other = Event(id="a", name="A")
    assert origins((same, same), (same, same)) == [0, 1]
    assert origins((same, other, same), (other, same, same)) == [1, 0, 2]
    assert origins((same,), (same, same)) == [0, None]
