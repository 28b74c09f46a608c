"""Many edits made as one are the same as one after the other, each on a catalog of its own."""

from __future__ import annotations

from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.edits import (
    Edit,
    Insert,
    Move,
    Remove,
    Set,
    Together,
    Workbench,
    _edit,
    distinct_id_for,
    put_in_form,
    put_name_in_form,
    set_event_id,
)
from eventsmith.edits.workbench import index_of
from eventsmith.model import Campaign, Catalog, Event, NoSuchPlaceError, Property
from tests.edits.test_catalog_index import check

NAMES = st.sampled_from(["Play Song", "Song Played", "play song", "View Item", "Item Viewed", "View Items", ""])
IDS = st.sampled_from(["playSong", "viewItem", "PlaySong", "songPlayed", ""])
EVENTS = st.builds(
    Event,
    id=IDS,
    name=NAMES,
    status=st.sampled_from(["planned", "live"]),
    replaced_by=IDS,
    aliases=st.lists(NAMES, max_size=2).map(tuple),
    properties=st.lists(st.builds(Property, name=st.sampled_from("ab")), max_size=2).map(tuple),
)
CAMPAIGNS = st.builds(Campaign, name=NAMES, trigger=IDS, goal_event=IDS, unless=st.lists(IDS, max_size=2).map(tuple))
CATALOGS = st.builds(
    Catalog,
    ignore=st.just({"event-unused": "so"}),
    events=st.lists(EVENTS, max_size=5).map(tuple),
    campaigns=st.lists(CAMPAIGNS, max_size=3).map(tuple),
)
PLACES = st.sampled_from(
    [
        ("name",),
        ("ignore", "event-unused"),
        ("ignore", "new"),
        ("naming", "form"),
        ("name", 0),
        *(("stages", n) for n in range(-1, 3)),
        *(("events", n) for n in range(4)),
        *(("events", n, "name") for n in range(4)),
        *(("events", n, "properties", 0) for n in range(3)),
        *(("events", n, "properties", 1, "name") for n in range(3)),
        *(("campaigns", n) for n in range(2)),
        *(("campaigns", n, "trigger") for n in range(2)),
        ("campaigns", 0, "unless", 0),
        ("events", 0, "nothing"),
        ("events", -1),
    ]
)


def _value_for(place: tuple[Any, ...], text: str) -> Any:
    match place:
        case ("events", _):
            return Event(id=text, name=text)
        case ("campaigns", _):
            return Campaign(name=text, trigger=text)
        case ("events", _, "properties", _):
            return Property(name=text)
    return text


@st.composite
def edits(draw: st.DrawFn) -> Edit:
    place, text = draw(PLACES), draw(IDS)
    kinds: list[Edit] = [
        Set(place, _value_for(place, text)),
        Insert(place, _value_for(place, text)),
        Remove(place),
        Move(place, draw(st.integers(0, 2))),
        Together([Set(place, _value_for(place, text)), Remove(place)], "both"),
    ]
    return draw(st.sampled_from(kinds))


def _one_by_one(catalog: Catalog, some: list[Edit]) -> Catalog | None:
    try:
        for edit in some:
            flat = edit.edits if isinstance(edit, Together) else [edit]
            for one in flat:
                catalog = one.apply(catalog)
    except (NoSuchPlaceError, TypeError):
        return None
    return catalog


@pytest.mark.parametrize("many", [64, 0])
@given(catalog=CATALOGS, some=st.lists(edits(), max_size=6))
def test_together_is_one_after_the_other(many: int, catalog: Catalog, some: list[Edit]) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(_edit, "_MANY", many)
        _check_together(catalog, some)


def _check_together(catalog: Catalog, some: list[Edit]) -> None:
    made: list[Edit] = []
    for edit in some:
        if _one_by_one(catalog, [*made, edit]) is None:
            with suppress(NoSuchPlaceError, TypeError):
                Together([*made, edit], "all").apply(catalog)
                raise AssertionError("it was made all the same")
        else:
            made.append(edit)
    expected = _one_by_one(catalog, made)
    found = Together(made, "all").apply(catalog)
    assert found == expected
    assert type(found) is Catalog
    assert expected is not None
    for one, other in zip((*found.events, *found.campaigns), (*expected.events, *expected.campaigns), strict=True):
        assert one == other
        assert type(one) is type(other)
    untouched = {id(thing) for thing in (*catalog.events, *catalog.campaigns)}
    assert untouched & {*map(id, found.events)} == untouched & {*map(id, expected.events)}


@given(CATALOGS, st.lists(edits(), max_size=4), IDS)
def test_of_a_bench_it_is_known_what_it_has_now(catalog: Catalog, some: list[Edit], text: str) -> None:
    bench = Workbench.of(catalog)
    for edit in some:
        assert bench.index is index_of(bench)
        with suppress(NoSuchPlaceError, TypeError):
            edit.change(bench)
        check(index_of(bench), bench.finished(), text)


@given(CATALOGS, st.sampled_from(["verb-noun", "noun-verb-past"]))
def test_all_names_put_in_a_form_at_once_are_those_put_in_it_one_by_one(catalog: Catalog, form: Any) -> None:
    from eventsmith.edits import name_in_form, resolve_name_clashes

    after = Set(("naming", "form"), form).apply(catalog)
    wanted = [name_in_form(catalog, event, form) for event in catalog.events]
    for index, (event, name) in enumerate(
        zip(catalog.events, resolve_name_clashes(catalog.events, wanted), strict=True)
    ):
        if name != event.name:
            after = put_name_in_form(after, ("events", index), name).apply(after)
    assert put_in_form(catalog, form).apply(catalog) == after


@given(CATALOGS, NAMES)
def test_an_id_unlike_all_others(catalog: Catalog, name: str) -> None:
    new = distinct_id_for(catalog, name)
    assert not new or not index_of(catalog).is_taken_however_spelled(new)
    for index, event in enumerate(catalog.events):
        new = distinct_id_for(catalog, name, event)
        if new:
            after = set_event_id(catalog, ("events", index), new).apply(catalog)
            others = [other for n, other in enumerate(catalog.events) if n != index]
            assert after.events[index].id == new
            assert all(other.id.casefold() != new.casefold() for other in others)


def test_what_goes_out_of_a_long_list_leaves_the_others_where_they_are() -> None:
    bench = Workbench.of(Catalog(stages=tuple(f"stage {n}" for n in range(9))))
    Remove(("stages", 7)).change(bench)
    stages = bench.stages
    Remove(("stages", 0)).change(bench)
    assert bench.stages is stages
    assert bench.finished().stages == tuple(f"stage {n}" for n in range(1, 9) if n != 7)
