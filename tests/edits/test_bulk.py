import pytest

from eventsmith.edits import (
    campaigns_of,
    move_event,
    park,
    put_in_form,
    remove_events,
    rename_event,
    set_stage,
    set_status,
)
from eventsmith.model import Campaign, Catalog, Event

STAGES = "aabbc"
CATALOG = Catalog(
    stages=("a", "b", "c", "d"),
    events=tuple(Event(id=f"e{at}", name=f"Play {at}", stage=stage) for at, stage in enumerate(STAGES)),
    campaigns=(
        Campaign(name="One", trigger="e0", goal_event="e1"),
        Campaign(name="Two", trigger="e2", wait="1 day", unless=("e1",)),
        Campaign(name="None"),
    ),
)


def ids(catalog: Catalog) -> list[str]:
    return [f"{event.id}{event.stage}" for event in catalog.events]


def test_several_are_removed_as_one_step_and_campaigns_stay() -> None:
    edit = remove_events(CATALOG, [0, 3, 1])
    assert edit.label == "remove 3 events"
    assert ids(edit.apply(CATALOG)) == ["e2b", "e4c"]
    assert edit.apply(CATALOG).campaigns is CATALOG.campaigns
    assert remove_events(CATALOG, [2]).label == "remove “Play 2”"


def test_the_campaigns_of_several_events_are_each_named_once() -> None:
    assert [campaign.name for campaign in campaigns_of(CATALOG, "e0", "e1")] == ["One", "Two"]
    assert [campaign.name for campaign in campaigns_of(CATALOG, "e2")] == ["Two"]
    assert campaigns_of(CATALOG, "") == []
    assert campaigns_of(CATALOG) == []


def test_several_are_put_into_a_stage_and_only_those_that_are_elsewhere_change() -> None:
    edit = set_stage(CATALOG, [1, 2, 4], "b")
    assert edit.label == "put 2 events into b"
    after = edit.apply(CATALOG)
    assert ids(after) == ["e0a", "e1b", "e2b", "e3b", "e4b"]
    assert after.events[2] is CATALOG.events[2]


def test_what_is_live_keeps_its_id_and_its_old_name() -> None:
    edit = set_status(CATALOG, [0, 1], "live")
    assert edit.label == "make 2 events live"
    live = edit.apply(CATALOG)
    assert [event.status for event in live.events] == ["live", "live", "planned", "planned", "planned"]
    renamed = rename_event(live, ("events", 0), "Play Song").apply(live)
    assert (renamed.events[0].id, renamed.events[0].aliases) == ("e0", ("Play 0",))
    formed = put_in_form(live, "verb-past-noun").apply(live)
    assert [event.id for event in formed.events][:2] == ["e0", "e1"]


@pytest.mark.parametrize(
    ("index", "stage", "number", "after"),
    [
        (0, "a", 1, "e1a e0a e2b e3b e4c"),
        (1, "a", 0, "e1a e0a e2b e3b e4c"),
        (0, "b", 0, "e1a e0b e2b e3b e4c"),
        (0, "b", 1, "e1a e2b e0b e3b e4c"),
        (0, "b", 9, "e1a e2b e3b e0b e4c"),
        (4, "a", 0, "e4a e0a e1a e2b e3b"),
        (4, "a", 2, "e0a e1a e4a e2b e3b"),
        (0, "d", 0, "e1a e2b e3b e4c e0d"),
        (4, "c", 0, "e0a e1a e2b e3b e4c"),
    ],
)
def test_one_is_moved_to_a_number_within_a_stage(index: int, stage: str, number: int, after: str) -> None:
    edit, moved_to = move_event(CATALOG, index, stage, number)
    assert ids(edit.apply(CATALOG)) == after.split()
    assert after.split()[moved_to].startswith(f"e{index}")


def test_planned_events_are_parked_and_ideas_taken_up() -> None:
    statuses = [("live", "planned"), ("idea", "planned"), ("idea", "idea")]
    for before, after in zip(statuses, [("live", "idea"), ("idea", "idea"), ("planned", "planned")], strict=True):
        events = tuple(
            Event.model_validate({"id": name, "name": name, "status": s}) for name, s in zip("ab", before, strict=True)
        )
        done = park(Catalog(format=2, events=events), [0, 1]).apply(Catalog(format=2, events=events))
        assert tuple(event.status for event in done.events) == after
    assert not park(Catalog(events=(Event(id="a", name="A", status="live"),)), [0]).edits
