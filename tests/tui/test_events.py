"""The story as its owners put it together: many events at once, taken along by the mouse, found by typing."""

from pathlib import Path

import pytest

from eventsmith.model import Campaign, Catalog, Event
from eventsmith.store import canonical_toml
from tests.tui.robot import Robot, tell

NAMES = [
    ("Register", "acquisition"),
    ("Log In", "activation"),
    ("Play Song", "engagement"),
    ("Like Song", "engagement"),
    ("Start Checkout", "conversion"),
]
CATALOG = Catalog(
    name="Tunewave",
    events=tuple(
        Event(id=f"e{at}", name=name, stage=stage, when="It is done") for at, (name, stage) in enumerate(NAMES)
    ),
    campaigns=(
        Campaign(name="Welcome", goal="activate", trigger="e0", goal_event="e2"),
        Campaign(name="Reminder", goal="recover", trigger="e4", wait="1 hour", unless=("e3",)),
    ),
)


@pytest.fixture
def catalog(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "tunewave.events.toml"
    path.write_text(canonical_toml(CATALOG))
    return path


def story_of(user: Robot) -> list[tuple[str, str]]:
    return [(event.name, event.stage) for event in user.app.session.catalog.events]


def row_of(user: Robot, text: str) -> int:
    return next(number for number, line in enumerate(user.lines()) if text in line)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_several_events_are_live_now(catalog: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("mm")
        user.sees("* 2 marked:", "t stage", "*✓ Register", "*✓ Log In", "›✓ Play Song")
        await user.keys("l")
        user.sees("2 events: which status?", "the ID stays")
        await user.keys("live{enter}")
        user.sees("Done: make 2 events live")
        assert [event.status for event in user.app.session.catalog.events[:3]] == ["live", "live", "planned"]
        await user.keys("{f9}")
        assert user.app.session.catalog is user.app.session.document.catalog
        user.sees("* 2 marked:")
        await user.keys("{escape}")
        user.sees_not("marked", "*✓")

    assert tell(story, catalog, size).failure is None


def test_several_events_go_into_another_stage_as_one_step(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("m{down}mt")
        user.sees("which stage?")
        await user.keys("ret{enter}")
        assert [stage for _, stage in story_of(user)] == [
            "retention",
            "activation",
            "retention",
            "engagement",
            "conversion",
        ]
        await user.keys("t{enter}")
        user.sees("Nothing to change")
        await user.keys("{f9}")
        assert user.app.session.catalog is user.app.session.document.catalog

    assert tell(story, catalog).failure is None


def test_what_is_removed_shows_first_which_campaigns_use_it(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{slash}song{enter}Md")
        user.sees("Remove 2 events?", "Play Song, Like Song", "These 2 campaigns use them", "“Welcome”, “Reminder”")
        user.sees_not("<U+")
        await user.keys("{escape}")
        assert len(story_of(user)) == 5
        await user.keys("d{enter}")
        assert [name for name, _ in story_of(user)] == ["Register", "Log In", "Start Checkout"]
        await user.keys("{f9}")
        assert user.app.session.catalog is user.app.session.document.catalog

    assert tell(story, catalog, (120, 40)).failure is None


def test_one_event_says_whose_campaigns_it_leaves_alone(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("d")
        user.sees("Removed “Register”. The campaign that used it: “Welcome”. Ctrl+Z undoes it")

    assert tell(story, catalog).failure is None


def test_all_that_is_shown_is_marked_and_marks_follow_their_events(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("M")
        user.sees("* 5 marked:")
        await user.keys("M")
        user.sees_not("marked")
        await user.keys("{down}{down}{down}mKK")
        user.sees("* 1 marked:", "✓ Like Song")
        user.sees("*✓ Like Song" if "*✓ Like Song" in user.text() else "»✓ Like Song")
        await user.keys("{end}dx")
        user.sees("Remove “Like Song”?")

    assert tell(story, catalog, (120, 40)).failure is None


async def drag(user: Robot, start: str, end: str) -> None:
    """From one row's line to another's, with the button down."""
    list_ = user.app.page.query_one("#event-list")  # type: ignore[union-attr]
    top = list_.region.y
    await user.pilot.mouse_down(list_, offset=(8, row_of(user, start) - top))
    await user.rest()
    await user.pilot.hover(list_, offset=(8, row_of(user, end) - top))
    await user.rest()


async def drop(user: Robot, end: str) -> None:
    list_ = user.app.page.query_one("#event-list")  # type: ignore[union-attr]
    await user.pilot.mouse_up(list_, offset=(8, row_of(user, end) - list_.region.y))
    await user.rest()


def test_the_mouse_takes_an_event_along(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await drag(user, "Play Song", "Like Song")
        user.sees("↕✓ Play Song", "→✓ Like Song")
        await drop(user, "Like Song")
        assert [name for name, _ in story_of(user)][2:4] == ["Like Song", "Play Song"]
        await drag(user, "Play Song", "Register")
        await drop(user, "Register")
        assert story_of(user)[0] == ("Play Song", "acquisition")
        user.sees("›✓ Play Song")
        await drag(user, "Play Song", "CONVERSION")
        await drop(user, "CONVERSION")
        assert story_of(user)[-2:] == [("Play Song", "conversion"), ("Start Checkout", "conversion")]
        await user.keys("{f9}{f9}{f9}")
        assert user.app.session.catalog is user.app.session.document.catalog

    assert tell(story, catalog).failure is None


def test_escape_puts_back_what_the_mouse_has_taken(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await drag(user, "Play Song", "Register")
        await user.keys("{escape}")
        user.sees_not("→")
        await drop(user, "Register")
        assert not user.app.session.dirty

    assert tell(story, catalog).failure is None


def test_an_event_of_ones_own_goes_before_behind_or_where_the_cursor_is(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("iSee Ad{tab}{escape}")
        assert story_of(user)[:2] == [("See Ad", "acquisition"), ("Register", "acquisition")]
        await user.keys("{end}aPay{tab}{escape}")
        assert story_of(user)[-1] == ("Pay", "conversion")

    assert tell(story, catalog, (120, 40)).failure is None


def test_events_are_found_by_the_campaigns_that_use_them(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{slash}welc")
        user.sees("✓ Register", "✓ Play Song")
        user.sees_not("✓ Log In", "✓ Like Song")

    assert tell(story, catalog).failure is None
