"""Property groups are made, renamed and taken apart, and each event has the properties it had."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eventsmith.edits import (
    Edit,
    Set,
    Together,
    make_group,
    remove_group,
    rename_group,
    rename_property,
    take_apart,
    take_group,
    triggers_with,
)
from eventsmith.model import Campaign, Catalog, Condition, Event, Groups, Property, PropertyGroup, written_out

NAMES = st.sampled_from(["a", "b", "c", "d"])
PROPERTIES = st.builds(Property, name=NAMES, type=st.sampled_from(["string", "integer"]), unit_in=st.just("") | NAMES)


def unlike(props: Sequence[Property]) -> tuple[Property, ...]:
    return tuple({prop.name: prop for prop in props}.values())


LISTS = st.lists(PROPERTIES, max_size=4).map(unlike)
GROUPS = st.builds(PropertyGroup, name=st.sampled_from(["x", "y", "z"]), every_event=st.booleans(), properties=LISTS)
EVENTS = st.builds(
    Event,
    id=st.sampled_from(["e", "f", "g", "h"]),
    name=st.just("E"),
    property_groups=st.lists(st.sampled_from(["x", "y", "gone"]), max_size=2).map(tuple),
    properties=LISTS,
)
CAMPAIGNS = st.builds(
    Campaign,
    name=st.just("C"),
    trigger=st.sampled_from(["e", "f", "g", "h"]),
    conditions=st.lists(st.builds(Condition, property=NAMES, operator=st.just("=")), max_size=2).map(tuple),
)
CATALOGS = st.builds(
    Catalog,
    format=st.just(2),
    property_groups=st.lists(GROUPS, max_size=3, unique_by=lambda group: group.name).map(tuple),
    events=st.lists(EVENTS, max_size=4, unique_by=lambda event: event.id).map(tuple),
    campaigns=st.lists(CAMPAIGNS, max_size=2).map(tuple),
)


def said(catalog: Catalog) -> list[dict[str, Property]]:
    """By event: what it says in all, whatever the order."""
    return [{prop.name: prop for prop in event.properties} for event in written_out(catalog).events]


@given(CATALOGS, st.data())
def test_taken_apart_every_event_says_what_it_said(catalog: Catalog, data: st.DataObject) -> None:
    assume(catalog.property_groups)
    index = data.draw(st.integers(0, len(catalog.property_groups) - 1))
    name = catalog.property_groups[index].name
    apart = take_apart(catalog, index).apply(catalog)
    assert said(apart) == said(catalog)
    assert all(group.name != name for group in apart.property_groups)
    assert all(name not in event.property_groups for event in apart.events)


@given(CATALOGS, LISTS, st.sets(st.integers(0, 3)))
def test_a_group_is_made_of_what_events_share_and_the_rest_stays(
    catalog: Catalog, props: tuple[Property, ...], chosen: set[int]
) -> None:
    """What an event said itself it still says, and what was not said at all comes from the new group."""
    events = {index for index in chosen if index < len(catalog.events)}
    made = make_group(catalog, "new", props, events).apply(catalog)
    assert made.property_groups[-1] == PropertyGroup(name="new", properties=props)
    for index, (before, after) in enumerate(zip(catalog.events, made.events, strict=True)):
        if index not in events:
            assert after == before
            continue
        kept = {prop.name: prop for prop in before.properties}
        now = {prop.name: prop for prop in written_out(made).events[index].properties}
        assert {name: now[name] for name in kept} == kept
        given = {prop.name for group in Groups(catalog.property_groups).of(before) for prop in group.properties}
        assert list(after.properties) == [prop for prop in before.properties if prop not in props or prop.name in given]


@given(CATALOGS, st.data())
def test_a_group_of_another_name_is_the_same_group(catalog: Catalog, data: st.DataObject) -> None:
    assume(catalog.property_groups)
    index = data.draw(st.integers(0, len(catalog.property_groups) - 1))
    renamed = rename_group(catalog, index, "new").apply(catalog)
    assert said(renamed) == said(catalog)
    assert rename_group(renamed, index, catalog.property_groups[index].name).apply(renamed) == catalog


@given(CATALOGS, st.data())
def test_a_property_renamed_in_a_group_is_renamed_in_all_that_refers_to_it(
    catalog: Catalog, data: st.DataObject
) -> None:
    places = [
        ("property_groups", index, "properties", number)
        for index, group in enumerate(catalog.property_groups)
        for number in range(len(group.properties))
    ]
    assume(places)
    # In a group that has the name itself, a unit is that one's.
    named = [prop.name for group in catalog.property_groups for prop in group.properties]
    assume(len(named) == len(set(named)))
    place = data.draw(st.sampled_from(places))
    prop = catalog.property_groups[place[1]].properties[place[3]]
    triggers = triggers_with(catalog, place)
    renamed = rename_property(catalog, place, "new").apply(catalog)
    for before, after in zip(catalog.campaigns, renamed.campaigns, strict=True):
        for asked, now in zip(before.conditions, after.conditions, strict=True):
            is_meant = before.trigger in triggers and asked.property == prop.name
            assert now.property == ("new" if is_meant else asked.property)
    whole, now_whole = written_out(catalog), written_out(renamed)
    for event, now_event in zip(whole.events, now_whole.events, strict=True):
        if event.id in triggers:
            units = {one.name: one.unit_in for one in event.properties}
            # A group behind it may have one of the old name, which was not the event's before.
            for one in (one for one in now_event.properties if one.name != prop.name):
                old = prop.name if one.name == "new" else one.name
                assert one.unit_in == ("new" if units.get(old) == prop.name else units.get(old, one.unit_in))


@pytest.mark.parametrize("every", [True, False])
def test_a_group_removed_is_named_by_no_event(every: bool) -> None:
    catalog = Catalog(
        format=2,
        property_groups=(PropertyGroup(name="x", every_event=every, properties=(Property(name="a"),)),),
        events=(Event(id="e", name="E", property_groups=("y", "x")), Event(id="f", name="F")),
    )
    gone = remove_group(catalog, 0).apply(catalog)
    assert gone.property_groups == ()
    assert [event.property_groups for event in gone.events] == [("y",), ()]


def test_of_two_groups_of_one_name_one_may_go() -> None:
    twins = (PropertyGroup(name="x", properties=(Property(name="a"),)), PropertyGroup(name="x"))
    catalog = Catalog(format=2, property_groups=twins, events=(Event(id="e", name="E", property_groups=("x",)),))
    for edit in (remove_group(catalog, 1), take_apart(catalog, 1)):
        done = edit.apply(catalog)
        assert (done.property_groups, done.events) == (twins[:1], catalog.events)
    assert rename_group(catalog, 1, "y").apply(catalog).events == catalog.events
    assert remove_group(catalog, 0).apply(catalog).events == catalog.events


def test_an_event_takes_a_group_once() -> None:
    catalog = Catalog(events=(Event(id="e", name="E", property_groups=("x",)), Event(id="f", name="F")))
    taken = take_group(catalog, "x", [0, 1]).apply(catalog)
    assert [event.property_groups for event in taken.events] == [("x",), ("x",)]
    assert taken.format == 2


def test_all_of_it_is_one_step() -> None:
    """Also together with other edits, on a workbench."""
    props = (Property(name="a"), Property(name="b"))
    catalog = Catalog(events=tuple(Event(id=i, name=i, properties=props) for i in "ef"))
    edits: list[Edit] = [make_group(catalog, "x", props, [0, 1]), Set(("name",), "N")]
    done = Together(edits, "both").apply(catalog)
    assert (done.name, done.format, done.property_groups[0].properties) == ("N", 2, props)
    assert [(event.property_groups, event.properties) for event in done.events] == [(("x",), ())] * 2
