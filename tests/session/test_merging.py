"""Bringing two people's work together: nothing of either is lost, and where both changed the same it is said."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits import Edit, Insert, Move, Remove, Set
from eventsmith.model import Campaign, Catalog, Condition, Event, Property, Value, same
from eventsmith.session.fields import edit_at
from eventsmith.session.merging import REMOVED, merge
from tests.store.random_catalogs import catalogs, changed

STORY = Catalog(
    events=tuple(
        Event(
            id=letter,
            name=f"Event {letter}",
            when=f"When {letter}",
            properties=(Property(name="p"), Property(name="q")),
        )
        for letter in "abcdef"
    ),
    campaigns=(Campaign(name="C", trigger="a", conditions=(Condition(property="p", operator="="),)),),
)
EDITS = st.sampled_from(
    [
        lambda at: Set(("events", at, "when"), "Other"),
        lambda at: edit_at(STORY, ("events", at, "name"), "Renamed"),
        lambda at: Set(("events", at, "extra"), {"k": 1}),
        lambda at: Set(("events", at, "ignore"), {"event-unused": "so"}),
        lambda at: Insert(("events", at, "properties", 1), Property(name="new")),
        lambda at: Remove(("events", at, "properties", 0)),
        lambda at: Set(("events", at, "properties", 1, "type"), "integer"),
    ]
)


def done(edit: Edit, *edits: Edit) -> Catalog:
    catalog = edit.apply(STORY)
    for each in edits:
        catalog = each.apply(catalog)
    return catalog


@given(st.data(), catalogs)
def test_where_only_one_has_changed_it_is_theirs(data: st.DataObject, base: Catalog) -> None:
    after = changed(data, base)
    assert merge(base, base, after).catalog is after
    assert same(merge(base, after, base).catalog, after, exact=True)
    assert same(merge(base, after, after).catalog, after, exact=True)
    for mine, theirs in ((base, after), (after, base), (after, after)):
        assert not merge(base, mine, theirs).conflicts


def named(catalog: Catalog) -> set[str]:
    return {event.name for event in catalog.events} | {group.name for group in catalog.property_groups}


@given(st.data(), catalogs)
def test_any_two_can_be_brought_together(data: st.DataObject, base: Catalog) -> None:
    mine, theirs = changed(data, base), changed(data, base)
    merged = merge(base, mine, theirs)
    Catalog.model_validate(merged.catalog.model_dump())
    again = merge(base, mine, theirs, [conflict.key for conflict in merged.conflicts])
    assert {conflict.key for conflict in again.conflicts} == {conflict.key for conflict in merged.conflicts}
    names = named(merged.catalog)
    if not merged.conflicts:
        turned = merge(base, theirs, mine)
        assert not turned.conflicts
        assert named(turned.catalog) == names
    said = [text for one in merged.conflicts for text in (one.mine, one.theirs)]
    for side in (mine, theirs):
        for name in named(side) - named(base) - names:
            # Or as part of what was changed of something that the other one has removed.
            assert any(name in text for text in said)


@given(EDITS, EDITS, st.permutations(range(6)))
def test_edits_of_different_events_are_both_there(
    my_edit: Callable[[int], Edit], their_edit: Callable[[int], Edit], at: list[int]
) -> None:
    mine, theirs = done(my_edit(at[0])), done(their_edit(at[1]))
    merged = merge(STORY, mine, theirs)
    assert not merged.conflicts
    assert same(merged.catalog.events[at[0]], mine.events[at[0]])
    assert same(merged.catalog.events[at[1]], theirs.events[at[1]])
    for number in at[2:]:
        assert merged.catalog.events[number] is STORY.events[number]


@given(EDITS, EDITS, st.integers(0, 5))
def test_all_of_mine_or_all_of_theirs_can_be_chosen(
    my_edit: Callable[[int], Edit], their_edit: Callable[[int], Edit], at: int
) -> None:
    mine, theirs = done(my_edit(at)), done(their_edit(at))
    merged = merge(STORY, mine, theirs)
    keys = [conflict.key for conflict in merged.conflicts]
    for one, chosen in ((mine, ()), (theirs, keys)):
        event = merge(STORY, mine, theirs, chosen).catalog.events[at]
        for name in Event.model_fields:
            old, now = getattr(STORY.events[at], name), getattr(one.events[at], name)
            if not same(old, now) and name != "properties":
                assert same(getattr(event, name), now), name


def test_a_true_conflict_is_told_with_both_values() -> None:
    when = ("events", 1, "when")
    mine, theirs = done(Set(when, "Mine"), Set(("name",), "Ours")), done(Set(when, "Theirs"))
    merged = merge(STORY, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.where, conflict.mine, conflict.theirs) == ("Event b: when", "Mine", "Theirs")
    assert merged.catalog.events[1].when == "Mine"
    chosen = merge(STORY, mine, theirs, [conflict.key]).catalog
    assert (chosen.events[1].when, chosen.name) == ("Theirs", "Ours")


def test_what_one_removed_and_the_other_changed_is_a_conflict() -> None:
    mine, theirs = done(Remove(("events", 2))), done(Set(("events", 2, "when"), "New"))
    merged = merge(STORY, mine, theirs)
    (conflict,) = merged.conflicts
    assert (conflict.mine, conflict.theirs) == (REMOVED, "when: New")
    assert [event.id for event in merged.catalog.events] == list("abdef")
    assert [event.id for event in merge(STORY, mine, theirs, [conflict.key]).catalog.events] == list("abcdef")
    assert not merge(STORY, mine, STORY).conflicts


def test_what_both_added_stands_there_once_where_it_is_one_thing() -> None:
    mine = done(Insert(("events", 3), Event(id="x", name="X", when="Mine")))
    theirs = done(Insert(("events", 6), Event(id="x", name="X", when="Theirs", description="D")))
    merged = merge(STORY, mine, theirs)
    assert [event.id for event in merged.catalog.events] == list("abcdefx")
    assert {conflict.where for conflict in merged.conflicts} == {"X: when"}
    assert merged.catalog.events[-1].description == "D"
    other = done(Insert(("events", 3), Event(id="y", name="Y")))
    assert [event.id for event in merge(STORY, mine, other).catalog.events] == list("abcxydef")


@pytest.mark.parametrize(
    ("mine", "theirs", "order", "conflicts"),
    [
        ([Move(("events", 0), 5)], [Set(("events", 2, "when"), "x")], "bcdefa", 0),
        ([Set(("events", 2, "when"), "x")], [Move(("events", 0), 5)], "bcdefa", 0),
        ([Move(("events", 0), 5)], [Move(("events", 0), 5)], "bcdefa", 0),
        ([Move(("events", 0), 5)], [Move(("events", 1), 0)], "bcdefa", 1),
        ([Move(("events", 0), 5)], [Insert(("events", 1), Event(id="x", name="X"))], "bcdefax", 0),
        ([Remove(("events", 0))], [Move(("events", 5), 1)], "fbcde", 0),
    ],
)
def test_the_order_is_kept_as_it_was_put(mine: list[Edit], theirs: list[Edit], order: str, conflicts: int) -> None:
    merged = merge(STORY, done(*mine), done(*theirs))
    assert "".join(event.id for event in merged.catalog.events) == order
    assert len(merged.conflicts) == conflicts


def test_one_event_in_the_place_of_another_is_not_that_one() -> None:
    mine = done(Remove(("events", 1)), Insert(("events", 1), Event(id="x", name="X", when="Mine")))
    merged = merge(STORY, mine, done(Set(("events", 1, "description"), "New")))
    assert merged.catalog.events[1].description == ""
    assert [conflict.mine for conflict in merged.conflicts] == [REMOVED]


@pytest.mark.parametrize("base", [None, 5, [1], "x"])
def test_two_tables_in_the_place_of_something_else_are_a_conflict(base: Value) -> None:
    def with_example(example: Value) -> Catalog:
        return Catalog(events=(Event(id="a", name="A", properties=(Property(name="p", example=example),)),))

    merged = merge(with_example(base), with_example({"a": 1}), with_example({"b": 2}))
    assert [(one.where, one.mine, one.theirs) for one in merged.conflicts] == [("A: p: example", "a: 1", "b: 2")]
    assert same(merged.catalog, with_example({"a": 1}))


def test_tables_are_merged_key_by_key() -> None:
    base = Catalog(extra={"a": 1, "b": 2, "c": 3})
    mine = base.model_copy(update={"extra": {"a": 9, "c": 3, "d": 4}})
    theirs = base.model_copy(update={"extra": {"a": 1, "b": 2, "c": 8}})
    merged = merge(base, mine, theirs)
    assert merged.catalog.extra == {"a": 9, "c": 8, "d": 4}
    assert not merged.conflicts
