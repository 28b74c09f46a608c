"""Keys that are typed faster than they can be dealt with: each acts on what the one before it leaves."""

from pathlib import Path

import pytest
from textual import events

from tests.tui.robot import Robot, tell


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def test_the_guided_path_can_be_typed_ahead(folder: Path) -> None:
    async def story(user: Robot) -> None:
        await user.types_ahead("Tunewave{f8}a曲を再生{tab}{tab}いつ{enter}{escape}aشغل")
        await user.types_ahead("{f8}{f8}{tab}songName{tab}{right}{enter}Hey")
        catalog = user.app.session.catalog
        assert catalog.name == "Tunewave"
        assert [event.name for event in catalog.events] == ["曲を再生", "شغل"]
        assert catalog.events[0].when == "いつ"
        assert [one.name for event in catalog.events for one in event.properties] == ["songName"]
        assert catalog.events[0].properties[0].example == "Hey"

    assert tell(story).failure is None


def test_what_is_pasted_goes_where_the_keys_before_it_led(folder: Path) -> None:
    async def story(user: Robot) -> None:
        app = user.app
        for event in (events.Key("f8", None), events.Key("a", "a"), events.Paste("Play Song"), events.Key("s", "s")):
            event.set_sender(app)
            app.post_message(event)
        await user.rest()
        assert [event.name for event in app.session.catalog.events] == ["Play Songs"]
        assert app.session.catalog.name == ""

    assert tell(story).failure is None


def test_keys_go_on_where_what_had_them_is_removed(folder: Path) -> None:
    async def story(user: Robot) -> None:
        await user.types_ahead("{f8}aA{escape}{escape}aB{escape}{escape}d{f9}d{f6}{escape}{ctrl+p}save{escape}{f7}")
        assert user.app.here == "goal"

    assert tell(story).failure is None
