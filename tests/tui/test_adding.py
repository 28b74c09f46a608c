"""What is added to be filled in, and then left as it is, was never added."""

from pathlib import Path

import pytest

from tests.tui.robot import Robot, tell
from tests.tui.test_events import catalog, story_of  # noqa: F401  # a fixture

SIZES = [(80, 24), (120, 40)]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("keys", ["a{escape}", "i{escape}", "{end}a{escape}", "a{tab}{escape}"])
def test_an_event_that_is_left_at_once_leaves_nothing_behind(
    catalog: Path,  # noqa: F811
    size: tuple[int, int],
    keys: str,
) -> None:
    async def story(user: Robot) -> None:
        await user.keys(keys)
        assert user.app.session.catalog is user.app.session.document.catalog
        assert not user.app.session.undo_label
        assert not user.app.session.redo_label
        user.sees("Nothing was added", "5 of 20 events")
        assert user.app.screen.focused is not None
        assert user.app.screen.focused.id == "event-list"

    assert tell(story, catalog, size).failure is None


@pytest.mark.parametrize("leaving", ["{f8}", "{f7}", "{f2}{f8}"])
def test_it_goes_however_one_leaves(catalog: Path, leaving: str) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("a" + leaving)
        # What was saved is no longer nothing.
        assert len(story_of(user)) == (6 if "f2" in leaving else 5)
        assert not user.app.session.dirty

    assert tell(story, catalog, (120, 40)).failure is None


def test_what_has_been_given_anything_stays(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("aSee Ad{escape}")
        user.sees("See Ad")
        assert story_of(user)[1][0] == "See Ad"
        await user.keys("a{tab}{right}ret{enter}{escape}")
        assert len(story_of(user)) == 7, "it has a stage of its own choosing, though no name"
        await user.keys("{f9}{f9}{f9}{f9}")
        assert not user.app.session.dirty

    assert tell(story, catalog, (120, 40)).failure is None


def test_a_campaign_that_is_left_at_once_leaves_nothing_behind(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("5a{escape}")
        assert user.app.session.catalog is user.app.session.document.catalog
        await user.keys("aThanks{tab}{escape}")
        assert [campaign.name for campaign in user.app.session.catalog.campaigns][-1] == "Thanks"

    assert tell(story, catalog, (120, 40)).failure is None
