from collections import Counter

from hypothesis import given
from hypothesis import strategies as some

from eventsmith.ground.incremental import PerItem, same_ends
from eventsmith.model import Campaign, Catalog, Condition, Event, Property
from eventsmith.queries.unused import unused


class Thing:
    """Told by identity."""

    def __init__(self, number: int) -> None:
        self.number = number


THINGS = [Thing(number) for number in range(6)]
lists = some.lists(some.sampled_from(THINGS), max_size=8)


@given(some.lists(lists, max_size=6))
def test_it_is_what_making_all_afresh_gives_and_says_what_came_and_went(asked: list[list[Thing]]) -> None:
    memory: PerItem[Thing, int] = PerItem(lambda thing: thing.number)
    known: Counter[int] = Counter()
    for things in asked:
        gone, new = memory.update_to(things)
        known.subtract(gone)
        known.update(new)
        assert memory.made == [thing.number for thing in things]
        assert +known == Counter(memory.made)


def test_only_what_is_new_is_made() -> None:
    made: list[int] = []

    def make(thing: Thing) -> int:
        made.append(thing.number)
        return thing.number

    memory: PerItem[Thing, int] = PerItem(make)
    memory.update_to(THINGS)
    other = Thing(9)
    for things in (
        THINGS,
        [*THINGS[:2], other, *THINGS[3:]],
        [*THINGS[:2], *THINGS[3:]],
        [*THINGS[:2], other, *THINGS[3:]],
    ):
        memory.update_to(things)
    assert made == [0, 1, 2, 3, 4, 5, 9, 9]


def test_what_is_unused_is_looked_at_anew_where_events_or_their_uses_are_others() -> None:
    events = (Event(id="a", name="A", properties=(Property(name="p"),)), Event(id="b", name="B"))
    catalog = Catalog(events=events)
    assert unused(catalog) == [("events", 0), ("events", 1)]
    used = catalog.model_copy(update={"campaigns": (Campaign(name="C", trigger="a"),)})
    assert unused(used) == [("events", 0, "properties", 0), ("events", 1)]
    renamed = used.model_copy(update={"campaigns": (Campaign(name="D", trigger="a"),)})
    assert unused(renamed) is unused(used)
    asked = Campaign(name="C", trigger="a", conditions=(Condition(property="p", operator="is-empty"),))
    assert unused(used.model_copy(update={"campaigns": (asked,)})) == [("events", 1)]
    assert unused(used.model_copy(update={"events": events[:1]})) == [("events", 0, "properties", 0)]


@given(some.lists(some.integers(0, 2), max_size=9), some.lists(some.integers(0, 2), max_size=9))
def test_ends_are_equal_and_as_long_as_can_be(old: list[int], new: list[int]) -> None:
    head, tail = same_ends(old, new)
    shorter = min(len(old), len(new))
    assert old[:head] == new[:head]
    assert head == shorter or old[head] != new[head]
    assert tail <= shorter - head
    assert old[len(old) - tail :] == new[len(new) - tail :]
    assert tail == shorter - head or old[-1 - tail] != new[-1 - tail]


def test_ends_of_many() -> None:
    old = tuple((number,) for number in range(5_000))
    for at in (0, 1023, 1024, 3_000, 4_999):
        copied = tuple((number,) for number in range(5_000))
        new = (*copied[:at], "other", *copied[at + 1 :])
        assert same_ends(old, new) == (at, 4_999 - at)
        assert same_ends(old, new[:at] + new[at + 1 :]) == (at, 4_999 - at)
