"""What a person types, as values, and back."""

from datetime import date, datetime
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import PROPERTY_TYPES, Campaign, Catalog, Condition, Event, Property
from eventsmith.queries.progress import page_of_place, progress
from eventsmith.queries.unused import unused
from eventsmith.queries.value_text import read_texts, read_value, show_value
from eventsmith.rules import Judge, all_rules


@pytest.mark.parametrize(
    ("typed", "type_", "value"),
    [
        ("12", "integer", 12),
        ("12", "decimal", 12),
        ("12.50", "decimal", Decimal("12.50")),
        ("12.5", "integer", "12.5"),
        ("1.", "decimal", "1."),
        ("true", "boolean", True),
        ("yes", "boolean", True),
        ("No", "boolean", False),
        ("maybe", "boolean", "maybe"),
        ("2026-03-01", "date", date(2026, 3, 1)),
        ("2026-03-01 10:00:00", "datetime", datetime(2026, 3, 1, 10)),
        ("2026-02-30", "date", "2026-02-30"),
        ("12", "string", "12"),
        ("", "integer", None),
        ("   ", "string", None),
        ("a, b", "list", ["a", "b"]),
        ("9" * 40, "integer", "9" * 40),
    ],
)
def test_reads_by_type_and_keeps_as_text_what_is_none_of_it(typed: str, type_: str, value: object) -> None:
    read = read_value(typed, type_)
    assert read == value
    assert type(read) is type(value)


@given(st.text(), st.sampled_from(PROPERTY_TYPES))
def test_reads_anything(typed: str, type_: str) -> None:
    value = read_value(typed, type_)
    assert isinstance(show_value(value), str)


@given(st.one_of(st.integers(-(10**17), 10**17), st.decimals(allow_nan=False, allow_infinity=False, places=3)))
def test_numbers_come_back_as_they_were(number: int | Decimal) -> None:
    assert read_value(show_value(number), "decimal") == number


@pytest.mark.parametrize(
    ("typed", "texts"),
    [("a, b", ("a", "b")), (' "a, b" , c', ("a, b", "c")), ("", ()), (",,a,", ("a",)), ("it's, x", ("it's", "x"))],
)
def test_texts_are_told_apart_by_commas(typed: str, texts: tuple[str, ...]) -> None:
    assert read_texts(typed) == texts
    assert read_texts(show_value(list(texts))) == texts


@given(st.text())
def test_reads_any_texts(typed: str) -> None:
    assert all(isinstance(text, str) for text in read_texts(typed))


def test_each_place_of_the_catalog_has_its_home_on_the_path() -> None:
    homes = {
        ("name",): "goal",
        ("destinations", 0): "goal",
        ("events",): "events",
        ("events", 0, "when"): "events",
        ("events", 0, "name"): "names",
        ("events", 0, "id"): "names",
        ("events", 0, "properties", 1, "name"): "properties",
        ("campaigns", 0, "conditions", 0): "campaigns",
        ("naming", "form"): "names",
    }
    for place, home in homes.items():
        assert page_of_place(place) == home


def test_progress_says_what_is_done_and_what_is_wrong() -> None:
    judge = Judge(all_rules())
    catalog = Catalog(name="Shop", goals=("grow",), events=(Event(id="songPlayed", name="Song Played"),))
    state = progress(catalog, judge.judge(catalog))
    assert state["goal"].done
    assert state["names"].warnings == 1
    assert not state["names"].done
    assert state["review"].warnings == 1
    assert not state["campaigns"].done


def test_unused_names_events_and_properties_that_nothing_needs() -> None:
    catalog = Catalog(
        events=(
            Event(
                id="a",
                name="A",
                properties=(
                    Property(name="amount", unit_in="currency"),
                    Property(name="currency"),
                    Property(name="idle"),
                    Property(name="kept", used_for=("analytics",)),
                ),
            ),
            Event(id="b", name="B", properties=(Property(name="x"),)),
            Event(id="c", name="C", used_for=("analytics",)),
        ),
        campaigns=(Campaign(name="c", trigger="a", conditions=(Condition(property="amount", operator=">", value=1),)),),
    )
    assert unused(catalog) == [("events", 0, "properties", 2), ("events", 1)]
