"""Whether a place still means the same thing."""

import pytest

from eventsmith.edits import Edit, Insert, Move, Remove, Set, Together, rename_everywhere
from eventsmith.model import Campaign, Catalog, Condition, Event, Place, Property
from eventsmith.queries.same_thing import is_still_at

CATALOG = Catalog(
    events=tuple(
        Event(id=id_, name=id_, properties=(Property(name="amount"), Property(name=id_))) for id_ in ("a", "b", "c")
    ),
    campaigns=(Campaign(name="one", trigger="a", conditions=(Condition(property="amount", operator="is-empty"),)),),
)
SECOND: Place = ("events", 1)


@pytest.mark.parametrize(
    ("edit", "place", "stays"),
    [
        (Set(("events", 1, "name"), "other"), SECOND, True),
        (Set(("events", 0, "name"), "other"), SECOND, True),
        (rename_everywhere(CATALOG, "amount", "value"), SECOND, True),
        (rename_everywhere(CATALOG, "amount", "value"), (*SECOND, "properties", 0), True),
        (Remove(("events", 2)), SECOND, True),
        (Insert(("events", 3), Event(id="d", name="d")), SECOND, True),
        (Insert(("events", 0), Event(id="d", name="d")), SECOND, False),
        (Remove(SECOND), SECOND, False),
        (Remove(("events", 0)), SECOND, False),
        (Remove(("events", 2)), ("events", 2), False),
        (Move(SECOND, 0), SECOND, False),
        (Remove((*SECOND, "properties", 0)), (*SECOND, "properties", 0), False),
        (Remove(("campaigns", 0)), ("campaigns", 0, "conditions", 0), False),
        (
            Together([Set(("campaigns", 0, "conditions", 0, "property"), "x")], "change"),
            ("campaigns", 0, "conditions", 0),
            True,
        ),
        (Set(("name",), "other"), (), True),
    ],
)
def test_a_place_means_the_same(edit: Edit, place: Place, stays: bool) -> None:
    assert is_still_at(CATALOG, edit.apply(CATALOG), place) is stays
