"""What events share word for word is offered as a group, and made one, every event says what it said."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits import make_group
from eventsmith.model import Catalog, Event, Property, PropertyGroup
from eventsmith.queries.shared_properties import events_having, shared_properties
from tests.edits.test_property_groups import CATALOGS, said


def catalog(*events: str, groups: tuple[PropertyGroup, ...] = ()) -> Catalog:
    """Events with properties of one letter each; a capital one is an integer."""
    return Catalog(
        format=2,
        property_groups=groups,
        events=tuple(
            Event(
                id=str(index),
                name=str(index),
                properties=tuple(
                    Property(name=letter.lower(), type="integer" if letter.isupper() else "string")
                    for letter in letters
                ),
            )
            for index, letters in enumerate(events)
        ),
    )


def offers(*events: str) -> list[tuple[str, tuple[int, ...]]]:
    return [("".join(prop.name for prop in one.properties), one.events) for one in shared_properties(catalog(*events))]


def test_what_most_have_is_offered_first() -> None:
    assert offers("abx", "aby", "abcz", "cd", "cd", "cd", "e") == [("cd", (3, 4, 5)), ("ab", (0, 1, 2))]
    assert offers("abc", "abc", "abc", "ab", "ab", "ab", "ab") == [("ab", tuple(range(7)))]


def test_two_events_or_one_property_make_no_group() -> None:
    assert offers("abc", "abc") == []
    assert offers("a", "a", "a", "a") == []
    assert offers() == []


def test_only_what_says_the_same_is_shared() -> None:
    assert offers("ab", "ab", "aB", "aB") == []
    assert offers("aab", "ab", "ab") == []


def test_what_a_group_gives_already_is_not_offered() -> None:
    group = PropertyGroup(name="g", every_event=True, properties=(Property(name="a"),))
    assert shared_properties(catalog("abc", "abc", "abc", groups=(group,)))[0].properties == (
        Property(name="b"),
        Property(name="c"),
    )


def test_events_that_have_the_properties() -> None:
    props = (Property(name="a"), Property(name="b"))
    found = events_having(catalog("ab", "aB", "AB", "a", "cba"), props)
    assert found == ((0, 1, 4), {"b": 1})


@given(CATALOGS, st.integers(1, 4))
def test_made_a_group_every_event_says_what_it_said(drawn: Catalog, times: int) -> None:
    many = drawn.model_copy(
        update={
            "events": tuple(
                event.model_copy(update={"id": f"{event.id}{number}"})
                for number in range(times)
                for event in drawn.events
            )
        }
    )
    made = many
    for number, offer in enumerate(shared_properties(many)):
        assert all(prop in many.events[index].properties for index in offer.events for prop in offer.properties)
        made = make_group(made, f"new{number}", offer.properties, offer.events).apply(made)
    assert said(made) == said(many)
