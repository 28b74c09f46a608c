"""What takes a while is shown while it lasts, can be given up, and is one step like any other."""

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith.model import Catalog, Event, Property
from eventsmith.session.session import JudgedAhead, Session
from eventsmith.store import canonical_toml
from eventsmith.tui.background import big_edits, waiting
from tests.tui.robot import Robot, tell

SIZES = [(80, 24), pytest.param((120, 40), marks=pytest.mark.deep)]
EVENTS = big_edits.MANY + 10


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    song = Property(name="songName", example="Hey Jude", used_for=("campaign",))
    events = [
        Event(id=f"playSong{at}", name=f"Play Song {at}", stage="engagement", when="It plays", properties=(song,))
        for at in range(EVENTS)
    ]
    path = tmp_path / "many.events.toml"
    path.write_text(canonical_toml(Catalog(name="Many", events=tuple(events))))
    return path


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """Big steps wait for it, but not that the file is judged at the start."""
    go, judge_ahead = threading.Event(), Session.judge_ahead

    def wait(session: Session, after: Catalog) -> JudgedAhead:
        assert after is session.document.catalog or go.wait(60)
        return judge_ahead(session, after)

    monkeypatch.setattr(Session, "judge_ahead", wait)
    monkeypatch.setattr(waiting, "SILENT", 0.01)
    yield go
    go.set()


@pytest.mark.parametrize("size", SIZES)
def test_a_name_is_changed_everywhere_while_one_sees_it(
    catalog: Path, held: threading.Event, size: tuple[int, int]
) -> None:
    async def story(user: Robot) -> None:
        session = user.app.session
        before = session.catalog
        await user.keys("4{enter}{ctrl+r}")
        user.sees("Rename “songName” everywhere")
        await user.keys("{backspace}" * 8 + "track{enter}")
        await user.comes_to_see(f"Renaming “songName” in {EVENTS} events …")
        user.sees("Esc gives it up, and nothing is changed")
        await user.keys("xyz{f9}{4}")
        assert session.catalog is before
        await user.comes_to_see("1 second already")
        held.set()
        await user.comes_to_see(f"Renamed “songName” in {EVENTS} events")
        assert {prop.name for event in session.catalog.events for prop in event.properties} == {"track"}
        assert session.issues.at(("events", 0, "properties", 0, "name")) == []
        await user.keys("{f9}")
        await user.comes_to_see("Undid: rename “songName” everywhere")
        assert session.catalog is before
        await user.keys("{f10}")
        await user.comes_to_see("Redid: rename “songName” everywhere")
        assert session.catalog is not before

    assert tell(story, catalog, size).failure is None


def test_what_takes_too_long_is_given_up_and_nothing_is_changed(catalog: Path, held: threading.Event) -> None:
    async def story(user: Robot) -> None:
        session = user.app.session
        before = session.catalog
        await user.keys("2Ml")
        user.sees(f"{EVENTS} events: which status?")
        await user.keys("live{enter}")
        await user.comes_to_see(f"Make {EVENTS} events live …")
        await user.keys("{escape}")
        user.sees("Given up: nothing was changed")
        held.set()
        await user.pilot.pause(0.3)
        assert session.catalog is before
        assert not session.undo_label
        # The next one is made, and what was given up does not come after it.
        await user.keys("llive{enter}")
        await user.comes_to_see("Done: make")
        assert {event.status for event in session.catalog.events} == {"live"}

    assert tell(story, catalog).failure is None


def test_an_undo_that_takes_long_is_one_step_however_often_one_asks(catalog: Path, held: threading.Event) -> None:
    async def story(user: Robot) -> None:
        session = user.app.session
        held.set()
        await user.keys("2{down}J3f{enter}")
        await user.comes_to_see("names changed")
        form = session.catalog.naming.form
        held.clear()
        await user.keys("{f9}{f9}")
        await user.comes_to_see("Undoing: put names into the form")
        await user.keys("{escape}")
        user.sees("Given up")
        assert session.catalog.naming.form == form
        await user.keys("{f9}{f9}")
        held.set()
        await user.comes_to_see("Undid: put names")
        assert session.catalog.naming.form != form
        assert session.undo_label.startswith("move")

    assert tell(story, catalog).failure is None


def test_what_one_does_meanwhile_counts(catalog: Path, held: threading.Event, monkeypatch: pytest.MonkeyPatch) -> None:
    async def story(user: Robot) -> None:
        session = user.app.session
        monkeypatch.setattr(waiting, "SILENT", 60)
        await user.keys("2Ml")
        await user.keys("live{enter}J")
        moved = session.catalog
        held.set()
        await user.comes_to_see("The catalog changed in the meantime: please try again")
        assert session.catalog is moved
        assert session.undo_label.startswith("move")

    assert tell(story, catalog).failure is None


def test_two_events_that_would_share_a_name_are_told_before(tmp_path: Path) -> None:
    names = ("Play Song", "Song Played", "Log In")
    path = tmp_path / "twice.events.toml"
    events = [Event(id=f"e{at}", name=name, stage="engagement", when="x") for at, name in enumerate(names)]
    path.write_text(canonical_toml(Catalog(name="Twice", events=tuple(events))))

    async def story(user: Robot) -> None:
        await user.keys("3")
        user.sees("0 names change · 2 fit · ! 1 stays: “Play Song” is taken")
        user.sees("! Song Played", "stays: “Play Song” is taken")
        await user.keys("{down}")
        user.sees("Another event would be called “Play Song” too: this one stays as it is")
        await user.keys("t")
        user.sees("“Song Played” stays: another event would be called “Play Song” too")
        await user.keys("x")
        user.sees("0 names change · 2 fit · 1 excepted")
        user.sees_not("is taken")
        await user.keys("xf")
        user.sees("1 name changes · 1 fits · ! 1 stays: “Song Played” is taken", "Enter changes it")
        await user.keys("{enter}")
        user.sees("1 name changed")
        assert [event.name for event in user.app.session.catalog.events] == ["Play Song", "Song Played", "Logged In"]

    assert tell(story, path).failure is None
