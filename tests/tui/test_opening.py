"""One can work on a big catalog before it is known what is wrong with it."""

import asyncio
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from eventsmith.model import Catalog, Event
from eventsmith.rules import Judge, all_rules
from eventsmith.session.opening import open_session
from eventsmith.session.session import JudgedAhead, Session
from eventsmith.store import canonical_toml
from eventsmith.tui.app import EventsmithApp
from eventsmith.tui.background import big_edits
from tests.tui.robot import Robot

EVENTS = big_edits.MANY + 10
LOOKING = "looking for issues …"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    events = [Event(id=f"playSong{at}", name=f"Play Song {at}") for at in range(EVENTS)]
    path = tmp_path / "many.events.toml"
    path.write_text(canonical_toml(Catalog(name="Many", events=(Event(id="songPlayed", name="Song Played"), *events))))
    return path


@pytest.fixture
def known(monkeypatch: pytest.MonkeyPatch) -> Iterator[threading.Event]:
    """What is wrong is found once this is set."""
    go, judge_ahead = threading.Event(), Session.judge_ahead

    def wait(session: Session, after: Catalog) -> JudgedAhead:
        assert go.wait(60)
        return judge_ahead(session, after)

    monkeypatch.setattr(Session, "judge_ahead", wait)
    yield go
    go.set()


async def until(true: Callable[[], bool]) -> None:
    for _ in range(2000):
        if true():
            return
        await asyncio.sleep(0.005)
    raise AssertionError("It never comes to that")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_one_works_while_issues_are_looked_for(path: Path, known: threading.Event, size: tuple[int, int]) -> None:
    app = EventsmithApp(path)

    async def run() -> None:
        async with app.run_test(size=size) as pilot:
            user = Robot(app, pilot)
            await until(lambda: app.is_ready and app.page is not None and app.here == "events")
            assert not app.session.is_judged
            for key in "2e!":
                user._post(key)
            await until(lambda: app.session.catalog.events[0].name == "Song Played!")
            await until(lambda: LOOKING in user.text())
            user.sees_not("should be")
            app.visit("review")
            await until(lambda: "Looking for what is wrong …" in user.text())
            user.sees_not("Ready to save", "Nothing to fix")
            known.set()
            await until(lambda: app.session.is_judged)
            await user.rest()
            user.sees_not(LOOKING, "Looking for")
            user.sees("warnings, ", "Song Played! (4)")
            afresh = Judge(all_rules()).judge(app.session.catalog)
            assert [issue.message for issue in app.session.issues.open] == [issue.message for issue in afresh.open]

    try:
        asyncio.run(run())
    finally:
        assert app.session.journal is not None
        app.session.journal.close(keep=False)


def test_nobody_else_is_told_of_nothing(path: Path) -> None:
    session = open_session(path)
    assert session.is_judged
    assert session.issues.open


def test_an_end_does_not_wait_for_it(path: Path, known: threading.Event) -> None:
    app = EventsmithApp(path)

    async def run() -> None:
        async with app.run_test() as pilot:
            await until(lambda: app.is_ready)
            assert not app.session.is_judged
            app.end(0)
            await pilot.pause(0.1)

    asyncio.run(run())
    assert app.return_code == 0
