"""Property groups: what is wrong with them, and that all rules see their properties, once and in their place."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits import Set
from eventsmith.model import (
    Campaign,
    Catalog,
    Event,
    Groups,
    Place,
    Property,
    PropertyGroup,
    properties_with_groups,
    show_place,
    value_at,
    written_out,
)
from eventsmith.naming import same_key
from eventsmith.rules import Issue, Judge, all_rules
from tests.rules.test_judge import CAMPAIGNS, EVENTS, GROUPS
from tests.rules.told import issues, mended, told

ORDER = """
[[property_groups]]
name = "order"
properties = [{name = "amount", type = "decimal", unit_in = "currency"}, {name = "currency"}]
"""
COMMON = """
[[property_groups]]
name = "common"
every_event = true
properties = [{name = "currency"}]
"""
BUY = """
[[events]]
id = "buy"
name = "Buy"
property_groups = ["order"]
"""


def test_groups_without_a_name_of_their_own() -> None:
    text = '[[property_groups]]\nname = " "\n[[property_groups]]\nname = "a"\n[[property_groups]]\nname = "a"\n'
    assert told(text, "property-group-name-is-empty") == {
        "property_groups[0].name": "This property group has no name: give it one"
    }
    assert told(text, "property-group-is-taken") == {
        "property_groups[2].name": "There are two groups “a”, and events get the first: put both into one, or rename "
        "this"
    }


def test_a_group_that_is_not_there() -> None:
    text = ORDER + '[[events]]\nid = "a"\nname = "A"\nproperty_groups = ["order", "Order", "sphinx"]\n'
    assert told(text, "property-group-is-unknown") == {
        "events[0].property_groups[1]": "There is no property group “Order”: did you mean “order”?",
        "events[0].property_groups[2]": "There is no property group “sphinx”: add it, or remove it here, or take order",
    }
    assert mended(text, "property-group-is-unknown", safe=True).events[0].property_groups == (
        "order",
        "order",
        "sphinx",
    )
    alone = told('[[events]]\nid = "a"\nname = "A"\nproperty_groups = ["x"]\n', "property-group-is-unknown")
    assert alone == {"events[0].property_groups[0]": "There is no property group “x”: add it, or remove it here"}


def test_a_group_that_nothing_takes() -> None:
    rule = "property-group-is-unused"
    assert told(ORDER, rule) == {
        "property_groups[0].name": "No event takes the property group “order”: have events take it, or remove it"
    }
    assert not mended(ORDER, rule).property_groups
    assert not told(COMMON, rule)
    assert not told(ORDER + BUY, rule)
    assert not told(ORDER + BUY + 'status = "idea"\n', rule)


def test_what_an_event_says_otherwise_than_its_group() -> None:
    rule = "property-differs-from-its-group"
    own = '[[events.properties]]\nname = "amount"\ntype = "integer"\nunit_in = "currency"\n'
    assert told(ORDER + BUY + own, rule) == {
        "events[0].properties[0].name": "“amount” is a whole number here and a number in the property group "
        "“order”: remove it here, or give it another name"
    }
    assert not mended(ORDER + BUY + own, rule).events[0].properties
    unit = '[[events.properties]]\nname = "amount"\ntype = "decimal"\nunit = "EUR"\n'
    assert told(ORDER + BUY + unit, rule) == {
        "events[0].properties[0].name": "“amount” is in “EUR” here and has no unit in the property group “order”: "
        "remove it here, or give it another name"
    }
    assert not told(ORDER + BUY.replace("order", "other") + own, rule)


def test_a_copy_of_what_the_group_says() -> None:
    rule = "property-repeats-its-group"
    own = '[[events.properties]]\nname = "currency"\n'
    assert told(ORDER + BUY + own, rule) == {
        "events[0].properties[0].name": "“currency” says what it says in the property group “order”: remove it here"
    }
    assert not mended(ORDER + BUY + own, rule, safe=True).events[0].properties
    assert not told(ORDER + BUY + own + 'description = "ISO 4217"\n', rule)


def test_one_name_in_two_groups() -> None:
    rule = "property-is-in-two-groups"
    assert told(ORDER + COMMON + BUY, rule) == {
        "events[0].property_groups": "“currency” stands in both property groups “order” and “common”: keep it in "
        "one of them, or rename it in one"
    }
    assert not told(ORDER + COMMON + BUY + '[[events.properties]]\nname = "currency"\n', rule)
    assert not told(ORDER + COMMON, rule)


def test_an_issue_of_a_group_is_told_once_and_in_the_group() -> None:
    text = ORDER.replace('"amount"', '"Amount"') + BUY + BUY.replace("buy", "sell")
    (issue,) = issues(text, "property-starts-wrong")
    assert (show_place(issue.place), issue.thing) == (
        "property_groups[0].properties[0].name",
        ("property_groups", 0, "properties", 0),
    )
    assert mended(text, "property-starts-wrong").property_groups[0].properties[0].name == "amount"


@pytest.mark.parametrize("place", [(), ("property_groups", 0), ("property_groups", 0, "properties", 0)])
def test_it_is_silenced_in_the_group(place: Place) -> None:
    catalog = Catalog(property_groups=(PropertyGroup(name="a", properties=(Property(name="Amount"),)),))
    silenced = Set((*place, "ignore"), {"property-starts-wrong": "old"}).apply(catalog)
    (issue,) = [
        issue for issue in Judge(all_rules()).judge(silenced).everything if issue.rule.name == "property-starts-wrong"
    ]
    assert issue.silenced == "old"
    assert not told(silenced, "property-starts-wrong", "ignore-hides-nothing")


@pytest.mark.parametrize(("status", "safe"), [("planned", True), ("live", False), ("deprecated", False)])
@pytest.mark.parametrize("every", [True, False])
def test_a_name_that_code_sends_is_not_changed_safely(status: str, safe: bool, every: bool) -> None:
    text = ORDER.replace('"amount"', '"Amount"') + BUY + f'status = "{status}"\n'
    if every:
        text = text.replace('name = "order"\n', 'name = "order"\nevery_event = true\n')
        text = text.replace('property_groups = ["order"]\n', "")
    (issue,) = issues(text, "property-starts-wrong")
    assert issue.fix is not None
    assert issue.fix.safe == safe


def test_a_unit_may_be_in_a_group() -> None:
    rule = "unit-in-points-nowhere"
    amount = '[[events.properties]]\nname = "price"\ntype = "decimal"\nunit_in = "currency"\n'
    assert not told(ORDER + BUY + amount, rule)
    assert told(ORDER + BUY.replace("order", "x") + amount, rule).keys() == {"events[0].properties[0].unit_in"}


def test_a_group_may_take_its_unit_from_a_group_that_goes_with_it() -> None:
    rule = "unit-in-points-nowhere"
    lone = ORDER.replace(', {name = "currency"}', "")
    assert told(lone + BUY, rule).keys() == {"property_groups[0].properties[0].unit_in"}
    assert not told(lone + COMMON + BUY, rule)
    money = COMMON.replace("common", "money").replace("every_event = true\n", "")
    both = BUY.replace('["order"]', '["order", "money"]')
    assert not told(lone + money + both, rule)
    assert told(lone + money + both + BUY.replace("buy", "sell"), rule).keys() == {
        "property_groups[0].properties[0].unit_in"
    }


def test_a_condition_may_ask_for_a_property_of_a_group() -> None:
    asked = (
        '[[campaigns]]\nname = "C"\ntrigger = "buy"\nconditions = [{property = "amount", operator = "=", value = 1}]\n'
    )
    assert not told(ORDER + BUY + asked, "condition-points-at-nothing")
    assert told(BUY + asked, "condition-points-at-nothing").keys() == {"campaigns[0].conditions[0].property"}


def test_an_event_that_replaces_the_trigger_has_its_groups_too() -> None:
    """Even itself, where somebody wrote so."""
    asked = (
        '[[campaigns]]\nname = "C"\ntrigger = "buy"\nconditions = [{property = "amount", operator = "=", value = 1}]\n'
    )
    assert not told(ORDER + BUY + 'replaced_by = "buy"\n' + asked, "condition-points-at-nothing")


def test_properties_of_groups_count() -> None:
    budget = "[budget]\nproperties = 1\n"
    assert told(budget + ORDER + BUY, "event-has-too-many-properties") == {
        "events[0].properties": "2 properties exceed the budget of 1: keep those that a campaign, a segment or an "
        "analysis needs; no use is stated for “amount”, “currency”"
    }
    assert not told(budget + ORDER, "event-has-too-many-properties")


def test_a_group_is_used_if_one_of_its_events_is_asked() -> None:
    rule = "property-unused"
    asked = (
        '[[campaigns]]\nname = "C"\ntrigger = "buy"\nconditions = [{property = "amount", operator = "=", value = 1}]\n'
    )
    more = ORDER.replace('{name = "currency"}', '{name = "currency"}, {name = "color"}')
    both = more + BUY + BUY.replace("buy", "sell")
    assert told(both + asked, rule) == {
        "property_groups[0].properties[2].used_for": "No use is stated for “color”: say what it is needed for, "
        "or remove it"
    }


def test_a_type_is_mended_with_the_conditions_of_all_events_that_have_it() -> None:
    group = '[[property_groups]]\nname = "order"\nproperties = [{name = "isGift", example = "true"}]\n'
    asked = (
        '[[campaigns]]\nname = "C"\ntrigger = "buy"\n'
        'conditions = [{property = "isGift", operator = "=", value = "true"}]\n'
    )
    own = BUY.replace("buy", "sell") + '[[events.properties]]\nname = "isGift"\nexample = "maybe"\n'
    done = mended(group + BUY + own + asked + asked.replace('"buy"', '"sell"'), "property-is-kept-as-text")
    assert done.property_groups[0].properties[0].type == "boolean"
    assert [campaign.conditions[0].value for campaign in done.campaigns] == [True, "true"]


def mapped(catalog: Catalog, found: Iterable[Issue]) -> set[tuple[str, str, str]]:
    """The issues of a catalog written out, with properties of groups at the place where the group has them."""
    groups = Groups(catalog.property_groups)
    numbers = {id(group): number for number, group in reversed([*enumerate(catalog.property_groups)])}
    rows = set()
    for issue in found:
        place = issue.place
        if place[:1] == ("events",) and place[2:3] == ("properties",) and len(place) > 3:
            event = catalog.events[int(place[1])]
            if int(place[3]) >= len(event.properties):
                taken = groups.of(event)
                prop = properties_with_groups(event, taken)[int(place[3])]
                group, number = next(
                    (group, number) for group in taken for number, one in enumerate(group.properties) if one is prop
                )
                place = ("property_groups", numbers[id(group)], "properties", number, *place[4:])
        rows.add((issue.rule.name, show_place(place), issue.message))
    return rows


def unlike(props: Iterable[Property], known: set[str]) -> tuple[Property, ...]:
    """The properties with names unlike those known, which they join."""
    kept = []
    for prop in props:
        if same_key(prop.name) not in known:
            known.add(same_key(prop.name))
            kept.append(prop)
    return tuple(kept)


OF_PROPERTIES = [
    rule
    for rule in all_rules()
    if rule.looks_at == "prop" and not rule.with_groups and rule.name != "property-repeats-the-event"
]
OF_ALL = [
    rule
    for rule in all_rules()
    if rule.name.startswith("condition-")
    or rule.name in ("event-has-too-many-properties", "destination-holds-fewer-properties", "event-unused")
]


@given(st.lists(EVENTS, max_size=4), st.lists(CAMPAIGNS, max_size=2), st.lists(GROUPS, max_size=3), st.integers(0, 2))
def test_all_is_found_as_if_the_groups_were_written_out(
    events: list[Event], campaigns: list[Campaign], groups: list[PropertyGroup], budget: int
) -> None:
    """Where no two properties have names so alike that rules leave them to the one on that."""
    known: set[str] = set()
    named = {
        group.name: group.model_copy(update={"ignore": {}, "properties": unlike(group.properties, known)})
        for group in {group.name: group for group in groups}.values()
    }
    catalog = Catalog(
        destinations=("infobip", "ga4"),
        budget={"properties": budget},
        events=[
            event.model_copy(
                update={"ignore": {}, "status": "planned", "properties": unlike(event.properties, known.copy())}
            )
            for event in events
        ],
        campaigns=campaigns,
        property_groups=[*named.values()],
    )
    whole = written_out(catalog)
    had = {id(prop) for event in whole.events for prop in event.properties}
    for rules in (OF_PROPERTIES, OF_ALL):
        found = Judge(rules).judge(catalog).open
        expected = mapped(catalog, Judge(rules).judge(whole).open)
        assert expected <= mapped(catalog, found)
        # Properties that no event has are looked at all the same.
        for issue in found:
            assert (issue.rule.name, show_place(issue.place), issue.message) in expected or (
                issue.place[0] == "property_groups" and id(value_at(catalog, issue.place[:4])) not in had
            )
