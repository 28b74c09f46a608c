"""Rules see fields however deep they are, and say where."""

from __future__ import annotations

import pytest

from eventsmith.model import MAX_DEPTH, Catalog, Event, Property, PropertyField, fields_in, show_place, with_fields
from eventsmith.rules import Judge, all_rules
from tests.rules.told import mended, told


def nested(field: PropertyField, depth: int, kind: str = "object") -> Catalog:
    """A catalog with a field so many levels below a property."""
    for number in range(depth - 1):
        field = PropertyField(name=f"level{number}", type=kind, fields=(field,))
    prop = Property(name="top", type=kind, fields=(field,))
    return Catalog(format=2, events=(Event(id="e", name="E", properties=(prop,)),))


def place_at(depth: int, *keys: str) -> str:
    return show_place(("events", 0, "properties", 0, *("fields", 0) * depth, *keys))


@pytest.mark.parametrize("depth", [1, 2, MAX_DEPTH])
@pytest.mark.parametrize(
    ("field", "rule", "key"),
    [
        (PropertyField(name=""), "property-name-is-empty", "name"),
        (PropertyField(name="Amount"), "property-starts-wrong", "name"),
        (PropertyField(name="n", type="integer", example="x"), "example-not-of-type", "example"),
        (PropertyField(name="n", example="true"), "property-is-kept-as-text", "type"),
        (PropertyField(name="n", unit_in="gone"), "unit-in-points-nowhere", "unit_in"),
        (PropertyField(name="n", used_for=("segment",)), "property-segments-on-a-list", "used_for"),
        (PropertyField(name="price", type="decimal"), "property-lacks-currency", "name"),
    ],
)
def test_what_is_wrong_in_a_field(field: PropertyField, rule: str, key: str, depth: int) -> None:
    assert told(nested(field, depth), rule).keys() == {place_at(depth, key)}
    quiet = field.model_copy(update={"ignore": {rule: "old"}})
    assert not told(nested(quiet, depth), rule, "ignore-hides-nothing")


def test_a_fix_is_made_in_its_place() -> None:
    done = mended(nested(PropertyField(name="Amount"), 4), "property-starts-wrong").events[0].properties[0]
    assert [part.name for part in with_fields(done)] == ["top", "level2", "level1", "level0", "amount"]


@pytest.mark.parametrize("kind", ["list", "object"])
def test_a_unit_beside_anything_around_is_near_enough(kind: str) -> None:
    catalog = nested(PropertyField(name="price", type="decimal", unit_in="currency"), 3, kind)
    rules = ("unit-in-points-nowhere", "property-lacks-currency")
    assert told(catalog, *rules)
    event = catalog.events[0]
    beside = event.model_copy(update={"properties": (*event.properties, Property(name="currency"))})
    assert not told(catalog.model_copy(update={"events": (beside,)}), *rules)


def test_two_fields_of_one_name() -> None:
    twins = PropertyField(name="box", type="object", fields=(PropertyField(name="size"), PropertyField(name="Size")))
    assert told(nested(twins, 2), "property-is-taken").keys() == {
        place_at(2, "fields") + "[0].name",
        place_at(2, "fields") + "[1].name",
    }


def test_a_use_of_a_field_is_a_use_of_all_it_is_in() -> None:
    used = nested(PropertyField(name="n", used_for=("analytics",)), 5)
    assert not told(used, "event-unused", "property-unused")


def test_no_part_is_looked_at_twice_or_not_at_all() -> None:
    """Fields of all shapes: each has one issue, in its place."""
    inner = PropertyField(name="", fields=(PropertyField(name=""), PropertyField(name="", type="list")))
    prop = Property(name="", type="list", fields=(inner, PropertyField(name="")))
    catalog = Catalog(format=2, events=(Event(id="e", name="E", properties=(prop, prop.model_copy())),))
    found = Judge([rule for rule in all_rules() if rule.name == "property-name-is-empty"]).judge(catalog).open
    places = [
        ("events", 0, "properties", number, *place, "name")
        for number in (0, 1)
        for place in ((), *(place for place, _ in fields_in(prop)))
    ]
    assert [issue.place for issue in found] == places
