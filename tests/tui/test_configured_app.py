"""The app as a person has set it, and what it remembers."""

import json
from pathlib import Path

import pytest
from textual.color import Color

from eventsmith.app_state import Memory, recall
from eventsmith.settings import Settings
from eventsmith.store import canonical_toml, read_bytes
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.flows.appearance import own_settings
from eventsmith.tui.themes import COLOURS, THEMES
from eventsmith.tui.views.help import settings_chapters
from tests.tui.robot import Robot, tell
from tests.tui.test_pastes import paste

CATALOG = b"""format = 1
name = "Tunewave"
[[events]]
id = "playSong"
name = "Play Song"
stage = "engagement"
"""


def catalog(folder: Path, name: str = "tunewave.events.toml") -> Path:
    path = folder / name
    path.write_text(canonical_toml(read_bytes(CATALOG).catalog))
    return path


def test_own_keys_work_beside_ours_and_are_the_ones_shown(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        user.sees("n add")
        await user.keys("nMore{tab}{escape}")
        assert len(user.app.session.catalog.events) == 2
        await user.keys("aMore{tab}")
        assert len(user.app.session.catalog.events) == 3
        await user.keys("{escape}{ctrl+g}{ctrl+g}")
        assert len(user.app.session.catalog.events) == 2
        await user.keys("{ctrl+t}")
        user.sees("High contrast, light")

    keys = {"events.add": ("n",), "undo": ("ctrl+g",), "theme": ("ctrl+t",)}
    assert tell(story, catalog(tmp_path), (120, 40), settings=Settings(keys=keys)).failure is None


OWN_KEYS = {
    "save": ("ctrl+g",),
    "undo": ("ctrl+t",),
    "fix": ("z",),
    "goal": ("0",),
    "events": ("E",),
    "events.add": ("n",),
    "events.mark": ("+",),
    "names.spare": ("ctrl+x",),
    "properties.pick": ("p", "ctrl+k"),
    "campaigns.add": ("insert",),
    "campaigns.remove": ("alt+d",),
}


def test_texts_name_the_keys_that_one_has_set(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("2")
        user.sees("under 0 Goal", "press N to add")
        await user.keys("{f1}")
        user.sees("+ marks events with *", "/ finds events")
        await user.keys("{escape}3")
        user.sees("once there are events: Shift+E Events")
        await user.keys("4")
        user.sees("Shift+E Events")
        await user.keys("5")
        user.sees("Insert adds one.")
        await user.keys("{space}")
        user.sees("Insert adds a campaign of your own")
        await user.keys("{insert}Hello{tab}")
        user.sees("Name Hello")
        await user.keys("{escape}{space}")
        user.sees("It is already in your catalog; Alt+D removes it")
        await user.keys("{f1}")
        user.sees("In a condition, Alt+D removes it, Shift+Up and Shift+Down")
        await user.keys("{escape}d")
        user.sees("Removed “Hello”. Ctrl+T undoes it")
        await user.keys("2nplay song{tab}{escape}3")
        # A letter would be text in the field that has the keys.
        user.sees("F4")
        user.sees_not("Z ")
        await user.keys("{f1}leaves alone")
        user.sees("Ctrl+X leaves alone")
        await user.keys("{escape}4{tab}amount{tab}{right}{right}")
        await paste(user, "x")
        user.sees("Ctrl+K ticks it")
        await user.keys("{f8}{f8}{f8}")
        user.sees("This is the last page: Ctrl+G saves")
        await user.keys("{f1}fixes one issue")
        user.sees("F4 fixes one issue", "Ctrl+G saves.")

    path = tmp_path / "empty.events.toml"
    path.write_text('format = 1\nname = "Empty"\n')
    failure = tell(story, path, (120, 40), settings=Settings(keys=OWN_KEYS)).failure
    if failure is not None:
        raise failure


def test_plain_signs_leave_no_other_on_the_screen(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        for place in "123456":
            await user.keys(place)
            assert all(line.isascii() for line in user.lines()), user.lines()
        await user.keys("{question_mark}")
        assert all(line.isascii() for line in user.lines())

    tell(story, catalog(tmp_path), settings=Settings(ascii=True))


def test_a_theme_is_chosen_and_remembered(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "kept" / "memory.json")

    async def story(user: Robot) -> None:
        await user.app.action_run("theme")
        await user.rest()
        user.sees("High contrast", "ours (yours)")
        await user.keys("ours ({enter}")
        assert user.app.theme == "ours"
        user.app.end(0)

    own = {"ours": {"primary": "#8839ef", "background": "#ffffff"}}
    tell(story, catalog(tmp_path), settings=Settings(themes=own), memory=memory)
    assert recall(tmp_path / "kept" / "memory.json").theme == "ours"
    assert (tmp_path / "kept" / "memory.json").stat().st_mode & 0o777 == 0o600


def test_a_theme_shows_while_the_cursor_is_on_it_and_goes_with_esc(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "memory.json")

    async def story(user: Robot) -> None:
        await user.app.action_run("theme")
        await user.rest()
        before = user.app.theme
        await user.keys("solarized{down}")
        assert user.app.theme == "solarized-light"
        await user.keys("zzz")
        assert user.app.theme == "solarized-light"
        await user.keys("{escape}")
        assert user.app.theme == before
        assert memory.theme == ""

    assert tell(story, catalog(tmp_path), memory=memory).failure is None


def test_a_file_opens_where_one_left_it_and_the_last_ones_are_offered(tmp_path: Path) -> None:
    kept = tmp_path / "memory.json"
    first, second = catalog(tmp_path), catalog(tmp_path, "other.toml")

    async def leaves(user: Robot) -> None:
        await user.keys("4")
        user.app.end(0)

    tell(leaves, first, memory=recall(kept))

    async def comes_back(user: Robot) -> None:
        assert user.app.here == "properties"
        await user.keys("{escape}{ctrl+o}")
        user.sees("Open which catalog?", "tunewave.events.toml", "A new catalog")
        await user.keys("zzz")
        user.sees("Nothing has this in it")
        await user.keys("{backspace}{backspace}{backspace}tunewave{enter}")
        assert user.app.path == first

    tell(comes_back, first, memory=recall(kept))
    assert recall(kept).recent() == [first]

    async def another(user: Robot) -> None:
        await user.keys("d{escape}{ctrl+o}")
        await user.keys("tunewave{enter}")
        user.sees("There are unsaved changes")
        await user.keys("{right}{right}{enter}")
        assert user.app.path == first
        assert user.app.here == "properties"

    tell(another, second, memory=recall(kept))


def test_a_damaged_memory_is_begun_anew(tmp_path: Path) -> None:
    path = tmp_path / "memory.json"
    for text in ("", "[]", "{", '{"theme": 3, "files": {}}', '{"theme": "", "files": {"a": 1}}', "[" * 100_000):
        path.write_text(text)
        assert recall(path) == Memory(path)
    memory = Memory(path)
    for number in range(100):
        memory.note(Path(f"/x/{number}.toml"), "goal")
    memory.keep()
    assert len(json.loads(path.read_text())["files"]) == 30


def test_reading_again_shows_what_is_on_disk(tmp_path: Path) -> None:
    path = catalog(tmp_path)

    async def story(user: Robot) -> None:
        path.write_text(path.read_text().replace("Play Song", "Skip Song"))
        await user.app.action_run("reload")
        await user.comes_to_see("Skip Song", "Reloaded ")
        assert not user.app.session.dirty

    tell(story, path)


def test_an_event_is_copied(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("y")
        user.sees("Copy “Play Song” as")
        await user.keys("json{enter}")
        assert json.loads(user.app.clipboard)["id"] == "playSong"
        user.sees("Copied “Play Song” as JSON")

    tell(story, catalog(tmp_path))


def test_a_place_asked_for_while_the_file_opens_is_gone_to(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        assert user.app.here == "names"

    tell(story, catalog(tmp_path), early="3")


def test_a_mistake_in_the_settings_stays_said_until_it_is_gone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path / "config"))
    file = tmp_path / "config" / "eventsmith" / "settings.toml"
    file.parent.mkdir(parents=True)
    file.write_text('[keys]\nnext = "n"\nzoom = "z"\n')

    async def story(user: Robot) -> None:
        user.sees("settings.toml:2:1: “next” is not an action; did you mean “next-place”? (and 1 more)")
        user.sees("saved, 2 mistakes in the settings")
        await user.keys("{f8}{f7}3")
        user.sees("saved, 2 mistakes in the settings")
        await user.keys("{ctrl+p}mistakes{enter}")
        user.sees("2 mistakes in it", "✗ settings.toml:2:1: “next”", "settings.toml:3:1: “zoom” is not an action")
        file.write_text('[keys]\nnext-place = "n"\n')
        await user.keys("{escape}{ctrl+p}settings{enter}")
        user.sees("Nothing is wrong in it any more")
        user.sees_not("mistakes in the settings")

    tell(story, catalog(tmp_path), (160, 40), settings=own_settings())


def test_all_settings_there_are_are_shown() -> None:
    text = "\n".join(passage.whole for chapter in settings_chapters(()) for passage in chapter.passages)
    assert all(name in text for name in (*THEMES, *COLOURS, *(action.name for action in ACTIONS)))


def test_the_place_one_is_at_can_be_read_in_any_theme(tmp_path: Path) -> None:
    async def story(user: Robot) -> None:
        for theme in ("textual-dark", "textual-light", "high-contrast", "nord"):
            user.app.theme = theme
            await user.rest()
            line = user.app.screen._compositor.render_strips()[1]
            style = next(part.style for part in line if part.style is not None and "Events" in part.text)
            assert style.color is not None
            assert style.bgcolor is not None
            shades = [Color.from_rich_color(one).brightness for one in (style.color, style.bgcolor)]
            assert abs(shades[0] - shades[1]) > 0.4, theme

    tell(story, catalog(tmp_path))
