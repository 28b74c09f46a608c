"""Marking many events at once: a range by Shift and arrows or a click, what is offered, and all of it as one step."""

import re
from pathlib import Path

import pytest

from eventsmith.tui.widgets.board import StoryBoard
from tests.tui.robot import PRESETS, Robot, downs_to, tell
from tests.tui.test_events import catalog, row_of, story_of  # noqa: F401  # a fixture


def marked(user: Robot) -> list[str]:
    """The names of what is marked, in the order of the story."""
    names = re.findall(r"[*»][✓!✗·○★] (.+?)(?: {2,}|[✉◎│┃])", user.text())
    rows = user.app.screen.query_one(StoryBoard).rows
    story = [rows[number].cells[0] for number in range(len(rows))]
    return [name for name in story if any(name.startswith(seen.rstrip("…")) for seen in names)]


def names(user: Robot) -> list[str]:
    return [name for name, _ in story_of(user)]


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_a_range_is_marked_with_shift_and_shrinks_again(catalog: Path, size: tuple[int, int]) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("{down}{shift+down}{shift+down}")
        assert marked(user) == ["Log In", "Play Song", "Like Song"]
        await user.keys("{shift+up}")
        assert marked(user) == ["Log In", "Play Song"]
        await user.keys("{shift+up}{shift+up}")
        assert marked(user) == ["Register", "Log In"]
        # A range that is begun elsewhere comes to what is marked.
        await user.keys("{end}{shift+up}")
        assert marked(user) == ["Register", "Log In", "Like Song", "Start Checkout"]
        await user.keys("l")
        user.sees("4 events: which status?")
        await user.keys("live{enter}{escape}")
        assert [event.status for event in user.app.session.catalog.events].count("live") == 4
        user.sees_not("marked")
        await user.keys("{home}{ctrl+down}")
        assert names(user)[0] == "Register", "there is no other of its stage"
        assert user.app.session.catalog.events[0].stage == "activation"

    assert tell(story, catalog, size).failure is None


def test_the_mouse_marks_to_a_row_with_shift_and_one_with_control(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        list_ = user.app.page.query_one("#event-list")  # type: ignore[union-attr]

        async def click(text: str, *, shift: bool = False, control: bool = False) -> None:
            offset = (8, row_of(user, text) - list_.region.y)
            await user.pilot.click(list_, offset=offset, shift=shift, control=control)
            await user.rest()

        await click("Log In")
        await click("Like Song", shift=True)
        assert marked(user) == ["Log In", "Play Song", "Like Song"]
        await click("Play Song", control=True)
        assert marked(user) == ["Log In", "Like Song"]
        await click("Start Checkout", control=True)
        assert marked(user) == ["Log In", "Like Song", "Start Checkout"]
        assert not user.app.session.dirty

    assert tell(story, catalog).failure is None


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
def test_offered_events_are_marked_and_taken_as_one_step(size: tuple[int, int], tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{tab}" + downs_to("e-commerce", PRESETS) + "{space}{f8}")
        before = user.app.session.catalog
        await user.keys("{shift+down}{shift+down}")
        user.sees("* 3 marked:", "Space take the 3 offered")
        await user.keys("t")
        user.sees("Only events in your catalog can be changed; Space takes the marked ones")
        await user.keys("{space}")
        assert len(names(user)) == 3
        user.sees("Done: take 3 events. Ctrl+Z undoes it")
        user.sees_not("marked")
        await user.keys("{f9}")
        assert user.app.session.catalog is before
        await user.keys("{home}M{space}")
        everything = len(names(user))
        assert everything > 10
        await user.keys("{home}M")
        user.sees(f"* {everything} marked:", "t stage")
        await user.keys("{escape}{f9}")
        assert user.app.session.catalog is before

    assert tell(story, size=size).failure is None


def test_what_is_found_in_other_presets_is_taken_with_the_rest(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{tab}{tab}" + downs_to("e-commerce", PRESETS) + "{space}{f8}m")
        await user.keys("{slash}song{enter}")
        await user.keys("{down}m")
        user.sees("* 2 marked:")
        await user.keys("{space}")
        assert len(names(user)) == 2
        await user.keys("{f9}")
        assert not names(user)

    assert tell(story).failure is None


def test_events_are_parked_as_ideas_and_taken_up_again_by_a_key(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        def statuses() -> list[str]:
            return [event.status for event in user.app.session.catalog.events]

        await user.keys("{down}I")
        await user.comes_to_see("park “Log In” as an idea", "4 of 20 events")
        assert (statuses().count("idea"), user.app.session.catalog.format) == (1, 2)
        await user.keys("{shift+down}I")
        await user.comes_to_see("park “Play Song” as an idea")
        await user.keys("I")
        await user.comes_to_see("take up 2 events")
        assert set(statuses()) == {"planned"}
        await user.keys("{escape}{ctrl+z}")
        assert statuses().count("idea") == 2
        await user.keys("{home}l")
        await user.keys("live{enter}I")
        user.sees("Only a planned event can be an idea: code sends this one already")
        await user.keys("/status:idea")
        await user.comes_to_see("Log In", "Play Song")
        user.sees_not("Like Song")

    assert tell(story, catalog).failure is None
