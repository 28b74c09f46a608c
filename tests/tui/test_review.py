"""Stories of the review page: reading and fixing what is wrong, the journey as a map, and what to do with it then."""

from pathlib import Path

import pytest

from eventsmith.edits.names import rename_event
from eventsmith.model import Campaign, Catalog, Event, Property
from eventsmith.session.new import new_catalog
from eventsmith.store import canonical_toml
from eventsmith.tui.dialogs.slide import Slide
from eventsmith.tui.flows.journey import copy_picture
from eventsmith.tui.views.row import Row, RowKey
from eventsmith.tui.widgets.journey import JourneyMap
from eventsmith.tui.widgets.wrapped_rows import MOST, WrappedRows
from tests.tui.fake_host import FakeHost
from tests.tui.robot import Robot, tell

WRONG = Catalog(
    name="Wrong",
    destinations=("infobip",),
    events=(
        Event(id="playSong", name="Play Song", stage="engagement", properties=(Property(name="email"),)),
        Event(id="share-song", name="Share Song", stage="advocacy"),
    ),
    campaigns=(Campaign(name="Share it", trigger="playSong", goal_event="share-song", goal_within="3 days"),),
)


def _file(tmp_path: Path, catalog: Catalog) -> Path:
    path = tmp_path / "x.events.toml"
    path.write_text(canonical_toml(catalog))
    return path


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    return _file(tmp_path, new_catalog(["music-streaming"], None, "verb-noun", "Tunewave"))


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return _file(tmp_path, WRONG)


async def _click(user: Robot, text: str, *, below: int = 0) -> None:
    """Clicks on the last cell of a text where it is first on the screen."""
    y = next(number for number, line in enumerate(user.lines()) if text in line and number >= below)
    await user.pilot.click(offset=(user.lines()[y].index(text) + len(text) - 1, y))
    await user.rest()


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_issues_are_there_in_full_and_in_words(wrong: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}")
        user.sees("“email” describes the person, not")
        user.sees_not("events[", "…")
        await user.keys("{g}{end}{home}")
        user.sees("✗ Share Song: ID: Infobip does not")

    tell(story, wrong, size)


def test_an_issue_on_several_lines_is_one_row_for_keys_and_mouse(wrong: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}")
        issues = user.app.query_one("#issue-list", WrappedRows)
        row = next(row for row in map(issues.rows.__getitem__, range(len(issues.rows))) if row.follows)
        await _click(user, row.cells[0].strip()[:20].strip())
        assert issues.row is not None
        assert issues.row.key == row.key._replace(within=-1)
        assert [issues.is_here(number) for number in range(issues.cursor, issues.cursor + 2)] == [True, True]
        await _click(user, row.cells[0].strip()[:20].strip())
        assert user.app.here != "review"

    tell(story, wrong, (120, 40))


def test_slash_finds_what_is_on_any_line_of_an_issue(wrong: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}{/}profile{enter}")
        issues = user.app.query_one("#issue-list", WrappedRows)
        assert issues.row is not None
        assert "“email” describes" in issues.row.cells[0]

    tell(story, wrong, (120, 40))


def test_the_issue_under_the_cursor_is_shown_on_the_map(wrong: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}{end}")
        issue_key = user.app.query_one(JourneyMap).key
        assert issue_key in (RowKey("event", 1), RowKey("campaign", 0))
        await user.keys("{home}")
        assert user.app.query_one(JourneyMap).key == RowKey("event", 0)

    tell(story, wrong, (120, 40))


def test_more_issues_than_one_reads_are_not_wrapped() -> None:
    rows = WrappedRows()
    rows._wrapped_for = 20
    rows.show_rows([Row(RowKey("line", number), ("word " * 9,)) for number in range(MOST + 1)])
    assert len(rows.rows) == MOST + 1


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (140, 40)])
def test_the_arrows_go_from_event_to_event_and_open_one(clean: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}")
        user.sees("✓ Nothing to fix", "18 events, 65 facts, 8 campaigns", "● Register")
        await user.keys("{down}")
        assert user.app.query_one(JourneyMap).place == ("campaigns", 0)
        await user.keys("{up}{right}{enter}")
        assert user.app.here == "events"
        user.sees("Log In")
        await user.keys("{6}{home}{down}{enter}")
        assert user.app.here == "campaigns"
        user.sees("Welcome")
        await user.keys("{6}{end}")
        user.sees("Refer Friend")

    tell(story, clean, size)


@pytest.mark.parametrize("size", [(80, 24), (140, 40)])
def test_a_click_selects_and_another_opens(clean: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}")
        await _click(user, "○ Log In")
        assert user.app.query_one(JourneyMap).place == ("events", 1)
        await _click(user, "✉ Welcome")
        assert user.app.query_one(JourneyMap).place == ("campaigns", 0)
        await _click(user, "✉ Welcome")
        assert user.app.here == "campaigns"

    tell(story, clean, size)


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_the_buttons_work_by_keys_and_mouse(clean: Path, size: tuple[int, int]) -> None:
    copied: list[str] = []

    async def story(user: Robot) -> None:
        user.app.copy_to_clipboard = copied.append  # type: ignore[method-assign, assignment]
        await user.keys("{6}{tab}{tab}{enter}")
        user.sees("Export as json-schema to which file?")
        await user.keys("{escape}")
        await _click(user, "For reading")
        user.sees("Export as markdown to which file?")
        await user.keys("{escape}")
        await _click(user, "Copy picture")
        user.sees("Copied the journey as text")
        await user.keys("{c}")
        await _click(user, "Save", below=4)
        await user.comes_to_see("Saved ", "x.events.toml")

    tell(story, clean, size)
    assert copied[0] == copied[1]
    assert "✉ Welcome, at once ━━" in copied[0]
    assert "ACQUISITION ━" in copied[0]


@pytest.mark.parametrize("size", [(60, 16), (80, 24), (120, 40)])
def test_the_slide_is_looked_around_in_opened_and_left(clean: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}{v}")
        assert isinstance(user.app.screen, Slide)
        user.sees("Tunewave", "● Register", "Esc closes")
        user.sees_not("Copy picture")
        await user.keys("{down}")
        user.sees("When someone registers, send “Welcome” at once.")
        await user.keys("{escape}")
        user.sees("Copy picture")
        await user.keys("{v}{pagedown}{end}{up}{enter}")
        assert user.app.here == "events"
        user.sees("Rate App")

    tell(story, clean, size)


def test_without_events_there_is_nothing_to_copy(tmp_path: Path) -> None:
    host = FakeHost()
    copy_picture(host)
    assert host.said == ["There is no journey yet: take an event first"]
    assert host.clipboard == ""


def test_the_map_follows_what_is_edited(wrong: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{6}")
        user.sees("● Play Song")
        session = user.app.session
        session.do(rename_event(session.catalog, ("events", 0), "Play Album"))
        await user.rest()
        user.sees("● Play Album")
        await user.keys("{f9}")
        user.app.visit("review")
        await user.rest()
        user.sees("● Play Song")

    tell(story, wrong, (120, 40))
