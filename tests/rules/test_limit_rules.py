"""Limits of values: those that do not apply, that are malformed or exclude everything, and values outside them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.ground.value_formats import VALUE_FORMATS
from eventsmith.model import (
    LIMITS,
    LIMITS_OF,
    PROPERTY_TYPES,
    Catalog,
    Event,
    Property,
    PropertyField,
    PropertyType,
    with_needed_format,
)
from eventsmith.rules import Judge, all_rules
from tests.rules.told import mended, told

RULES = (
    "limit-does-not-apply",
    "limit-is-malformed",
    "limits-exclude-everything",
    "pattern-is-malformed",
    "value-outside-limits",
)
SAID: dict[str, Any] = {
    "format": "uri",
    "pattern": "a+",
    "minimum": 1,
    "maximum": 9,
    "min_length": 1,
    "max_length": 9,
}


def of(**said: Any) -> Catalog:
    prop = Property(**{"name": "p", **said})
    event = Event(id="e", name="E", properties=(prop,))
    return with_needed_format(Catalog(events=(event,)), Catalog())


def found(**said: Any) -> dict[str, str]:
    """Key -> message, of all rules on limits."""
    return {place.removeprefix("events[0].properties[0]."): words for place, words in told(of(**said), *RULES).items()}


@pytest.mark.parametrize("type_", PROPERTY_TYPES)
@pytest.mark.parametrize("key", LIMITS)
def test_a_limit_that_the_type_does_not_have(type_: PropertyType, key: str) -> None:
    found = told(of(type=type_, **{key: SAID[key]}), "limit-does-not-apply")
    assert bool(found) == (key not in LIMITS_OF[type_])
    if found:
        done = mended(of(type=type_, **{key: SAID[key]}), "limit-does-not-apply").events[0].properties[0]
        assert done == Property(name="p", type=type_)


def test_the_limit_that_was_meant_is_named() -> None:
    assert found(maximum=80) == {"maximum": "“p” is a text, and has no maximum: use max_length, or remove it"}
    assert found(type="decimal", min_length=2) == {
        "min_length": "“p” is a number, and has no length: use minimum, or remove it"
    }
    assert found(type="object", pattern="a") == {"pattern": "“p” is an object, and has no pattern: remove it"}


@pytest.mark.parametrize(
    ("type_", "value", "words"),
    [
        ("integer", "1", "should be a whole number such as 42; “1” is a text"),
        ("integer", Decimal("1.5"), "should be a whole number"),
        ("decimal", True, "should be a number such as 9.5"),
        ("date", datetime(2026, 1, 1, tzinfo=UTC), "should be a date"),
        ("datetime", date(2026, 1, 1), "should be a date with its time"),
        ("integer", [1], "this is a list"),
    ],
)
def test_a_limit_is_of_the_type(type_: str, value: Any, words: str) -> None:
    (message,) = found(type=type_, maximum=value).values()
    assert words in message


def test_a_limit_that_only_needs_other_quotes_is_mended() -> None:
    assert mended(of(type="integer", minimum="1"), *RULES).events[0].properties[0].minimum == 1


def test_a_length_is_not_negative() -> None:
    assert found(min_length=-1) == {"min_length": "A length cannot be -1: choose a number from 0 on, or remove it"}


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ({"type": "integer", "minimum": 5, "maximum": 1}, "minimum"),
        ({"type": "decimal", "minimum": Decimal("1.5"), "maximum": 1}, "minimum"),
        ({"type": "date", "minimum": date(2026, 2, 1), "maximum": date(2026, 1, 1)}, "minimum"),
        ({"min_length": 5, "max_length": 4}, "min_length"),
        ({"type": "list", "min_length": 5, "max_length": 4}, "min_length"),
    ],
)
def test_limits_that_exclude_everything(said: dict[str, Any], place: str) -> None:
    (key,) = found(**said)
    assert key == place
    assert not told(mended(of(**said), *RULES), *RULES)


def test_limits_that_leave_one_value() -> None:
    assert not found(type="integer", minimum=1, maximum=1, example=1)
    assert not found(min_length=0, max_length=0, example="")


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"type": "integer", "maximum": 5, "example": 6}, "The example “6” is more than the maximum, 5"),
        ({"type": "integer", "minimum": 5, "values": (5, 4)}, "The allowed value “4” is less than the minimum, 5"),
        ({"min_length": 3, "example": "ab"}, "The example “ab” has 2 characters, fewer than 3"),
        ({"max_length": 1, "example": "👩‍👩"}, "has 3 characters, more than 1"),
        ({"type": "list", "max_length": 1, "example": ["a", "b"]}, "The example a list has 2 items, more than 1"),
        ({"pattern": "[A-Z]+", "example": "abc"}, "The example “abc” does not match the pattern “[A-Z]+”"),
        ({"pattern": "a", "example": "ab"}, "does not match the pattern"),
        ({"format": "currency", "example": "euro"}, "is not a currency's code (ISO 4217), such as EUR"),
        (
            {"type": "date", "minimum": date(2026, 1, 1), "example": date(2025, 1, 1)},
            "is less than the minimum, 2026-01-01",
        ),
    ],
)
def test_values_outside_the_limits(said: dict[str, Any], words: str) -> None:
    (message,) = found(**said).values()
    assert words in message
    assert message.endswith(": change one of them")


def test_a_code_in_small_letters_is_mended() -> None:
    done = mended(of(format="country", example="de", values=("DE", "fr")), "value-outside-limits", safe=True)
    assert (done.events[0].properties[0].example, done.events[0].properties[0].values) == ("DE", ("DE", "FR"))


def test_what_cannot_be_compared_is_left_to_other_rules() -> None:
    """A value of another type, a limit of another type, a time with a zone and one without."""
    assert not told(of(type="integer", maximum=5, example="6"), "value-outside-limits")
    assert not told(of(type="integer", maximum="5", example=6), "value-outside-limits", "limits-exclude-everything")
    moments = {"minimum": datetime(2026, 1, 1, tzinfo=UTC), "example": datetime(2025, 1, 1)}
    assert not told(of(type="datetime", **moments), "value-outside-limits")
    assert not told(of(pattern="(", example="x"), "value-outside-limits")
    assert not told(of(type="integer", maximum=5), "value-outside-limits")


@pytest.mark.parametrize("pattern", ["^[A-Z]+$", "(", "a{9999}", "(?=a)", "\\bword", "[", "*"])
def test_a_pattern_that_cannot_be_read(pattern: str) -> None:
    (message,) = found(pattern=pattern).values()
    assert message.startswith("The pattern of “p” cannot be read: ")


def test_signs_of_the_whole_text_are_left_out() -> None:
    assert mended(of(pattern="^[A-Z]+$"), *RULES, safe=True).events[0].properties[0].pattern == "[A-Z]+"
    assert mended(of(pattern="^a|b"), *RULES).events[0].properties[0].pattern == "^a|b"


@pytest.mark.parametrize(
    "pattern", ["(a+)+", "(a|a)*b", "((a*)*)*c", "(" * 50_000, "a{1000}{1000}", "[" * 50_000, ".*" * 100]
)
def test_a_pattern_built_to_hang_does_not(pattern: str) -> None:
    """It would never come to an end."""
    told(of(pattern=pattern, example="a" * 9_000 + "!"), *RULES)


RIGHT = {
    "uri": ["https://example.com/a?b=c#d", "mailto:a@b.de", "urn:isbn:123", "app://open", "https://例え.jp/é"],
    "email": ["ann@example.com", "a.b+c@x.co.uk", "用户@例え.jp"],
    "uuid": ["123e4567-e89b-12d3-a456-426614174000", "123E4567-E89B-12D3-A456-426614174000"],
    "time": ["18:30", "18:30:00", "18:30:00.25", "18:30:00Z", "18:30:00+02:00", "23:59:60"],
    "country": ["DE", "US", "XK"],
    "currency": ["EUR", "USD", "JPY"],
    "language": ["en", "pt-BR", "zh-Hans-CN", "sr-Latn"],
}
WRONG = {
    "uri": ["example.com", "", "a b:c", "//x"],
    "email": ["ann", "ann@", "@x.de", "a@b", "a b@c.de", ""],
    "uuid": ["123e4567", "", "123e4567-e89b-12d3-a456-42661417400g"],
    "time": ["24:00", "18:60", "6pm", "", "18"],
    "country": ["de", "Germany", "DEU", "UK", ""],
    "currency": ["eur", "Euro", "€", ""],
    "language": ["english language", "", "e", "de_DE"],
}


@pytest.mark.parametrize("format_", VALUE_FORMATS)
def test_formats(format_: str) -> None:
    for text in RIGHT[format_]:
        assert not found(format=format_, example=text), text
    for text in WRONG[format_]:
        assert found(format=format_, example=text), text


@given(
    st.sampled_from(PROPERTY_TYPES),
    st.fixed_dictionaries(
        {},
        optional={
            "minimum": st.one_of(st.integers(-3, 3), st.text(max_size=2), st.dates(), st.just(Decimal("NaN"))),
            "maximum": st.one_of(
                st.integers(-3, 3), st.booleans(), st.datetimes(), st.lists(st.integers(), max_size=1)
            ),
            "min_length": st.integers(-2, 3),
            "max_length": st.integers(-2, 3),
            "pattern": st.text(max_size=8),
            "format": st.sampled_from(list(VALUE_FORMATS)),
            "example": st.one_of(
                st.text(max_size=3), st.integers(-4, 4), st.lists(st.integers(), max_size=4), st.dates()
            ),
            "values": st.lists(st.one_of(st.text(max_size=3), st.integers(-4, 4)), max_size=2).map(tuple),
        },
    ),
)
def test_whatever_is_said_the_rules_stand_it_and_so_do_their_fixes(type_: PropertyType, said: dict[str, Any]) -> None:
    """In a property and in a field; a fix of theirs leaves fewer of their issues."""
    inner = Property(name="o", type="object", fields=(PropertyField(name="p", type=type_, **said),))
    event = Event(id="e", name="E", properties=(Property(name="p", type=type_, **said), inner))
    catalog = with_needed_format(Catalog(events=(event,)), Catalog())
    judge = Judge([rule for rule in all_rules() if rule.name in RULES])
    before = judge.judge(catalog).open
    for issue in before:
        if issue.fix:
            after = issue.fix.make(catalog, issue.thing).apply(catalog)
            assert (issue.rule, issue.place, issue.message) not in {
                (one.rule, one.place, one.message) for one in judge.judge(after).open
            }
