"""What holds for all formats: their goldens, and what any catalog may expect of them."""

import os
from collections.abc import Iterator
from typing import Any, get_args

import pytest
from hypothesis import given
from pydantic import BaseModel

from eventsmith.edits import Set
from eventsmith.formats import Format, NoSuchFormatError, all_formats, format_named
from eventsmith.ground.sanitise import visible, visible_lines
from eventsmith.model import PROPERTY_TYPES, Catalog, Event, Place

from .any_catalogs import TESTS, catalogs, sample

GOLDENS = TESTS / "goldens"
every_format = pytest.mark.parametrize("each", all_formats(), ids=lambda each: each.name)


def test_each_has_a_name_and_a_summary() -> None:
    names = [each.name for each in all_formats()]
    assert names == sorted({*names})
    assert {"csv", "infobip", "json-schema", "markdown"} <= {*names}
    assert all(each.summary and not each.summary.endswith(".") for each in all_formats())


def test_a_format_is_found_by_name_or_named() -> None:
    assert format_named("csv").suffix == ".csv"
    with pytest.raises(NoSuchFormatError, match="“Markdwn”; did you mean “markdown”"):
        format_named("Markdwn")
    with pytest.raises(NoSuchFormatError, match=f"there are: {', '.join(each.name for each in all_formats())}"):
        format_named("xyz")


@every_format
def test_golden(each: Format) -> None:
    """After a change that is meant, `REWRITE_GOLDENS=1 pytest tests/formats` rewrites them; read the diff."""
    (data,) = each.write(sample()).files.values()
    golden = GOLDENS / f"sample{each.suffix}"
    if os.environ.get("REWRITE_GOLDENS"):
        golden.write_bytes(data)
    assert data == golden.read_bytes()


def test_no_golden_is_left_over() -> None:
    assert {f"sample{each.suffix}" for each in all_formats()} == {path.name for path in GOLDENS.glob("sample.*")}


@every_format
@given(catalogs)
def test_any_catalog_becomes_harmless_text(each: Format, catalog: Catalog) -> None:
    written = each.write(catalog)
    assert written == each.write(catalog)
    for data in written.files.values():
        text = data.decode()
        assert text.endswith("\n")
        assert visible_lines(text) == text
    assert all(loss == visible(loss) for loss in written.losses)


def nouns_in(model: type[BaseModel]) -> Iterator[type[BaseModel]]:
    """The model and all nouns below it."""
    yield model
    for info in model.model_fields.values():
        for inner in (info.annotation, *get_args(info.annotation)):
            if isinstance(inner, type) and issubclass(inner, BaseModel) and inner is not model:
                yield from nouns_in(inner)


def places_in(noun: BaseModel, at: Place = ()) -> Iterator[tuple[type[BaseModel], str, Place]]:
    """Noun, field and place of all that is not as by default."""
    for name, info in type(noun).model_fields.items():
        value, place = getattr(noun, name), (*at, name)
        if name in ("format", "form", "type") or value != info.get_default(call_default_factory=True):
            yield type(noun), name, place
        if isinstance(value, BaseModel):
            yield from places_in(value, place)
        elif isinstance(value, tuple):
            for index, item in enumerate(value):
                if isinstance(item, BaseModel):
                    yield from places_in(item, (*place, index))


def test_the_sample_uses_every_field_and_type() -> None:
    used = {(noun, name) for noun, name, _ in places_in(sample())}
    assert {(noun, name) for noun in nouns_in(Catalog) for name in noun.model_fields} == used
    assert {prop.type for event in sample().events for prop in event.properties} == set(PROPERTY_TYPES)


@every_format
def test_nothing_is_lost_without_a_word(each: Format) -> None:
    """Each field, taken out of the whole sample, changes what is written or what is said to be lost."""
    before = each.write(sample())
    by_field: dict[tuple[type[BaseModel], str], list[Place]] = {}
    for noun, name, place in places_in(sample()):
        lost = noun not in each.holds or name == "format"  # what holds no such noun tells how many there are
        if not noun.model_fields[name].is_required() and not lost:
            by_field.setdefault((noun, name), []).append(place)
    for (noun, name), places in by_field.items():
        default: Any = noun.model_fields[name].get_default(call_default_factory=True)
        without = sample()
        for place in places:
            without = Set(place, default).apply(without)
        assert each.write(without) != before or without == sample(), f"{noun.__name__}.{name}"


def test_ideas_are_left_out_and_that_is_said() -> None:
    events = (Event(id="playSong", name="Play Song"), Event(id="shareSong", name="Share Song", status="idea"))
    for each in all_formats():
        parked = each.write(Catalog(format=2, events=events))
        assert parked.files == each.write(Catalog(format=2, events=events[:1])).files
        assert parked.losses[-1].endswith("is written without ideas (1)")
