"""Properties: added, copied, renamed and given a type, here and everywhere, with what names them."""

from unittest.mock import Mock

import pytest

from eventsmith.edits import (
    Workbench,
    add_properties,
    catalog_index,
    copy_property,
    places_of_property,
    rename_everywhere,
    rename_property,
    retype_everywhere,
)
from eventsmith.model import Campaign, Catalog, Condition, Event, Property, PropertyField

AMOUNT = Property(name="amount", type="decimal", unit_in="currency")
CURRENCY = Property(name="currency")
ITEMS = Property(name="items", type="list", fields=(PropertyField(name="price", unit_in="currency"),))
BEFORE = Catalog(
    events=(
        Event(id="buy", name="Buy", properties=(AMOUNT, CURRENCY, ITEMS)),
        Event(id="return", name="Return", properties=(AMOUNT, Property(name="total"))),
        Event(id="look", name="Look", properties=(Property(name="currency", type="integer"),)),
        Event(id="leave", name="Leave"),
    ),
    campaigns=(
        Campaign(name="Thanks", trigger="buy", conditions=(Condition(property="amount", operator=">", value=1),)),
        Campaign(name="Sorry", trigger="return", conditions=(Condition(property="amount", operator=">", value=1),)),
        Campaign(name="Other", trigger="look", conditions=(Condition(property="amount", operator=">", value=1),)),
    ),
)


def names(catalog: Catalog) -> list[list[str]]:
    return [[prop.name for prop in event.properties] for event in catalog.events]


def conditions(catalog: Catalog) -> list[str]:
    return [campaign.conditions[0].property for campaign in catalog.campaigns]


def test_properties_are_added_behind_and_none_is_there_twice() -> None:
    edit = add_properties(BEFORE, ("events", 1, "properties"), [CURRENCY, AMOUNT, CURRENCY, Property(name="at")])
    assert names(edit.apply(BEFORE))[1] == ["amount", "total", "currency", "at"]
    assert edit.label == "add 2 properties"


def test_fields_are_added_to_the_items_of_a_list() -> None:
    fields = [PropertyField(name="price"), PropertyField(name="title")]
    after = add_properties(BEFORE, ("events", 0, "properties", 2, "fields"), fields).apply(BEFORE)
    assert [field.name for field in after.events[0].properties[2].fields] == ["price", "title"]


def test_a_copy_takes_its_unit_along_and_leaves_alone_who_has_the_name() -> None:
    after = copy_property(BEFORE, ("events", 0, "properties", 0), [3, 1, 2]).apply(BEFORE)
    assert names(after)[1:] == [["amount", "total"], ["currency", "amount"], ["amount", "currency"]]
    assert after.events[2].properties[0].type == "integer"
    assert after.events[3].properties[0] is AMOUNT
    assert after.events[1] is BEFORE.events[1]


def test_a_new_name_is_followed_by_units_and_conditions() -> None:
    after = rename_property(BEFORE, ("events", 0, "properties", 1), "money").apply(BEFORE)
    assert after.events[0].properties[0].unit_in == "money"
    assert after.events[0].properties[2].fields[0].unit_in == "money"
    after = rename_property(BEFORE, ("events", 0, "properties", 0), "sum").apply(BEFORE)
    assert conditions(after) == ["sum", "amount", "amount"]


def test_what_has_no_name_yet_is_nobodys_unit() -> None:
    event = Event(id="buy", name="Buy", properties=(Property(name=""), ITEMS, Property(name="total")))
    before = Catalog(events=(event,))
    after = rename_property(before, ("events", 0, "properties", 0), "price").apply(before)
    assert after.events[0].properties[1:] == event.properties[1:]


def test_to_rename_many_looks_for_the_units_of_each_once(monkeypatch: pytest.MonkeyPatch) -> None:
    looked_at = Mock(side_effect=catalog_index._units_in)
    monkeypatch.setattr(catalog_index, "_units_in", looked_at)
    properties = (*(Property(name=f"item{n}") for n in range(98)), AMOUNT, CURRENCY)
    bench = Workbench.of(Catalog(events=(Event(id="buy", name="Buy", properties=properties),)))
    for number in range(len(properties)):
        rename_property(bench, ("events", 0, "properties", number), f"new_{number}").change(bench)
    assert [prop.name for prop in bench.events[0].properties] == [f"new_{n}" for n in range(100)]
    assert bench.events[0].properties[98].unit_in == "new_99"
    # Each at first, as it was and as it is; all once more in the list that changes, and the one whose unit it is.
    assert looked_at.call_count <= 4 * len(properties) + 2


def test_a_new_name_everywhere_is_followed_everywhere() -> None:
    after = rename_everywhere(BEFORE, "amount", "sum").apply(BEFORE)
    assert names(after) == [["sum", "currency", "items"], ["sum", "total"], ["currency"], []]
    assert conditions(after) == ["sum", "sum", "amount"]


def test_everywhere_leaves_alone_who_has_the_new_name_already() -> None:
    edit = rename_everywhere(BEFORE, "amount", "total")
    assert len(edit.edits) == 1
    assert names(edit.apply(BEFORE))[:2] == [["total", "currency", "items"], ["amount", "total"]]


def test_a_type_everywhere_changes_the_properties_that_have_another() -> None:
    assert places_of_property(BEFORE, "currency") == [("events", 0, "properties", 1), ("events", 2, "properties", 0)]
    edit = retype_everywhere(BEFORE, "currency", "string")
    assert len(edit.edits) == 1
    assert edit.apply(BEFORE).events[2].properties[0].type == "string"


def test_what_has_no_name_yet_is_nowhere_else() -> None:
    nameless = Catalog(events=(Event(id="a", name="A", properties=(Property(name=""), Property(name=""))),))
    assert not places_of_property(nameless, "")
    assert not rename_everywhere(nameless, "", "x").edits
    assert len(add_properties(nameless, ("events", 0, "properties"), [Property(name="")]).edits) == 1
