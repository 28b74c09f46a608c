"""The list and its details side by side: divided by key or mouse, kept for the next start, sane at every size."""

from pathlib import Path

from textual import events

from eventsmith.app_state import Memory, recall
from tests.tui.robot import Robot, tell
from tests.tui.test_events import catalog  # noqa: F401  # a fixture


def line_at(user: Robot) -> int:
    """The column of the line between the list and the details."""
    assert user.app.page is not None
    return user.app.screen.query_one(f"#{user.app.here} Divider").region.x


def test_the_line_moves_by_key_and_stays_there(catalog: Path, tmp_path: Path) -> None:  # noqa: F811
    kept = tmp_path / "memory.json"

    async def moves(user: Robot) -> None:
        await user.keys("5")
        at = line_at(user)
        await user.keys(">>")
        assert line_at(user) == at + 8
        await user.keys("<")
        assert line_at(user) == at + 4
        await user.keys("<" * 20)
        user.sees("It goes no further: one side would be too narrow")
        assert line_at(user) == 20
        await user.keys(">" * 30)
        assert line_at(user) == 120 - 1 - 40
        await user.keys("e<")
        assert user.app.session.catalog.campaigns[0].name == "Welcome<", "in a field it is text"
        await user.keys("{ctrl+z}{escape}{ctrl+q}")

    tell(moves, catalog, (120, 40), memory=Memory(kept))

    async def comes_back(user: Robot) -> None:
        assert user.app.here == "campaigns"
        assert line_at(user) == 120 - 1 - 40
        await user.pilot.resize_terminal(80, 24)
        await user.rest()
        user.sees("✓ Welcome")
        user.sees_not("Starts with")
        await user.keys(">")
        user.sees("There is no divider to move here")
        await user.pilot.resize_terminal(300, 50)
        await user.rest()
        assert line_at(user) > 190, "it keeps its part of the width"
        await user.keys("4")
        at = line_at(user)
        await user.keys(">")
        assert line_at(user) == at + 4, "each place is divided as one likes it there"
        await user.keys("{ctrl+q}")

    tell(comes_back, catalog, (120, 40), memory=recall(kept))
    assert set(recall(kept).shares) == {"campaigns", "properties"}


def test_the_mouse_takes_the_line_along(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("5")
        at = line_at(user)
        await user.pilot.mouse_down(offset=(at, 10))
        # Else the move may come to what is beneath it, before the line has taken the mouse.
        await user.rest()
        await user.pilot.hover(offset=(at + 13, 12))
        await user.rest()
        assert line_at(user) == at + 13
        await user.pilot.hover(offset=(2, 12))
        await user.rest()
        assert line_at(user) == 20
        await user.pilot.mouse_up(offset=(2, 12))
        await user.rest()
        await user.pilot.hover(offset=(60, 12))
        await user.rest()
        assert line_at(user) == 20, "the button is up"
        await user.keys("{down}")
        assert not user.app.session.dirty

    assert tell(story, catalog, (120, 40)).failure is None


def test_a_button_a_move_and_all_the_rest_may_come_at_once(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("5")
        at = line_at(user)

        def comes(kind: type[events.MouseEvent], x: int) -> None:
            button = 0 if kind is events.MouseMove else 1
            event = kind(None, x, 12, 0, 0, button, False, False, False, screen_x=x, screen_y=12)
            event.set_sender(user.app)
            user.app.post_message(event)

        for start, end in ((at, at + 13), (at + 13, at + 5)):
            comes(events.MouseDown, start)
            comes(events.MouseMove, end)
            comes(events.MouseUp, end)
            comes(events.MouseMove, 70)
            await user.rest()
            assert line_at(user) == end
            assert user.app.mouse_captured is None

    assert tell(story, catalog, (120, 40)).failure is None


def test_the_sheet_of_properties_gets_more_room_at_80_columns(catalog: Path) -> None:  # noqa: F811
    async def story(user: Robot) -> None:
        await user.keys("4")
        at = line_at(user)
        await user.keys("<<")
        assert line_at(user) == 20 < at
        await user.pilot.resize_terminal(60, 16)
        await user.rest()
        assert line_at(user) == 20

    assert tell(story, catalog, (80, 24)).failure is None


def test_what_cannot_be_a_part_of_the_width_is_forgotten(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    for shares in ('{"events": 400}', '{"events": "x"}', "[]", '{"events": true}'):
        path.write_text(f'{{"theme": "", "files": {{}}, "shares": {shares}}}')
        assert recall(path).shares in ({}, {"events": True})
    path.write_text('{"theme": "ansi-dark", "files": {}}')
    assert recall(path).theme == "ansi-dark"
