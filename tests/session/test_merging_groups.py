"""Two people work on property groups: it is as if one had done it after the other, or it is a conflict that is told."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eventsmith.edits import (
    Edit,
    Insert,
    Move,
    Remove,
    Set,
    Together,
    make_group,
    remove_group,
    rename_group,
    take_apart,
    take_group,
)
from eventsmith.model import MAX_DEPTH, Catalog, Event, Place, Property, PropertyField, PropertyGroup, same
from eventsmith.session.merging import REMOVED, merge


def nested(name: str) -> Property:
    """An object in an object, and so on, as deep as they go."""
    field = PropertyField(name="innermost")
    for number in range(MAX_DEPTH - 1, 0, -1):
        field = PropertyField(name=f"inner{number}", type="object", fields=(field,))
    return Property(name=name, type="object", fields=(field,))


BASE = Catalog(
    format=2,
    property_groups=tuple(
        PropertyGroup(
            name=name,
            properties=(nested(f"{name}Object"), Property(name=f"{name}Size", minimum=1), Property(name=f"{name}Rest")),
        )
        for name in "abc"
    ),
    events=tuple(
        Event(id=f"e{at}", name=f"Event {at}", property_groups=tuple(groups), properties=(Property(name="own"),))
        for at, groups in enumerate(["ab", "a", "bc", "", "ca"])
    ),
)
INNERMOST: Place = ("properties", 0, *("fields", 0) * MAX_DEPTH)
Step = Callable[[Catalog, int, str], Edit]
"""The edit that a person of a name makes to the group of an index."""
STEPS: dict[str, Step] = {
    "rename": lambda catalog, at, who: rename_group(catalog, at, f"of{who}"),
    "describe": lambda catalog, at, who: in_group(at, "description", who),
    "of every event": lambda catalog, at, who: in_group(at, "every_event", True),
    "extra": lambda catalog, at, who: in_group(at, "extra", {**catalog.property_groups[at].extra, who: 1}),
    "add a property": lambda catalog, at, who: Insert(
        ("property_groups", at, "properties", len(catalog.property_groups[at].properties)), Property(name=f"new{who}")
    ),
    "remove a property": lambda catalog, at, who: Remove(("property_groups", at, "properties", 2)),
    "allow null": lambda catalog, at, who: in_group(at, "properties", 1, "nullable", True),
    "remove a limit": lambda catalog, at, who: in_group(at, "properties", 1, "minimum", None),
    "set a limit": lambda catalog, at, who: in_group(at, "properties", 1, "maximum", who),
    "add a field": lambda catalog, at, who: Insert(
        ("property_groups", at, *INNERMOST), PropertyField(name=f"new{who}")
    ),
    "move": lambda catalog, at, who: Move(("property_groups", at), 0),
    "make": lambda catalog, at, who: make_group(catalog, f"made{who}", [Property(name=f"made{who}")], [0, 3]),
    "take": lambda catalog, at, who: take_group(catalog, catalog.property_groups[at].name, [0, 2, 3]),
    "remove": lambda catalog, at, who: remove_group(catalog, at),
    "take apart": lambda catalog, at, who: take_apart(catalog, at),
}
OF_BOTH = {"add a property", "add a field", "make", "take", "extra"}
"""What both can do to one group, each in another way."""
ENDS = {"remove", "take apart"}
"""What leaves no group for the other one to change."""
steps = st.tuples(st.sampled_from(sorted(STEPS)), st.sampled_from("abc"))


def in_group(at: int, *way: object) -> Edit:
    *place, value = way
    return Set(("property_groups", at, *place), value)  # type: ignore[arg-type]


def done(catalog: Catalog, step: tuple[str, str], who: str) -> Catalog:
    """The catalog after a step with the group that has a name in the base, wherever it stands now."""
    what, group = step
    found = (at for at, one in enumerate(catalog.property_groups) if one.properties[0].name == f"{group}Object")
    return STEPS[what](catalog, next(found), who).apply(catalog)


def in_any_order(value: object) -> object:
    """What a catalog says, whatever the order of its lists."""
    if isinstance(value, dict):
        return {key: in_any_order(each) for key, each in value.items()}
    return sorted(map(in_any_order, value), key=repr) if isinstance(value, (list, tuple)) else value


@given(steps, steps)
def test_what_two_do_is_as_if_one_did_it_after_the_other(mine: tuple[str, str], theirs: tuple[str, str]) -> None:
    kinds = {mine[0], theirs[0]}
    if mine[1] == theirs[1]:
        assume(kinds.isdisjoint(ENDS) and (len(kinds) == 2 or kinds <= OF_BOTH))
    assume(kinds != {"move"})
    ours, others = done(BASE, mine, "Me"), done(BASE, theirs, "Them")
    merged = merge(BASE, ours, others)
    assert not merged.conflicts
    said = in_any_order(merged.catalog.model_dump())
    assert said == in_any_order(done(others, mine, "Me").model_dump())
    assert said == in_any_order(done(ours, theirs, "Them").model_dump())
    events = zip(BASE.events, ours.events, others.events, merged.catalog.events, strict=True)
    assert all(now is old for old, one, other, now in events if one is other is old)


@pytest.mark.parametrize(
    ("what", "where", "told"),
    [
        ("rename", "Property group ofMe: name", ("ofMe", "ofThem")),
        ("describe", "Property group b: description", ("Me", "Them")),
        ("set a limit", "Property group b: bSize: maximum", ("Me", "Them")),
    ],
)
def test_what_both_changed_is_a_conflict_and_either_can_be_chosen(what: str, where: str, told: tuple[str, str]) -> None:
    ours, others = done(BASE, (what, "b"), "Me"), done(BASE, (what, "b"), "Them")
    merged = merge(BASE, ours, others)
    (conflict,) = merged.conflicts
    assert (conflict.where, (conflict.mine, conflict.theirs)) == (where, told)
    assert conflict.thing == ("property_groups", 1)
    assert same(merged.catalog, ours, exact=True)
    assert same(merge(BASE, ours, others, [conflict.key]).catalog, others, exact=True)


@pytest.mark.parametrize("end", sorted(ENDS))
@pytest.mark.parametrize("what", sorted(STEPS.keys() - ENDS - {"move", "make", "take"}))
def test_what_one_removed_and_the_other_changed_is_a_conflict(end: str, what: str) -> None:
    ours, others = done(BASE, (end, "a"), "Me"), done(BASE, (what, "a"), "Them")
    (conflict,) = merge(BASE, ours, others).conflicts
    assert (conflict.where.startswith("Property group "), conflict.mine) == (True, REMOVED)
    (conflict,) = merge(BASE, others, ours).conflicts
    assert conflict.theirs == REMOVED


@pytest.mark.parametrize(("own", "conflicts"), [("pqr", 0), ("pq", 0), ("pqrxy", 0), ("pqrxyz", 1), ("px", 1), ("", 1)])
def test_a_group_of_another_name_is_the_same_if_most_of_its_properties_are(own: str, conflicts: int) -> None:
    def having(name: str, properties: str) -> Catalog:
        group = PropertyGroup(name=name, properties=tuple(Property(name=each) for each in properties))
        return Catalog(format=2, property_groups=(group,), events=(Event(id="e", name="E", property_groups=(name,)),))

    merged = merge(having("old", "pqr"), having("new", own), having("old", "pqrt"))
    assert len(merged.conflicts) == conflicts
    (group,) = merged.catalog.property_groups
    assert [prop.name for prop in group.properties if prop.name != "t"] == list(own)
    assert merged.catalog.events[0].property_groups == ("new",)


def test_a_group_that_one_removed_and_the_other_gave_to_an_event_is_still_named_there() -> None:
    """So that the rules tell that it is gone."""
    merged = merge(BASE, done(BASE, ("remove", "a"), "Me"), done(BASE, ("take", "a"), "Them"))
    assert [group.name for group in merged.catalog.property_groups] == ["b", "c"]
    assert [event.property_groups for event in merged.catalog.events] == [("b",), (), ("b", "c", "a"), ("a",), ("c",)]


@pytest.mark.parametrize(
    ("mine", "theirs", "order", "told"),
    [
        ([Move(("property_groups", 0), 2)], [Insert(("property_groups", 1), PropertyGroup(name="x"))], "bcax", ()),
        ([Insert(("property_groups", 0), PropertyGroup(name="x"))], [Move(("property_groups", 0), 1)], "xbac", ()),
        ([Move(("property_groups", 0), 2)], [Move(("property_groups", 1), 0)], "bca", ("b, c, a", "b, a, c")),
    ],
)
def test_groups_stay_in_the_order_they_were_put_in(
    mine: list[Edit], theirs: list[Edit], order: str, told: tuple[str, ...]
) -> None:
    merged = merge(BASE, Together(mine, "mine").apply(BASE), Together(theirs, "theirs").apply(BASE))
    assert [group.name for group in merged.catalog.property_groups] == list(order)
    expected = [("property groups: order", *told)] if told else []
    assert [(one.where, one.mine, one.theirs) for one in merged.conflicts] == expected


@pytest.mark.parametrize(
    ("base", "mine", "theirs", "taken", "told"),
    [
        ("ab", "abx", "aby", "abxy", ()),
        ("", "x", "yx", "yx", ()),
        ("abc", "bc", "abcx", "bcx", ()),
        ("abc", "bc", "ab", "b", ()),
        ("aab", "ab", "aabx", "abx", ()),
        ("ab", "ba", "abx", "bxa", ()),
        ("abc", "bac", "acb", "bac", ("b, a, c", "a, c, b")),
    ],
)
def test_an_event_takes_what_either_had_it_take_and_leaves_what_either_had_it_leave(
    base: str, mine: str, theirs: str, taken: str, told: tuple[str, ...]
) -> None:
    def having(groups: str) -> Catalog:
        return Catalog(format=2, events=(Event(id="e", name="E", property_groups=tuple(groups)),))

    merged = merge(having(base), having(mine), having(theirs))
    assert "".join(merged.catalog.events[0].property_groups) == taken
    expected = [("E: property groups: order", *told)] if told else []
    assert [(one.where, one.mine, one.theirs) for one in merged.conflicts] == expected


@pytest.mark.parametrize(
    ("before", "after"), [(("a", "b"), ("b", "c")), (("a", "b"), ("x", "a")), (("a", "a"), ("a", "x"))]
)
def test_a_new_name_is_followed_only_where_no_other_group_has_or_had_one_of_the_two(
    before: tuple[str, str], after: tuple[str, str]
) -> None:
    """Otherwise nobody knows which group an event takes."""

    def having(names: tuple[str, str], *taken: str) -> Catalog:
        groups = tuple(PropertyGroup(name=name, description=text) for name, text in zip(names, "DE", strict=True))
        return Catalog(format=2, property_groups=groups, events=(Event(id="e", name="E", property_groups=taken),))

    merged = merge(having(before), having(after), having(before, *before))
    assert merged.catalog.events[0].property_groups == before
