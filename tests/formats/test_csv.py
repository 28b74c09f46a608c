import csv
from decimal import Decimal
from io import StringIO

import pytest
from hypothesis import given

from eventsmith.formats import format_named
from eventsmith.model import Catalog, Event, Property, PropertyField, without_ideas

from .any_catalogs import catalogs, sample

HEADER = [
    *("event_id", "event_name", "stage", "source", "when", "event_description", "status"),
    *("platforms", "owner", "tags"),
    *("property", "type", "required", "values", "unit", "unit_in", "example", "description", "used_for"),
]


def rows_of(catalog: Catalog) -> list[dict[str, str]]:
    (data,) = format_named("csv").write(catalog).files.values()
    header, *rows = csv.reader(StringIO(data.decode(), newline=""), strict=True)
    assert header == HEADER
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
    events = without_ideas(catalog).events
    assert len(rows) == sum(max(1, sum(1 + len(prop.fields) for prop in event.properties)) for event in events)
    for row in rows:
        for cell in row.values():
            if cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n")):
                assert Decimal(cell).is_finite()
