"""Where things stand, looked up: the same as when every pair and item is looked at, one after the other."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.model import Catalog, Place
from eventsmith.store import layout, read_bytes
from eventsmith.store.document import Positions
from tests.store.random_catalogs import Hand, catalogs

ODD = """
format = 1
naming.form = "verb-noun"
naming."case" = "title"
goals = ["a", ["b", { c.d = 1, c.e = [2], f = { } }], # one
  "g", ]
[budget]
events = 3
[extra]
a.b.c = 1
a.b.d = { x.y = 1 }
[extra.more.than]
this = 1
[[events]]
id = "x"
properties = [{ name = "p", values = [1, 2] }, { name = "q" }]
[[events]]
ignore.rule = "so"
ignore.other = "so"
[events.extra]
deep = [[[1], [2]], []]
"""
STEPS = ("format", "naming", "form", "goals", "extra", "a", "b", "c", "d", "e", "x", "y", "more", "this", "events")
places = st.lists(st.sampled_from([*STEPS, "properties", "values", "ignore", "rule", 0, 1, 2, 3]), max_size=7).map(
    tuple
)


class Plainly:
    """The definition of where a thing stands: all that is there is looked at."""

    def __init__(self, text: str) -> None:
        self.text, self.sections = text, layout.scan(text)
        self.headers: dict[Place, int] = {}
        for section in self.sections:
            self.headers[section.place] = section.bracket
            for size in range(len(section.place) - 1, 0, -1):
                self.headers.setdefault(section.place[:size], section.bracket)

    def found(self, place: Place, key: bool) -> int:
        for size in range(len(place), -1, -1):
            section = next((one for one in self.sections if one.place == place[:size]), None)
            if section is not None and (found := self.under(section, place[size:], key)) is not None:
                return found
            if size and place[:size] in self.headers:
                return self.headers[place[:size]]
        return 0

    def under(self, section: layout.Section, rest: Place, key: bool) -> int | None:
        for pair in section.pairs:
            if rest and pair.keys == rest[: len(pair.keys)]:
                return (
                    pair.key
                    if key and len(pair.keys) == len(rest)
                    else self.inside(pair.value, rest[len(pair.keys) :], key)
                )
        shared = [(_shared(pair.keys, rest), -number, pair.key) for number, pair in enumerate(section.pairs)]
        best = max(shared, default=(0, 0, 0))
        return best[2] if best[0] else None

    def inside(self, position: int, rest: Place, key: bool) -> int:
        if not rest:
            return position
        if self.text[position] == "[" and isinstance(rest[0], int):
            items = list(layout.list_items(self.text, position))
            return self.inside(items[rest[0]][0], rest[1:], key) if rest[0] < len(items) else position
        for keys, start, value, _ in layout.table_items(self.text, position) if self.text[position] == "{" else ():
            if keys == rest[: len(keys)]:
                after = rest[len(keys) :]
                return start if key and not after else self.inside(value, after, key)
        return position


def _shared(keys: Place, rest: Place) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(keys, rest, strict=False)) if one != other), min(len(keys), len(rest))
    )


def _all_in(node: Any, here: Place = ()) -> list[Place]:
    items = node.items() if isinstance(node, dict) else enumerate(node) if isinstance(node, (list, tuple)) else ()
    return [here, *(place for step, item in items for place in _all_in(item, (*here, step)))]


def _line_and_column(text: str, position: int) -> tuple[int, int]:
    before = text[:position].split("\n")
    return len(before), len(before[-1]) + 1


def _compare(text: str, asked: list[Place]) -> None:
    known, plainly = Positions(text, layout.scan(text)), Plainly(text)
    for place in asked:
        for key in (False, True):
            found = known.key(place) if key else known.value(place)
            assert found == plainly.found(place, key), (place, key)
            assert known.line_and_column(found) == _line_and_column(text, found)


@given(st.lists(places, max_size=60))
def test_any_place_in_any_order_is_found_as_by_looking_at_all(asked: list[Place]) -> None:
    _compare(ODD, asked)


@given(st.randoms(), catalogs, st.integers(0, 10**6))
def test_all_that_a_file_holds_is_found_as_by_looking_at_all(dice: Any, catalog: Catalog, seed: int) -> None:
    document = read_bytes(Hand(catalog, seed).data)
    asked = _all_in(document.catalog.model_dump())
    asked += [(*place, step) for place in asked[::7] for step in ("nothing", 9)]
    dice.shuffle(asked)
    _compare(document.text, asked)


@pytest.mark.parametrize("place", [(), ("events", 0), ("goals", 1, 1, "c", "d"), ("extra", "a", "b", "d", "x", "y")])
def test_a_place_is_found_at_the_first_question(place: Place) -> None:
    _compare(ODD, [place])


def _spelt(text: str, place: Place, *, key: bool = False) -> str | None:
    """What stands in the text from the start to the end of the span."""
    span = read_bytes(text.encode()).span(place, key=key)
    if span is None:
        return None
    lines = text.splitlines(keepends=True)
    start, end = (sum(map(len, lines[: line - 1])) + column - 1 for line, column in span)
    return text[start:end]


@pytest.mark.parametrize(
    ("place", "spelt"),
    [
        (("naming", "form"), '"verb-noun"'),
        (("goals",), ODD[ODD.index('["a"') : ODD.index("\n[budget]")]),
        (("goals", 1), '["b", { c.d = 1, c.e = [2], f = { } }]'),
        (("goals", 1, 1, "c", "d"), "1"),
        (("extra", "more", "than"), "[extra.more.than]"),
        (("events", 0), "[[events]]"),
        (("events", 0, "properties", 1), '{ name = "q" }'),
        (("events", 0, "properties", 1, "unit"), '{ name = "q" }'),
        (("events", 1, "extra", "deep", 0, 1), "[2]"),
        (("nothing",), None),
        ((), None),
    ],
)
def test_a_span_goes_from_the_first_to_the_last_character_of_what_stands_there(place: Place, spelt: str | None) -> None:
    assert _spelt(ODD, place) == spelt


def test_a_span_of_a_key_is_the_key_as_it_is_written() -> None:
    assert _spelt(ODD, ("naming", "case"), key=True) == 'naming."case"'
    assert _spelt(ODD, ("events", 0, "id"), key=True) == "id"
    assert _spelt("format = 1\nbudget . 'events'\t= 3\n", ("budget", "events"), key=True) == "budget . 'events'"
    assert _spelt("format = 1\n'a b' = 1\n", ("a b",), key=True) == "'a b'"


@given(catalogs, st.integers(0, 10**6))
def test_every_span_begins_where_the_thing_is_said_to_be_and_ends_behind_it(catalog: Catalog, seed: int) -> None:
    document = read_bytes(Hand(catalog, seed).data)
    for place in _all_in(document.catalog.model_dump()):
        for key, where in ((False, document.where), (True, document.where_key)):
            span = document.span(place, key=key)
            assert span is None or (span[0] == where(place) and span[0] < span[1]), (place, key)
