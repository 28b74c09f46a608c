"""What is written down of an edit makes the same catalog again, and costs what was edited."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits import Edit, Insert, Move, Set, Together
from eventsmith.model import MAX_DEPTH, Catalog, Event, Place, Property, PropertyField, PropertyGroup, same
from eventsmith.session.delta import DeltaError, delta, replay, to_plain
from tests.store.random_catalogs import catalogs, changed

EVENTS = tuple(Event(id=f"e{number}", name=f"Event {number}") for number in range(2000))


def through_json(changes: list[dict[str, Any]]) -> list[dict[str, Any]]:
    read: list[dict[str, Any]] = json.loads(json.dumps(changes))
    return read


@given(st.data(), catalogs)
def test_deltas_make_the_catalog_again(data: st.DataObject, base: Catalog) -> None:
    now, deltas = base, []
    for _ in range(data.draw(st.integers(0, 4))):
        after = changed(data, now)
        deltas.append(through_json(delta(now, after)))
        now = after
    assert same(replay(base, deltas), now, exact=True)


@given(catalogs, catalogs)
def test_any_catalog_can_become_any_other(one: Catalog, other: Catalog) -> None:
    assert same(replay(one, [through_json(delta(one, other))]), other, exact=True)


@given(catalogs)
def test_what_says_the_same_has_no_delta(catalog: Catalog) -> None:
    assert delta(catalog, Catalog.model_validate(catalog.model_dump())) == []


def test_a_delta_is_as_large_as_the_edit() -> None:
    before = Catalog(events=EVENTS)
    edits: tuple[Edit, ...] = (
        Set(("events", 1000, "when"), "Now"),
        Move(("events", 3), 1900),
        Insert(("events", 5), Event(id="x", name="X")),
        Together([Insert(("events", 0), Event(id="x", name="X")), Set(("events", 1500, "when"), "Now")], "both"),
    )
    for edit, most in zip(edits, (80, 12_000, 600, 12_000), strict=True):
        after = edit.apply(before)
        changes = delta(before, after)
        assert len(json.dumps(changes)) < most
        assert same(replay(before, [changes]), after)


def test_a_replay_shares_what_was_left_alone_and_never_changes_its_base() -> None:
    before = Catalog(events=EVENTS, extra={"a": {"b": 1}})
    changes: list[dict[str, Any]] = [
        {"at": ["events", 3, "when"], "is": "Now"},
        {"at": ["events"], "from": 0, "to": 2, "items": [1, 0]},
        {"at": ["extra", "a", "b"], "is": 2},
    ]
    after = replay(before, [changes])
    assert (after.events[0], after.events[1], after.events[3].when) == (EVENTS[1], EVENTS[0], "Now")
    assert all(one is other for one, other in zip(after.events[4:], EVENTS[4:], strict=True))
    assert after.extra == {"a": {"b": 2}}
    assert before == Catalog(events=EVENTS, extra={"a": {"b": 1}})
    assert EVENTS[3].when == ""


def test_an_edit_of_a_group_or_of_the_deepest_field_costs_that_edit() -> None:
    innermost = PropertyField(name="innermost", minimum=Decimal("1.50"))
    for _ in range(MAX_DEPTH - 1):
        innermost = PropertyField(name="inner", type="object", fields=(innermost,))
    prop = Property(name="p", type="object", fields=(innermost,))
    groups = tuple(PropertyGroup(name=f"g{number}", properties=(prop, Property(name="q"))) for number in range(50))
    before = Catalog(format=2, property_groups=groups, events=EVENTS)
    deep: Place = ("property_groups", 7, "properties", 0, *("fields", 0) * MAX_DEPTH)
    edits: tuple[Edit, ...] = (
        Set((*deep, "minimum"), None),
        Set((*deep, "maximum"), Decimal("9.0")),
        Set(("property_groups", 7, "properties", 1, "nullable"), True),
        Set(("events", 1999, "property_groups"), ("g7",)),
        Move(("property_groups", 3), 40),
        Insert((*deep[:-1], 1), PropertyField(name="new")),
    )
    for edit, most in zip(edits, (200, 220, 90, 80, 300, 800), strict=True):
        after = edit.apply(before)
        changes = through_json(delta(before, after))
        assert len(json.dumps(changes)) < most
        again = replay(before, [changes])
        assert same(again, after, exact=True)
        assert all(one is other for one, other in zip(again.property_groups[41:], groups[41:], strict=True))


def test_one_item_that_stands_twice_is_two() -> None:
    twice = Catalog(events=(EVENTS[1], EVENTS[0], EVENTS[0]))
    once = Catalog(events=EVENTS[:2])
    after = Set(("events", 1, "name"), "Other").apply(twice)
    deltas = [through_json(delta(once, twice)), through_json(delta(twice, after))]
    assert [event.name for event in replay(once, deltas).events] == ["Event 1", "Other", "Event 0"]


def test_what_looks_like_a_mark_is_kept() -> None:
    extra = {"$": ["date", "2026-01-01"], "a": {"$": {}}}
    after = Catalog(extra=extra)
    assert replay(Catalog(), [through_json(delta(Catalog(), after))]).extra == extra


@pytest.mark.parametrize(
    "change",
    [
        {"at": ["events", 5, "name"], "is": "x"},
        {"at": ["nothing"], "from": 0, "to": 0, "items": []},
        {"at": [], "is": 1},
        {"at": ["extra"], "is": {"$": ["date", "x"]}},
        {"at": ["extra"], "is": {"$": ["decimal", "x"]}},
        {"at": ["format"], "is": "one"},
        {"at": ["events"], "from": 0, "to": 0, "items": [7]},
        {"at": ["unknown"], "is": 1},
        {},
    ],
)
def test_what_does_not_fit_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(DeltaError):
        replay(Catalog(), [[change]])


def test_a_value_that_no_catalog_holds_is_a_mistake_of_ours() -> None:
    with pytest.raises(TypeError):
        to_plain(b"bytes")
    assert to_plain(Property(name="a", values=(1, True))).items() >= {"name": "a", "values": [1, True]}.items()
