"""Many at once: stage, status and removal of events, and a property in all events that have it."""

from pathlib import Path

import pytest

from eventsmith.store import read_file
from tests.plain.person import talk

CATALOG = """\
format = 1
name = "Shop"

[[events]]
id = "startCheckout"
name = "Start Checkout"
stage = "conversion"
when = "The first page is shown"

[[events.properties]]
name = "amount"
type = "integer"
unit_in = "currency"
used_for = ["campaign"]

[[events.properties]]
name = "currency"
used_for = ["analytics"]

[[events]]
id = "completePurchase"
name = "Complete Purchase"
stage = "conversion"
when = "The payment is confirmed"

[[events.properties]]
name = "amount"
type = "decimal"
used_for = ["campaign"]

[[events]]
id = "rateOrder"
name = "Rate Order"
stage = "advocacy"
status = "live"
when = "A rating is sent"

[[campaigns]]
name = "Abandoned basket"
trigger = "startCheckout"
wait = "1 hour"
unless = ["completePurchase"]

[[campaigns.conditions]]
property = "amount"
operator = ">="
value = 50
"""
END = ("save", "quit")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    return path


def test_several_events_go_into_a_stage(path: Path) -> None:
    _, person = talk(path, "put events", "1, rate", "activation", "undo", "redo", "put events", "rate", "activ", *END)
    assert "Which stage for these 2 events?" in person.after("1, rate")
    assert "Done: put 2 events into activation. Type undo to take it back." in person.after("activation")
    assert "Undid: put 2 events into activation. Type redo to do it again." in person.after("undo")
    assert "They are like that already." in person.after("activ")
    stages = [event.stage for event in read_file(path).catalog.events]
    assert stages == ["activation", "conversion", "activation"]


def test_a_stage_or_a_status_stands_for_all_that_are_in_it(path: Path) -> None:
    _, person = talk(path, "make events", "conversion", "live", "make events", "all", "deprecated", "undo", *END)
    assert "or conversion, planned, advocacy, live, all; hear" in person.after("make events")
    assert "Done: make 2 events live." in person.after("live")
    assert "Done: make 3 events deprecated." in person.after("deprecated")
    assert {event.status for event in read_file(path).catalog.events} == {"live"}


def test_removing_tells_of_campaigns_before(path: Path) -> None:
    remove = ("remove", "1, 2")
    _, person = talk(path, *remove, "no", *remove, "", "undo", "remove", "rate", *END)
    assert "This campaign uses them and would point at nothing: “Abandoned basket”." in person.after("1, 2")
    assert "Remove these 2 events anyway? [yes]" in person.after("1, 2")
    assert "Nothing was removed." in person.after("no")
    assert "Removed: Start Checkout, Complete Purchase. Type undo to take it back." in person.after("")
    assert "Undid: remove 2 events." in person.after("undo")
    assert "Removed: Rate Order (live)." in person.after("rate")
    assert [event.id for event in read_file(path).catalog.events] == ["startCheckout", "completePurchase"]


PROPERTY = ("go properties", "start", "change", "amount")


def test_a_property_is_renamed_everywhere(path: Path) -> None:
    _, person = talk(path, *PROPERTY, "rename", "basketValue", "undo", "redo", "type", "decimal", *END)
    assert "Rename it everywhere: 2 events have it" in person.text()
    assert "Renamed “amount” in 2 events, and wherever they refer to it. Type undo to take it back." in person.after(
        "basketValue"
    )
    assert "Undid: rename “amount” everywhere." in person.after("undo")
    # One is still asked about the same property.
    assert "1. Name: basketValue" in person.after("redo")
    catalog = read_file(path).catalog
    assert [event.properties[0].name for event in catalog.events[:2]] == ["basketValue"] * 2
    assert catalog.events[0].properties[0].type == "decimal"
    assert catalog.campaigns[0].conditions[0].property == "basketValue"


def test_a_property_gets_one_type_everywhere(path: Path) -> None:
    retype = "change its type"
    _, person = talk(path, *PROPERTY, retype, "decimal", retype, "1", retype, "", "undo", retype, "decimal", *END)
    assert "“amount” is now decimal in 1 more event. Type undo to take it back." in person.after("decimal")
    assert "“amount” is already decimal everywhere." in person.after("decimal", 2)
    assert "Undid: make “amount” string everywhere." in person.after("undo")
    types = [event.properties[0].type for event in read_file(path).catalog.events[:2]]
    assert types == ["decimal", "decimal"]


def test_a_new_name_that_is_there_already_is_left_alone(path: Path) -> None:
    _, person = talk(path, *PROPERTY, "rename", "currency", "quit", "without")
    assert "Renamed “amount” in 1 event" in person.after("currency")
    assert "Left alone because of a “currency” there: 1 event." in person.after("currency")


def test_a_property_is_copied_to_other_events(path: Path) -> None:
    _, person = talk(path, *PROPERTY, "copy", "1", "undo", "copy", "rate", *END)
    assert "1. Rate Order (live)" in person.after("copy")
    assert "Copied “amount” to 1 event. Type undo to take it back." in person.after("1")
    assert "Undid: copy “amount”." in person.after("undo")
    names = [prop.name for prop in read_file(path).catalog.events[2].properties]
    assert names == ["amount", "currency"]


@pytest.mark.parametrize(
    ("pasted", "names", "types"),
    [
        ("method, text, card, How it was paid", ["method"], ["string"]),
        ("name\ttype\texample\nmethod\ttext\tcard\npaid\tyes/no\tyes\n", ["method", "paid"], ["string", "boolean"]),
        ("amount\tdecimal\nmethod\tstring\n", ["method"], ["string"]),
    ],
)
def test_rows_are_properties(path: Path, pasted: str, names: list[str], types: list[str]) -> None:
    _, person = talk(path, "go properties", "start", "add", "?", pasted, "undo", "redo", *END)
    assert "You can paste rows of a spreadsheet" in person.after("?")
    assert f"Added {len(names)} of " in person.after(pasted)
    assert f"Undid: add {'a property' if len(names) == 1 else '2 properties'}." in person.after("undo")
    added = read_file(path).catalog.events[0].properties[2:]
    assert ([prop.name for prop in added], [prop.type for prop in added]) == (names, types)


def test_rows_that_say_nothing_new_are_told(path: Path) -> None:
    _, person = talk(
        path, "go properties", "start", "add", "amount, money", "add", "method, text\n, decimal", "quit", "without"
    )
    assert "None of it could be read as a new property." in person.after("amount, money")
    assert "Not read: " in person.after("method, text\n, decimal")
