import json
from typing import Any

import pytest
from hypothesis import given

from eventsmith.formats import format_named
from eventsmith.model import Catalog, Event, Property, PropertyField, PropertyGroup, without_ideas

from .any_catalogs import catalogs


def definitions_of(*events: Event) -> tuple[Any, tuple[str, ...]]:
    written = format_named("infobip").write(Catalog(events=events))
    (data,) = written.files.values()
    # The first loss names what definitions have no place for at all.
    return json.loads(data), tuple(loss for loss in written.losses if not loss.startswith("Infobip holds no"))


def event(*properties: Property) -> Event:
    return Event(id="a", name="A", properties=properties)


def items(name: str, *types: str) -> Property:
    return Property.model_validate(
        {"name": name, "type": "list", "fields": [{"name": f"f{n}", "type": type_} for n, type_ in enumerate(types)]}
    )


def test_an_event_is_a_body_to_post() -> None:
    bought = event(Property(name="total", type="decimal"), items("items", "integer", "date"))
    bought = bought.model_copy(update={"description": "Buys", "when": "Paid"})
    (body,), losses = definitions_of(bought)
    assert body == {
        "definitionId": "a",
        "title": "A",
        "description": "Buys\nWhen: Paid",
        "fields": [
            {"name": "total", "type": "Decimal"},
            {
                "name": "items",
                "type": "List",
                "schema": {
                    "type": "Object",
                    "fields": [{"name": "f0", "type": "Numeric"}, {"name": "f1", "type": "DateTime"}],
                },
            },
        ],
    }
    assert losses == ("Infobip has no date without a time: f1 of a became DateTime",)


def test_lists_without_an_equivalent_are_left_out_and_named() -> None:
    plain = Property(name="tags", type="list", item_type="string")
    (body,), losses = definitions_of(event(plain, items("one", "string", "list"), items("two", "string")))
    assert [field["name"] for field in body["fields"]] == ["one"]
    assert body["fields"][0]["schema"]["fields"] == [{"name": "f0", "type": "String"}]
    assert losses == (
        "“tags” of a is left out: a list in Infobip holds items with fields",
        "“one[].f1” of a is left out: Infobip has no lists within lists",
        "“two” of a is left out: Infobip takes at most 1 list in an event",
    )


@pytest.mark.parametrize(
    ("wrong", "loss"),
    [
        (Event(id="a_b", name="A"), "The ID “a_b”: Infobip takes letters (a to z) and digits only"),
        (Event(id="a", name=""), "a has no name: Infobip needs one"),
        (Event(id="a", name="A" * 101), "The name of a: Infobip takes at most 100 characters, this has 101"),
        (event(Property(name="1st")), "“1st” of a: Infobip takes a lowercase letter first"),
        (event(Property(name="p"), Property(name="P")), "“P” of a: Infobip takes each name only once"),
        (Event(id="a", name="A", when="w" * 2001), "The description of a: Infobip takes at most 2000 characters"),
        (event(*(Property(name=f"p{n}") for n in range(121))), "a: Infobip takes at most 120 properties, this has 121"),
    ],
)
def test_what_infobip_refuses_is_written_and_named(wrong: Event, loss: str) -> None:
    (body,), losses = definitions_of(wrong)
    assert body["definitionId"] == wrong.id
    assert len(body.get("fields", [])) == len(wrong.properties)
    assert any(said.startswith(loss) for said in losses), losses


def test_a_deprecated_event_is_not_made_for_good() -> None:
    bodies, losses = definitions_of(Event(id="a", name="A", status="deprecated"))
    assert bodies == []
    assert losses == ("a is deprecated and left out: Infobip never takes a definition back",)


def test_fields_of_what_is_no_list_are_named() -> None:
    _, losses = definitions_of(event(Property(name="p", fields=(PropertyField(name="f"),))))
    assert losses == ("“p” of a is not a list: what it says about items is not in Infobip",)


def test_objects_and_values_of_any_type_are_left_out_and_named() -> None:
    address = Property(name="address", type="object", fields=(PropertyField(name="city"),))
    (body,), losses = definitions_of(
        event(address, Property(name="p", type="any"), items("items", "object", "any", "date"))
    )
    assert body["fields"] == [
        {"name": "items", "type": "List", "schema": {"type": "Object", "fields": [{"name": "f2", "type": "DateTime"}]}}
    ]
    assert losses[1:] == (
        "“address” of a is left out: Infobip has no objects",
        "“p” of a is left out: Infobip has no values of any type",
        "“items[].f0” of a is left out: Infobip has no objects within lists",
        "“items[].f1” of a is left out: Infobip has no values of any type within lists",
    )


def test_an_event_has_the_properties_of_its_groups() -> None:
    groups = (
        PropertyGroup(name="order", properties=(Property(name="amount", type="decimal"), Property(name="currency"))),
        PropertyGroup(name="later", properties=(Property(name="coupon"),)),
    )
    bought = Event(id="a", name="A", property_groups=("order",), properties=(Property(name="currency", type="any"),))
    written = format_named("infobip").write(Catalog(property_groups=groups, events=(bought,)))
    (data,) = written.files.values()
    assert json.loads(data)[0]["fields"] == [{"name": "amount", "type": "Decimal"}]
    assert written.losses == (
        "Infobip holds no name (2) of property_groups; no property_groups of events",
        "“currency” of a is left out: Infobip has no values of any type",
        "No event takes “currency” from the group “order”, so that is not in Infobip",
        "No event takes “coupon” from the group “later”, so that is not in Infobip",
    )


def test_what_a_group_loses_is_said_once_and_a_list_too_many_for_each_event() -> None:
    lost = (Property(name="place", type="object"), items("items", "string", "list"))
    group = PropertyGroup(name="order", every_event=True, properties=lost)
    events = (Event(id="a", name="A"), Event(id="b", name="B", properties=(items("own", "string"),)))
    written = format_named("infobip").write(Catalog(property_groups=(group,), events=events))
    assert written.losses[1:] == (
        "“items” of b is left out: Infobip takes at most 1 list in an event",
        "“place” of the group “order” is left out: Infobip has no objects",
        "“items[].f1” of the group “order” is left out: Infobip has no lists within lists",
    )


@given(catalogs)
def test_any_catalog_becomes_definitions(catalog: Catalog) -> None:
    (data,) = format_named("infobip").write(catalog).files.values()
    assert [body["definitionId"] for body in json.loads(data)] == [
        each.id for each in without_ideas(catalog).events if each.status != "deprecated"
    ]
