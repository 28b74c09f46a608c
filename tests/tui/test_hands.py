"""No key becomes data by surprise, and nothing typed is lost: what people did in a room, as stories."""

from pathlib import Path

import pytest
from textual.widgets import Input

from eventsmith.model import Campaign, Catalog, Event, Property
from eventsmith.store import canonical_toml
from eventsmith.tui.dialogs.pick_one import PickOne
from eventsmith.tui.widgets.rows import RowList
from tests.tui.robot import Robot, Story, tell
from tests.tui.test_pastes import paste

CATALOG = Catalog(
    name="Tunewave",
    industries=("music-streaming",),
    events=(
        Event(id="register", name="Register", stage="acquisition", when="The form is sent"),
        Event(id="playSong", name="Play Song", stage="engagement", properties=(Property(name="songName"),)),
        Event(id="likeSong", name="Like Song", stage="engagement"),
    ),
    campaigns=(
        Campaign(name="Welcome", trigger="register"),
        Campaign(name="Encore", trigger="playSong"),
    ),
)
MANY = Catalog(
    name="Many",
    events=tuple(
        Event(id=f"item{letter}{other}Submitted", name=f"Item {letter}{other} Submitted", stage="conversion")
        for letter in "ABCDEF"
        for other in "abcdefghij"
    ),
)
SIZES = [(80, 24), (120, 40)]


def shown(tmp_path: Path, story: Story, size: tuple[int, int] = (120, 40), catalog: Catalog = CATALOG) -> None:
    path = tmp_path / "tunewave.events.toml"
    path.write_text(canonical_toml(catalog))
    failure = tell(story, path, size).failure
    if failure is not None:
        raise failure


def is_in_text(user: Robot) -> bool:
    return isinstance(user.app.focused, Input)


@pytest.mark.parametrize("size", SIZES)
def test_undo_from_the_list_never_moves_the_keys_into_a_text(tmp_path: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2e New{tab}{tab} now{tab}{tab}because{escape}")
        edited = user.app.session.catalog
        for _ in range(3):
            await user.keys("{ctrl+z}")
            assert not is_in_text(user)
        assert not user.app.session.dirty
        await user.keys("uu")
        for _ in range(3):
            await user.keys("{ctrl+y}")
            assert not is_in_text(user)
        assert user.app.session.catalog is edited, "what was undone can be redone, whatever letters came between"

    shown(tmp_path, story, size)


def test_undo_of_many_names_leaves_the_keys_where_they_are(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("3f{enter}{f9}{f10}")
        after = user.app.session.catalog
        await user.keys("f")
        assert not is_in_text(user)
        assert user.app.session.catalog is after

    shown(tmp_path, story, (120, 40), MANY)


def test_undo_in_a_field_stays_there_and_on_another_page_goes_to_its_list(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2ex")
        field = user.app.focused
        await user.keys("{ctrl+z}")
        assert user.app.focused is field
        assert not user.app.session.dirty
        await user.keys("y{alt+5}{ctrl+z}")
        assert user.app.here in ("events", "names")
        assert not is_in_text(user)
        await user.keys("1{shift+tab}{shift+tab}Big{alt+2}{ctrl+z}")
        assert user.app.here == "goal"
        assert not is_in_text(user)

    shown(tmp_path, story)


def test_after_an_undone_paste_enter_takes_nothing(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("4{down}{tab}")
        await paste(user, "a\tstring\nb\tinteger\nc\tdate\n")
        assert len(user.app.session.catalog.events[1].properties) == 4
        await user.keys("{ctrl+z}{enter}{escape}")
        assert not user.app.session.dirty

    shown(tmp_path, story)


@pytest.mark.parametrize("page", ["2", "3", "5"])
def test_escape_in_a_field_keeps_the_text(tmp_path: Path, page: str) -> None:
    async def story(user: Robot) -> None:
        await user.keys(f"{page}e!!{{escape}}")
        assert user.app.session.dirty
        user.sees("!!")
        assert not is_in_text(user)
        await user.keys("{ctrl+z}")
        assert not user.app.session.dirty
        await user.keys("{ctrl+y}")
        assert user.app.session.dirty

    shown(tmp_path, story)


@pytest.mark.parametrize(
    "keys",
    [
        *(
            "5/welcome",
            "4/play",
            "1/mus",
            "1mus",
            "1zzz",
            "2/like{escape}",
            "6/x",
            "4{down}{tab}song",
            "5welcome{escape}",
        ),
        *(
            "2e{tab}acquisition{escape}",
            "5e{tab}{right}{escape}",
            "2e{tab}{tab}{tab}{left}{escape}",
            "4{down}{tab}{right}bool",
        ),
    ],
)
def test_letters_in_lists_and_at_closed_choices_change_nothing(tmp_path: Path, keys: str) -> None:
    async def story(user: Robot) -> None:
        before = user.app.session.catalog
        await user.keys(keys)
        if isinstance(user.app.screen, PickOne):
            await user.keys("{escape}")
        # “welcome” has an e, which goes to the details: what comes after it is typed where a cursor is seen.
        if "welcome" in keys and "/" not in keys:
            await user.keys("{ctrl+z}")
        assert user.app.session.catalog is before

    shown(tmp_path, story)


def test_a_slash_finds_in_every_list(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("5/enc")
        user.sees("/enc")
        await user.keys("{enter}")
        assert user.app.page is not None
        assert user.app.page.places_here() == (("campaigns", 1),)
        await user.keys("/zz")
        user.sees("nothing has this in it")
        await user.keys("{escape}4/like{enter}")
        assert user.app.page.places_here() == (("events", 2, "properties"),)
        await user.keys("/song{down}")
        assert user.app.page.places_here() == (("events", 1, "properties"),)
        await user.keys("{escape}")
        assert user.app.page.places_here() == (("events", 2, "properties"),), "Esc goes back to where one was"

    shown(tmp_path, story)


def test_letters_jump_to_what_starts_with_them(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("1tel")
        rows = user.app.focused
        assert isinstance(rows, RowList)
        assert rows.row is not None
        assert rows.row.cells[0].startswith("Tel")

    shown(tmp_path, story)


def test_a_cell_takes_back_on_escape_and_that_can_be_undone(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("4{down}{tab}{enter}X{escape}")
        user.sees("Took back “songNameX”", "songName")
        await user.keys("{ctrl+z}")
        assert user.app.session.catalog.events[1].properties[0].name == "songNameX"
        await user.keys("{ctrl+z}")
        assert not user.app.session.dirty

    shown(tmp_path, story)


def test_pages_are_gone_to_from_inside_a_field(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2e{alt+5}")
        assert user.app.here == "campaigns"
        await user.keys("e{ctrl+pagedown}")
        assert user.app.here == "review"
        await user.keys("{alt+left}")
        assert user.app.here == "campaigns"
        await user.keys("4{down}{tab}5")
        assert user.app.here == "campaigns", "a digit in the sheet is no text"
        assert not user.app.session.dirty

    shown(tmp_path, story)
