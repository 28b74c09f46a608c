"""Taking events from presets leaves the story in its order, and the row where it was."""

import random
from pathlib import Path

import pytest

from eventsmith.model import Catalog, Event
from eventsmith.queries.combined_presets import combined_presets
from eventsmith.queries.event_offers import event_offers, take_offers
from eventsmith.session.session import Session
from eventsmith.store import canonical_toml, new_document
from eventsmith.tui.views.rows import event_rows
from tests.tui.robot import PRESETS, Robot, tell


@pytest.mark.parametrize("preset", PRESETS)
def test_rows_stay_in_whatever_order_events_are_taken(preset: str) -> None:
    chance = random.Random(preset)
    own = Event(id="ownThing", name="Do Own Thing", stage="engagement")
    session = Session(new_document(None, Catalog(name="Own", industries=(preset,), events=(own,))))
    order = [event.id for event in combined_presets((preset,)).catalog.events]
    offers = [event.id for _, event in event_offers(session.catalog)]
    chance.shuffle(offers)
    for event_id in offers:
        before = event_rows(session)
        at = next(number for number, key in enumerate(before.keys) if key.id == event_id and key.kind == "offer")
        names = [before[number].cells[0] for number in range(len(before))]
        session.do(take_offers(session.catalog, [("", event_id)]))
        after = event_rows(session)
        assert [after[number].cells[0] for number in range(len(after))] == names, f"{event_id} moved a row"
        assert after.keys[at].kind == "event"
    for stage in session.catalog.stages:
        taken = [event.id for event in session.catalog.events if event.stage == stage and event.id in order]
        assert taken == sorted(taken, key=order.index)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_the_cursor_stays_on_the_line_where_one_takes(tmp_path: Path, size: tuple[int, int]) -> None:
    path = tmp_path / "t.events.toml"
    path.write_text(canonical_toml(Catalog(name="T", industries=("music-streaming",), goals=("activate",))))

    async def story(user: Robot) -> None:
        await user.keys("2{down}{down}")
        before = [line for line in user.lines() if "›" in line]
        await user.keys("{space}")
        after = [line for line in user.lines() if "›" in line]
        assert len(before) == len(after) == 1
        assert before[0].index("›") == after[0].index("›")
        await user.keys("{space}")
        assert [line for line in user.lines() if "›" in line] == before

    failure = tell(story, path, size).failure
    if failure is not None:
        raise failure


def test_all_that_serve_the_goals_are_taken_by_one_key(tmp_path: Path) -> None:
    path = tmp_path / "t.events.toml"
    path.write_text(canonical_toml(Catalog(name="T", industries=("music-streaming",), goals=("activate",))))

    async def story(user: Robot) -> None:
        await user.keys("2")
        assert "★" in user.text()
        await user.keys("G")
        user.sees_not("★ R", "★ P")
        taken = len(user.app.session.catalog.events)
        assert taken > 1
        await user.keys("G")
        user.sees("They are already in your catalog")
        await user.keys("{ctrl+z}")
        assert not user.app.session.dirty

    failure = tell(story, path, (120, 40)).failure
    if failure is not None:
        raise failure


def test_ctrl_c_says_how_to_leave(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2{ctrl+c}")
        user.sees("Ctrl+Q leaves")

    path = tmp_path / "t.events.toml"
    path.write_text(canonical_toml(Catalog(name="T")))
    failure = tell(story, path, (120, 40)).failure
    if failure is not None:
        raise failure
