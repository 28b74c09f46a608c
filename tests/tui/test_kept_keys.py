"""A question that nobody has asked for is there before the keys are, and what is typed meanwhile is not lost."""

from pathlib import Path

import pytest
from textual import events

from eventsmith.edits import Set
from eventsmith.session.opening import open_with_journal
from eventsmith.tui import kept_keys
from eventsmith.tui.kept_keys import KeptKeys
from tests.tui.robot import Robot, tell

CATALOG = """\
format = 1
name = "Shop"

[[events]]
id = "playSong"
name = "Play Song"

[[events]]
id = "shareSong"
name = "Share Song"
"""


@pytest.fixture
def left(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A catalog with an edit that was not saved."""
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)
    session, _ = open_with_journal(path)
    session.do(Set(("name",), "Wave"))
    assert session.journal is not None
    session.journal.close(keep=True)
    return path


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    clock = Clock()
    monkeypatch.setattr("eventsmith.tui.kept_keys.monotonic", clock)
    monkeypatch.setattr(kept_keys, "BLINK", 0.25)
    monkeypatch.setattr(kept_keys, "QUIET", 0.5)
    return clock


def key(name: str) -> events.Key:
    return events.Key(name, name if len(name) == 1 else None)


def test_keys_are_kept_until_a_question_can_be_read(clock: Clock) -> None:
    kept = KeptKeys()
    assert not kept.takes(key("a"))
    clock.now += 10
    kept.keep()
    assert kept.takes(key("b"))
    clock.now += 10
    kept.let_through()
    clock.now += 0.2
    assert kept.takes(key("enter"))
    clock.now += 0.4
    assert kept.takes(key("c"))
    clock.now += 0.6
    assert not kept.takes(key("enter"))
    clock.now += 0.1
    assert not kept.takes(key("x"))
    assert [event.key for event in kept.give() if isinstance(event, events.Key)] == ["b", "enter", "c"]
    assert not kept.takes(key("d"))
    assert not kept.give()


def test_who_types_as_it_comes_up_types_on_in_peace(clock: Clock) -> None:
    kept = KeptKeys()
    kept.keep()
    assert kept.takes(key("a"))
    clock.now += 0.1
    kept.let_through()
    clock.now += 0.35
    assert kept.takes(key("b"))


def test_a_click_on_what_nobody_has_seen_is_for_nothing_and_one_can_always_leave(clock: Clock) -> None:
    kept = KeptKeys()
    kept.keep()
    assert kept.takes(events.MouseDown(None, 1, 1, 0, 0, 1, False, False, False))
    assert not kept.takes(key("ctrl+q"))
    assert not kept.takes(key("escape"))
    assert not kept.give()


def test_what_is_typed_before_the_question_goes_to_the_page_when_it_is_answered(left: Path, clock: Clock) -> None:
    async def story(user: Robot) -> None:
        await user.comes_to_see("1 edit of shop.events.toml was not saved")
        await user.keys("!{enter}")
        user.sees("1 edit of shop.events.toml was not saved")
        assert user.app.session.catalog.name == "Shop"
        clock.now += 1
        await user.keys("{enter}")
        await user.waits(lambda: user.app.session.catalog.events[0].name == "Play Song!", "what was typed")
        assert user.app.session.catalog.name == "Wave"

    app = tell(story, left, (120, 40), early="2e")
    assert app.failure is None


def test_what_is_typed_while_a_file_is_being_opened_goes_to_its_page(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(CATALOG)

    async def story(user: Robot) -> None:
        await user.waits(lambda: user.app.session.catalog.events[0].name == "Play Song!", "what was typed")

    tell(story, path, (120, 40), early="2e!")


def test_a_question_takes_its_own_keys_alone(left: Path) -> None:
    async def story(user: Robot) -> None:
        await user.comes_to_see("1 edit of shop.events.toml was not saved")
        await user.keys("rdkyn")
        user.sees("1 edit of shop.events.toml was not saved")
        await user.keys("{right}{right}{enter}")
        await user.comes_to_see("discarded")

    tell(story, left)
