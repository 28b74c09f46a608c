"""What rules find among very many things, the same as when each is held against each other: the plain definition."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from difflib import get_close_matches

from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import Catalog, Event, Property, PropertyField
from eventsmith.naming import same_key
from eventsmith.rules import event_alias_is_taken, event_name_is_taken, property_is_taken, stage_is_taken
from eventsmith.rules._identity_cache import IdentityCache
from eventsmith.rules._judge import settings_of
from eventsmith.rules._nearest import Near, Words, nearest
from eventsmith.rules._property_names import has_duplicate, siblings
from eventsmith.rules._rule import Twin
from eventsmith.rules._values import Allowed, same_value

SETTINGS = settings_of(Catalog(), None)
ids = st.sampled_from(["a", "b", "c", "x"])
events = st.builds(
    Event,
    id=ids,
    name=st.sampled_from(["X", "x", "A", ""]),
    status=st.sampled_from(["planned", "live", "deprecated"]),
    replaced_by=st.sampled_from(["", "", "a", "b", "nobody"]),
    aliases=st.lists(st.sampled_from(["X", "x", "B"]), max_size=3).map(tuple),
    former_ids=st.lists(st.sampled_from(["x", "X"]), max_size=2).map(tuple),
)
words = st.text("aAbB_", max_size=4)


def _names_plainly(twins: Sequence[Twin[Event]]) -> Iterator[tuple[int, str]]:
    called = [twin for twin in twins if twin.at == ("name",)]
    for number, twin in enumerate(twins if called else ()):
        for other in called if twin.at != ("name",) else (*called, *twins):
            if other.thing is not twin.thing and not event_name_is_taken._takes_over(twin, other):
                yield number, event_name_is_taken._message(twin, other)
                break


def _aliases_plainly(twins: Sequence[Twin[Event]]) -> Iterator[tuple[int, str]]:
    former = [twin for twin in twins if twin.at != ("id",)]
    for number, twin in enumerate(twins if former else ()):
        for other in former if twin.at == ("id",) else twins:
            if other.thing is not twin.thing and event_alias_is_taken._clash(twin, other):
                yield number, event_alias_is_taken._message(twin, other)
                break


@given(st.lists(events, max_size=9))
def test_events_of_one_name_are_told_of_the_first_other(some: list[Event]) -> None:
    for key in ("x", "a", "b"):
        twins = [twin for event in some for found, twin in event_name_is_taken.names(event) if found == key]
        found = [(one.of, one.message) for one in event_name_is_taken.check.check(twins, SETTINGS)]
        assert found == [*_names_plainly(twins)]


@given(st.lists(events, max_size=9))
def test_events_of_one_alias_are_told_of_the_first_other(some: list[Event]) -> None:
    for key in ("x", "a", "b"):
        twins = [twin for event in some for found, twin in event_alias_is_taken.claims(event) if found == key]
        found = [(one.of, one.message) for one in event_alias_is_taken.check.check(twins, SETTINGS)]
        assert found == [*_aliases_plainly(twins)]


@given(st.lists(words, max_size=12))
def test_properties_of_one_name_are_told_of_the_first_other(names: list[str]) -> None:
    event = Event(id="e", name="E", properties=tuple(Property(name=name) for name in names))
    wanted = {}
    for number, name in enumerate(names):
        others = [other for n, other in enumerate(names) if n != number and same_key(other) == same_key(name)]
        if name.strip() and others:
            wanted[number] = others[0]
    found = {one.at[1]: one.message for one in property_is_taken.check.check(event, SETTINGS)}
    assert found.keys() == wanted.keys()
    for number, other in wanted.items():
        assert f"“{other}”" in found[number]


@given(st.lists(words, max_size=12))
def test_stages_of_one_name_are_told_at_the_later_ones(stages: list[str]) -> None:
    catalog = Catalog(stages=tuple(stages))
    later = [
        number
        for number, stage in enumerate(stages)
        if stage.strip() and same_key(stage) in [same_key(other) for other in stages[:number] if other.strip()]
    ]
    assert [one.at[1] for one in stage_is_taken.check.check(catalog, SETTINGS)] == later


def _nearest_plainly(word: str, known: list[str]) -> Near | None:
    known = [other for other in known if other]
    same = [other for other in known if same_key(other) == same_key(word)]
    if same:
        return Near(same[0], len(same) == 1)
    found = get_close_matches(word, known, n=1, cutoff=0.7)
    return Near(found[0], False) if found else None


@given(words, st.lists(words, max_size=10), st.lists(words, max_size=10), st.data())
def test_the_nearest_word_is_the_nearest_of_all(
    word: str, known: list[str], more: list[str], data: st.DataObject
) -> None:
    both = [*known, *more]
    assert nearest(word, known, more) == nearest(word, Words(known), Words(more)) == _nearest_plainly(word, both)
    if both:
        own = data.draw(st.sampled_from(both))
        others = [*both]
        others.remove(own)
        assert nearest(word, known, more, but=own) == _nearest_plainly(word, others)


def test_among_very_many_words_only_another_spelling_is_meant() -> None:
    known = Words([f"word{number}" for number in range(1_000)])
    assert nearest("word_7", known) == Near("word7", True)
    assert nearest("wort7", known) is None
    assert nearest("wort7", known.all[:500]) is not None


values = st.sampled_from([1, 1.0, Decimal("1.0"), True, False, 0, "1", "a", (1,), ["a"], {"a": 1}, Decimal("NaN")])


@given(values, st.lists(values, max_size=5))
def test_a_value_is_allowed_as_one_of_them_is_it(value: object, allowed: list[object]) -> None:
    assert (value in Allowed(allowed)) == any(same_value(value, one) for one in allowed)


@given(st.lists(st.tuples(words, st.lists(words, max_size=4)), max_size=6))
def test_what_stands_beside_a_property(names: list[tuple[str, list[str]]]) -> None:
    props = tuple(
        Property(name=name, fields=tuple(PropertyField(name=field) for field in fields)) for name, fields in names
    )
    event = Event(id="e", name="E", properties=props)
    for beside in (event.properties, *(prop.fields for prop in event.properties)):
        keys = [same_key(one.name) for one in beside]
        for one, key in zip(beside, keys, strict=True):
            assert siblings(one, event) is beside
            assert has_duplicate(one, event) == (keys.count(key) > 1)


def test_what_was_made_last_is_remembered_and_no_more_than_that() -> None:
    made: list[str] = []

    def make(thing: list[str]) -> str:
        made.append(thing[0])
        return thing[0]

    latest = IdentityCache(make, remembered=2)
    one, two, three = ["one"], ["two"], ["three"]
    for thing in (one, two, one, two, three, two, one):
        assert latest(thing) == thing[0]
    assert made == ["one", "two", "three", "one"]
