"""No format loses anything in silence: each field, whatever it is set to, is in what is written or in what is told."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from pydantic import BaseModel

from eventsmith.edits import Set
from eventsmith.formats import Format, format_named
from eventsmith.formats._losses import Holds, not_held
from eventsmith.formats._values import as_text
from eventsmith.model import (
    Campaign,
    Catalog,
    Event,
    Place,
    Property,
    PropertyField,
    value_at,
    without_ideas,
)

from .any_catalogs import nouns_of
from .test_every_format import every_format, nouns_in

words = st.text("abcdefghijklmnopqrstuvwxyz", max_size=4)
values = words | st.integers() | st.booleans() | st.decimals(allow_nan=False, allow_infinity=False) | st.dates()
PLAIN = nouns_of(words, values)
"""Catalogs of plain words: what becomes of blanks, signs and markup is told apart in the tests of each format."""


def nouns_at(node: Any, here: Place = ()) -> Iterator[Place]:
    """The places of all nouns in it."""
    if isinstance(node, BaseModel):
        yield here
        for name in type(node).model_fields:
            yield from nouns_at(getattr(node, name), (*here, name))
    elif isinstance(node, tuple):
        for index, item in enumerate(node):
            yield from nouns_at(item, (*here, index))


def as_read(value: Any) -> Any:
    """What is left of a value for whoever reads a text: no types, nothing empty, and nothing twice."""
    if isinstance(value, tuple | list):
        texts = [text for text in map(as_read, value) if text]
        return [text for number, text in enumerate(texts) if text not in texts[:number]]
    return value if isinstance(value, BaseModel) else as_text(value)


def is_told(losses: tuple[str, ...], catalog: Catalog, place: Place, holds: Holds) -> bool:
    """Whether a loss names the field, the whole that it is in, or why that whole is left out."""
    for size in range(1, len(place) + 1):
        key, noun = place[size - 1], value_at(catalog, place[: size - 1])
        if isinstance(noun, BaseModel) and key not in holds[type(noun)]:
            of = next((step for step in reversed(place[: size - 1]) if isinstance(step, str)), "the catalog")
            kinds = [part.rpartition(" of ") for part in losses[0].partition(" holds ")[2].split("; ")]
            return any(kind == of and f" {key}" in keys.replace(",", "") for keys, _, kind in kinds)
    if place[0] == "property_groups":
        return any(f"group “{value_at(catalog, place[:2]).name}”" in loss for loss in losses)
    events = [value_at(catalog, place[:2])] if place[0] == "events" and len(place) > 2 else []
    names = [f"“{event.name}”" if not event.id else event.id for event in events]
    names += [f"{event.id} is deprecated" for event in events]
    names += [f"“{value_at(catalog, place[:4]).name}" for _ in events if len(place) > 4]
    left_out = [loss for loss in losses if "left out" in loss or "twice" in loss or "is not in" in loss]
    return any(name in loss for name in names for loss in left_out)


@every_format
@given(PLAIN[Catalog], st.data())
def test_a_field_set_to_anything_is_written_or_told(each: Format, catalog: Catalog, data: st.DataObject) -> None:
    catalog = without_ideas(catalog)
    at = data.draw(st.sampled_from([*nouns_at(catalog)]))
    noun = value_at(catalog, at)
    name = data.draw(st.sampled_from([key for key in type(noun).model_fields if key != "format"]))
    value = getattr(data.draw(PLAIN[type(noun)]), name)
    # What nouns within it become is asked of their own fields.
    assume(name not in each.holds.get(type(noun), ()) or not [*nouns_at(value)])
    assume(as_read(value))
    assume(as_read(value) != as_read(getattr(noun, name)))
    assume(value != "idea")
    # Of groups that give an event nothing, no order can be told.
    assume(name != "property_groups" or sorted(map(as_read, value)) != sorted(map(as_read, getattr(noun, name))))
    changed = Set((*at, name), value).apply(catalog)
    before, after = each.write(catalog), each.write(changed)
    written = before.files != after.files or before.losses != after.losses
    assert written or is_told(after.losses, changed, (*at, name), each.holds), (at, name)


@every_format
def test_what_a_format_holds_are_fields_of_the_model(each: Format) -> None:
    nouns = {*nouns_in(Catalog)}
    assert {*each.holds} <= nouns
    for noun, held in each.holds.items():
        assert held <= {*noun.model_fields}, noun


def test_a_title_is_what_a_summary_begins_with() -> None:
    for name, title in (("csv", "CSV"), ("json-schema", "JSON Schema")):
        assert format_named(name).write(Catalog(ignore={"a": "b"})).losses == (
            f"{title} holds no ignore of the catalog",
        )


def test_a_sentence_names_each_key_and_how_many_values_it_has() -> None:
    fields = (Property(name="p", unit="s", used_for=("segment",)), Property(name="q", unit="km"))
    event = Event(id="a", name="A", former_ids=("b", "c"), properties=fields)
    catalog = Catalog(name="N", events=(event,), campaigns=(Campaign(name="C"), Campaign(name="D")))
    holds: Holds = {Catalog: {"events"}, Event: {"id", "name", "properties"}, Property: {"name", "used_for"}}
    assert not_held(catalog, "X", holds) == [
        "X holds no name or campaigns (2) of the catalog; no former_ids (2) of events; no unit (2) of properties"
    ]
    assert not_held(Catalog(format=2), "X", holds) == []


@pytest.mark.parametrize("name", ["csv", "markdown"])
@pytest.mark.parametrize("fields", [(), (PropertyField(name="f"),)])
def test_the_type_of_the_items_of_what_is_no_list_is_told(name: str, fields: tuple[PropertyField, ...]) -> None:
    event = Event(id="a", name="A", properties=(Property(name="p", item_type="string", fields=fields),))
    (loss,) = format_named(name).write(Catalog(events=(event,), stages=())).losses[-1:]
    assert loss.startswith("“p” of a is not a list: its item type is not in ")


def test_markdown_has_a_unit_and_the_property_that_holds_one() -> None:
    event = Event(id="a", name="A", properties=(Property(name="p", unit="EUR", unit_in="currency"),))
    (data,) = format_named("markdown").write(Catalog(events=(event,))).files.values()
    assert "string (EUR, in `currency`)" in data.decode()


def test_markdown_tells_of_a_stage_that_is_not_the_catalogs() -> None:
    events = (Event(id="a", name="A", stage="new"), Event(id="b", name="B", stage="new"), Event(id="c", name="C"))
    written = format_named("markdown").write(Catalog(events=events))
    assert written.losses == ("Markdown shows stages that only events name like those of the catalog (1)",)
    stages = (*Catalog().stages, "new")
    assert format_named("markdown").write(Catalog(events=events, stages=stages)).losses == ()
