import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given

from eventsmith.formats import format_named
from eventsmith.model import Catalog, Event, Property, PropertyField, PropertyGroup, without_ideas, written_out

from .any_catalogs import catalogs, number_of_fields, sample

HEADER = [
    *("event_id", "event_name", "stage", "source", "when", "event_description", "status"),
    *("platforms", "owner", "tags"),
    *("property", "type", "required", "values", "unit", "unit_in", "example", "description", "used_for"),
]
ADDED = ["nullable", "format", "pattern", "minimum", "maximum", "min_length", "max_length", "group"]


def rows_of(catalog: Catalog) -> list[dict[str, str]]:
    (data,) = format_named("csv").write(catalog).files.values()
    header, *rows = csv.reader(StringIO(data.decode(), newline=""), strict=True)
    assert header[: len(HEADER)] == HEADER
    assert [*filter(ADDED.__contains__, header)] == header[len(HEADER) :]
    return [dict(zip(header, row, strict=True)) for row in rows]


def row_of(prop: Property) -> dict[str, str]:
    return rows_of(Catalog(events=(Event(id="a", name="A", properties=(prop,)),)))[0]


def test_one_row_a_property_and_one_for_an_event_without() -> None:
    fields = (PropertyField(name="b"), PropertyField(name="c"))
    events = (
        Event(id="a", name="A"),
        Event(id="b", name="B", properties=(Property(name="p", type="list", fields=fields),)),
    )
    rows = [(row["event_id"], row["property"]) for row in rows_of(Catalog(events=events))]
    assert rows == [("a", ""), ("b", "p"), ("b", "p[].b"), ("b", "p[].c")]


@pytest.mark.parametrize("text", ["=1", "+1", "-1", "@a", "\ta", "\na", "＝1"])
def test_no_text_is_a_formula(text: str) -> None:
    assert row_of(Property(name="p", description=text))["description"] == f"'{text}"


def test_a_negative_number_is_no_formula() -> None:
    assert row_of(Property(name="p", example=-1, values=(Decimal("-0.50"),)))["example"] == "-1"
    assert row_of(Property(name="p", values=(Decimal("-0.50"),)))["values"] == "-0.50"
    assert row_of(Property(name="p", values=(-1, 1)))["values"] == "'-1; 1"


def test_values_can_be_taken_apart_again() -> None:
    assert row_of(Property(name="p", values=("a;b", "c\\", 1)))["values"] == r"a\;b; c\\; 1"


def test_what_was_changed_is_said() -> None:
    event = Event(id="a", name="=A", description="\x1b[2J")
    assert format_named("csv").write(Catalog(events=(event,))).losses == (
        "CSV has an apostrophe before each text that a spreadsheet would take for a formula (1)",
        "CSV shows control characters by their code, like <U+001B>, in some texts (1)",
    )


def test_lines_of_the_sample_end_in_lf() -> None:
    (data,) = format_named("csv").write(sample()).files.values()
    assert b"\r" not in data


@given(catalogs)
def test_any_catalog_has_all_columns_and_no_formulas(catalog: Catalog) -> None:
    rows = rows_of(catalog)
    events = written_out(without_ideas(catalog)).events
    assert len(rows) == sum(max(1, number_of_fields(event.properties)) for event in events)
    for row in rows:
        for cell in row.values():
            if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
                assert Decimal(cell).is_finite()


def test_fields_stand_below_what_they_are_of_by_their_path() -> None:
    price = PropertyField(name="price", type="object", fields=(PropertyField(name="amount", type="decimal"),))
    items = PropertyField(name="items", type="list", fields=(price,))
    order = Property(name="order", type="object", fields=(items, PropertyField(name="note")))
    rows = rows_of(Catalog(events=(Event(id="a", name="A", properties=(order,)),)))
    assert [(row["property"], row["type"]) for row in rows] == [
        ("order", "object"),
        ("order.items", "list"),
        ("order.items[].price", "object"),
        ("order.items[].price.amount", "decimal"),
        ("order.note", "string"),
    ]


def test_only_limits_that_there_are_have_columns() -> None:
    row = row_of(Property(name="p", nullable=True, minimum=0, max_length=0))
    assert {key: row[key] for key in row if key not in HEADER} == {
        "nullable": "true",
        "minimum": "0",
        "max_length": "0",
    }
    assert [*row_of(Property(name="p", nullable=False, format="", minimum=None))] == HEADER
    deep = PropertyField(name="f", fields=(PropertyField(name="g", pattern="a;b"),))
    rows = rows_of(Catalog(events=(Event(id="a", name="A", properties=(Property(name="p", fields=(deep,)),)),)))
    assert [row["pattern"] for row in rows] == ["", "", "a;b"]


def test_a_row_says_which_group_its_property_is_of() -> None:
    groups = (
        PropertyGroup(name="order", properties=(Property(name="amount"), Property(name="currency"))),
        PropertyGroup(name="all", every_event=True, properties=(Property(name="amount"), Property(name="screen"))),
    )
    events = (
        Event(id="a", name="A", property_groups=("order",), properties=(Property(name="currency", unit="own"),)),
        Event(id="b", name="B"),
    )
    rows = rows_of(Catalog(property_groups=groups, events=events))
    assert [(row["event_id"], row["property"], row["unit"], row["group"]) for row in rows] == [
        ("a", "currency", "own", ""),
        ("a", "amount", "", "order"),
        ("a", "screen", "", "all"),
        ("b", "amount", "", "all"),
        ("b", "screen", "", "all"),
    ]


def test_what_no_event_has_of_groups_is_said() -> None:
    groups = (
        PropertyGroup(name="order", properties=(Property(name="amount"), Property(name="currency"))),
        PropertyGroup(name="later"),
    )
    event = Event(id="a", name="A", property_groups=("order", "gone"), properties=(Property(name="amount"),))
    assert format_named("csv").write(Catalog(property_groups=groups, events=(event,))).losses == (
        "a names the group “gone”, which gives it no property: that is not in CSV",
        "No event takes “amount” from the group “order”, so that is not in CSV",
        "The group “later” has no properties, so it is not in CSV",
    )
