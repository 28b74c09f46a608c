"""Before, edit, after."""

import pytest

from eventsmith.edits import Insert, Move, Remove, Set, Together, step_event
from eventsmith.model import Catalog, Event, NoSuchPlaceError, Property

BEFORE = Catalog(
    name="Shop",
    ignore={"event-unused": "for now"},
    events=(
        Event(id="a", name="A", properties=(Property(name="x"), Property(name="y"))),
        Event(id="b", name="B"),
        Event(id="c", name="C"),
    ),
)


def ids(catalog: Catalog) -> str:
    return "".join(event.id for event in catalog.events)


def test_set_changes_one_place_and_leaves_all_else_the_same_objects() -> None:
    after = Set(("events", 0, "properties", 1, "type"), "decimal").apply(BEFORE)
    assert after.events[0].properties[1].type == "decimal"
    assert after.events[0].properties[0] is BEFORE.events[0].properties[0]
    assert after.events[1] is BEFORE.events[1]
    assert BEFORE.events[0].properties[1].type == "string"


def test_insert_puts_before_and_at_the_end() -> None:
    assert ids(Insert(("events", 1), Event(id="n", name="")).apply(BEFORE)) == "anbc"
    assert ids(Insert(("events", 3), Event(id="n", name="")).apply(BEFORE)) == "abcn"


def test_remove_takes_items_and_keys() -> None:
    assert ids(Remove(("events", 1)).apply(BEFORE)) == "ac"
    assert Remove(("ignore", "event-unused")).apply(BEFORE).ignore == {}


@pytest.mark.parametrize(("start", "to", "order"), [(0, 2, "bca"), (2, 0, "cab"), (1, 1, "abc"), (0, 1, "bac")])
def test_move_ends_at_the_index_asked_for(start: int, to: int, order: str) -> None:
    assert ids(Move(("events", start), to).apply(BEFORE)) == order


def test_together_applies_each_to_what_the_one_before_made() -> None:
    edit = Together([Insert(("events", 0), Event(id="n", name="")), Set(("events", 0, "name"), "N")], "add N")
    assert edit.apply(BEFORE).events[0] == Event(id="n", name="N")


def test_under_moves_an_edit_to_a_thing_elsewhere() -> None:
    edit = Together([Set(("name",), "Z"), Remove(("properties", 0))], "both").under(("events", 0))
    after = edit.apply(BEFORE)
    assert (after.events[0].name, [prop.name for prop in after.events[0].properties]) == ("Z", ["y"])


@pytest.mark.parametrize(
    "edit",
    [
        Set(("events", 9, "name"), "x"),
        Set(("events", 0, "nonsense"), "x"),
        Set(("evnts",), ()),
        Insert(("events", 4), Event(id="", name="")),
        Insert(("events", -1), Event(id="", name="")),
        Remove(("events", 3)),
        Remove(("ignore", "unknown")),
        Move(("events", 0), 3),
        Move(("events", 5), 0),
    ],
)
def test_a_place_that_is_not_there_is_refused(edit: Set | Insert | Remove | Move) -> None:
    with pytest.raises(NoSuchPlaceError):
        edit.apply(BEFORE)


def test_an_event_is_stepped_through_its_stage_and_into_the_next() -> None:
    catalog = Catalog(
        stages=("a", "b"),
        events=tuple(Event(id=name, name=name, stage=stage) for name, stage in (("x", "a"), ("y", "b"), ("z", "a"))),
    )

    def steps(index: int, step: int) -> tuple[list[tuple[str, str]], int] | None:
        stepped = step_event(catalog, index, step)
        return stepped and ([(event.id, event.stage) for event in stepped[0].apply(catalog).events], stepped[1])

    assert steps(0, 1) == ([("y", "b"), ("z", "a"), ("x", "a")], 2)
    assert steps(2, 1) == ([("x", "a"), ("z", "b"), ("y", "b")], 1)
    assert steps(1, -1) == ([("x", "a"), ("z", "a"), ("y", "a")], 2)
    assert steps(0, -1) is None
    assert steps(1, 1) is None
