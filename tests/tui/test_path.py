"""The guided path as its users walk it."""

import asyncio
from pathlib import Path

import pytest

from eventsmith.formats import all_formats
from eventsmith.store import read_file
from eventsmith.tui.app import EventsmithApp
from tests.tui.robot import DESTINATIONS, PRESETS, Robot, downs_to, tell
from tests.tunewave import CATALOG


# At 80×24 it is walked in a real terminal.
@pytest.mark.parametrize("size", [pytest.param((80, 24), marks=pytest.mark.deep), (120, 40)])
def test_from_nothing_to_a_saved_file(folder: Path, size: tuple[int, int]) -> None:
    async def story(user: Robot) -> None:
        user.sees("Which industries?", "Music streaming", "Activate new customers", "Infobip")
        await user.keys("Tunewave{tab}{tab}" + downs_to("music-streaming", PRESETS) + "{space}{tab}{space}")
        await user.keys("{tab}" + downs_to("infobip", DESTINATIONS) + "{space}")
        await user.keys("{f8}")
        user.sees("0 of 20 events", "ACQUISITION" if size == (80, 24) else "Acquisition", "★ Register", "Welcome")
        await user.keys("{space}{down}{space}")
        user.sees("2 of 20 events")
        await user.keys("{f8}{f}")
        user.sees("Registered")
        await user.keys("{enter}")
        user.sees("2 names changed")
        await user.keys("{f8}{a}email")
        user.sees("“email” describes the person")
        await user.keys("{escape}")
        user.sees_not("describes the person")
        await user.keys("{f8}{space}")
        user.sees("✓ Welcome")
        await user.keys("{f8}")
        user.sees("Copy picture", "● Registered")
        await user.keys("{f2}")
        user.sees("Save the catalog to which file?", "tunewave.events.toml")
        await user.keys("{enter}")
        await user.comes_to_see("Saved tunewave.events.toml")

    tell(story, size=size)
    catalog = read_file(folder / "tunewave.events.toml").catalog
    assert catalog.name == "Tunewave"
    assert catalog.goals == ("activate",)
    assert catalog.destinations == ("infobip",)
    assert catalog.naming.form == "noun-verb-past"
    assert {"registered", "loggedIn"} <= {event.id for event in catalog.events}
    assert [campaign.name for campaign in catalog.campaigns] == ["Welcome"]
    assert catalog.campaigns[0].trigger == "registered"
    assert not any(prop.name == "email" for event in catalog.events for prop in event.properties)


def test_an_existing_file_keeps_all_that_was_not_touched(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        user.sees("Tunewave", "✓ Play Song", "✓ Share Song")
        await user.keys("{4}{tab}{enter}{end}Of{f9}")
        user.sees("Undid: rename “songName”")
        await user.keys("{f10}{f2}")
        await user.comes_to_see("Saved")

    tell(story, catalog, (120, 40))
    assert catalog.read_text() == CATALOG.replace('"songName"', '"songNameOf"')


def test_a_form_that_changes_no_name_is_said_to_be_set(folder: Path) -> None:
    path = folder / "a.events.toml"
    path.write_text('format = 1\n[[events]]\nid = "register"\nname = "Register"\n')

    async def story(user: Robot) -> None:
        await user.keys("{3}fff{enter}")
        user.sees("The form is noun-verb now. Ctrl+Z undoes it")

    tell(story, path)


def test_a_rename_that_is_taken_back_leaves_one_with_the_names(catalog: Path) -> None:
    """Though campaigns point at what it renamed."""

    async def story(user: Robot) -> None:
        await user.keys("{3}fff{enter}")
        user.sees("noun-verb, now", "2 names changed. Ctrl+Z undoes it")
        await user.keys("{f9}")
        user.sees("Undid: put names into the form noun-verb", "2 names change")
        await user.keys("t")
        user.sees("1 name changes")
        await user.keys("{f9}")
        user.sees("Undid: rename “Play Song”", "2 names change")

    tell(story, catalog, (120, 40))


def test_what_is_typed_is_judged_at_each_key_and_put_right_by_one(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{a}Son")
        user.sees_not("should be")
        await user.keys("g Liked")
        user.sees("“Song Liked” should be “Like Song”", "F4 rename to “Like Song”")
        await user.keys("{f4}")
        user.sees_not("should be")
        assert user.app.session.catalog.events[1].name == "Like Song"
        assert user.app.session.catalog.events[1].id == "likeSong"
        await user.keys("{f9}")
        assert user.app.session.catalog.events[1].name == "Song Liked"

    tell(story, catalog, (120, 40))


def test_escape_leaves_a_field_and_keeps_what_was_typed(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{3}{e}zzz")
        user.sees("Play Songzzz")
        await user.keys("{escape}")
        user.sees("Play Songzzz")
        await user.keys("{ctrl+z}")
        user.sees_not("zzz")
        assert not user.app.session.dirty

    tell(story, catalog)


def test_a_live_events_id_and_old_name_stay(catalog: Path) -> None:
    catalog.write_text(CATALOG.replace('stage = "engagement"', 'stage = "engagement"\nstatus = "live"'))

    async def story(user: Robot) -> None:
        await user.keys("{3}{f}{enter}")
        played = user.app.session.catalog.events[0]
        assert (played.name, played.id, played.aliases) == ("Song Played", "playSong", ("Play Song",))
        await user.keys("{f9}")
        assert user.app.session.catalog is user.app.session.document.catalog

    tell(story, catalog)


def test_leaving_with_unsaved_work_asks(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{d}{ctrl+q}")
        user.sees("There are unsaved changes", "Save and leave", "Leave without saving")
        await user.keys("{escape}")
        user.sees_not("not saved.")
        await user.keys("{ctrl+q}{enter}")
        await user.waits(lambda: user.app.return_code is not None, "an end")

    app = tell(story, catalog)
    assert app.return_code == 0
    assert "Play Song" not in catalog.read_text()


def test_a_failing_save_says_so_and_loses_nothing(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{d}")
        catalog.write_text("format = 1\n# somebody was here\n")
        await user.keys("{f2}")
        await user.comes_to_see("Somebody else has changed", "Merge and save", "Go on", "Overwrite")
        await user.keys("{escape}")
        user.sees("your work is kept here")
        assert user.app.session.dirty
        await user.keys("{f12}{ctrl+u}other.events.toml{enter}")
        await user.comes_to_see("Saved other.events.toml")

    tell(story, catalog)
    assert "somebody was here" in catalog.read_text()
    assert "Share Song" in (catalog.parent / "other.events.toml").read_text()


def test_a_file_with_unknown_keys_is_shown_and_not_changed(catalog: Path) -> None:
    catalog.write_text(CATALOG + 'statsu = "live"\n')

    async def story(user: Robot) -> None:
        user.sees("This file is read-only here", "statsu")
        await user.keys("{2}{d}")
        user.sees("Nothing can be changed here")
        assert len(user.app.session.catalog.events) == 2

    tell(story, catalog)


def test_a_file_that_cannot_be_read_ends_with_its_message(folder: Path) -> None:
    path = folder / "broken.events.toml"
    path.write_text("format = \n")

    status, said = ended(path)
    assert status == 2
    assert "broken.events.toml:1" in said


def ended(path: Path) -> tuple[int | None, str]:
    """How the app ends by itself that is started with a file: its status, and what it leaves on the terminal."""
    app = EventsmithApp(path)

    async def run() -> None:
        async with app.run_test(size=(80, 24)) as pilot:
            while app.return_code is None:
                await pilot.pause(0.01)

    asyncio.run(run())
    return app.return_code, app.farewell


def test_the_story_is_put_in_order_by_keys(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("J")
        event = user.app.session.catalog.events[0]
        assert (event.name, event.stage) == ("Play Song", "conversion")
        await user.keys("JJ")
        assert [event.name for event in user.app.session.catalog.events] == ["Play Song", "Share Song"]
        await user.keys("J")
        assert [event.name for event in user.app.session.catalog.events] == ["Share Song", "Play Song"]
        await user.keys("J")
        user.sees("It is at the end of the story")

    tell(story, catalog)


def test_finding_shows_only_what_has_the_text(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{slash}share")
        user.sees("✓ Share Song")
        user.sees_not("✓ Play Song")
        await user.keys("{escape}")
        user.sees("✓ Play Song")

    tell(story, catalog)


def test_the_mouse_does_what_keys_do(folder: Path) -> None:
    async def story(user: Robot) -> None:
        lines = user.lines()
        row = next(number for number, line in enumerate(lines) if "Music streaming" in line)
        await user.pilot.click(offset=(lines[row].index("○") + 0, row))
        await user.rest()
        assert user.app.session.catalog.industries == ("music-streaming",)
        await user.pilot.click(offset=(lines[1].index("2 Events") + 2, 1))
        await user.rest()
        user.sees("ACQUISITION", "○ Register")
        lines = user.lines()
        row = next(number for number, line in enumerate(lines) if "Register" in line)
        await user.pilot.click(offset=(lines[row].index("○"), row))
        await user.rest()
        user.sees("✓ Register")
        lines = user.lines()
        row = next(number for number, line in enumerate(lines) if "/ find" in line)
        await user.pilot.click(offset=(lines[row].index("/ find"), row))
        await user.rest()
        assert user.app.focused is not None
        assert user.app.focused.id == "find", "a click on a key works like the key"

    tell(story)


def test_a_terminal_that_is_too_small_says_so_and_recovers(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.pilot.resize_terminal(40, 10)
        await user.rest()
        user.sees("needs 60 columns")
        await user.pilot.resize_terminal(80, 24)
        await user.rest()
        user.sees("✓ Play Song")
        user.sees_not("needs 60 columns")

    tell(story, catalog)


def test_going_somewhere_twice_at_once_is_going_there(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        for name in ("names", "properties", "names", "properties", "campaigns", "names"):
            user.app.visit(name)
        await user.rest()
        await user.rest()
        user.sees("2 fit")
        assert user.app.here == "names"

    tell(story, catalog)


def test_names_are_put_into_a_form_but_for_exceptions_and_each_with_its_reason(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{3}{f}")
        user.sees("2 names change", "“Play Song” → “Song Played”: “Play” is")
        await user.keys("{x}")
        user.sees("1 name changes · 1 excepted", "– Play Song")
        await user.keys("{enter}")
        names = [event.name for event in user.app.session.catalog.events]
        assert names == ["Play Song", "Song Shared"]
        await user.keys("{a}{down}{t}")
        user.sees("stays as it is")
        await user.keys("{f9}")
        assert user.app.session.catalog is user.app.session.document.catalog

    tell(story, catalog)


def test_review_leads_to_the_very_field_puts_right_and_exports(catalog: Path) -> None:
    catalog.write_text(
        CATALOG.replace('name = "Share Song"', 'name = "Song Shared"').replace('"songName"', '"SongName"')
    )

    async def story(user: Robot) -> None:
        await user.keys("{6}")
        user.sees("1 error, 1 warning", "“SongName” starts with “S”")
        await user.keys("{r}")
        user.sees("property-starts-wrong", "Bad:", "Good:")
        await user.keys("{escape}{enter}")
        assert user.app.here == "properties"
        user.sees("✗ “SongName” starts with “S”")
        await user.keys("{f4}")
        assert user.app.session.catalog.events[0].properties[0].name == "songName"
        await user.keys("{f9}")
        user.app.visit("review")
        await user.rest()
        await user.keys("{f5}")
        user.sees("2 issues can be fixed without a change of meaning")
        await user.keys("{enter}")
        user.sees("Fixed 2 issues", "Ready to save")
        await user.keys("{f9}")
        assert not user.app.session.dirty
        await user.keys("{f6}{down}{enter}")
        user.sees("Export as")
        await user.keys("{enter}")
        await user.comes_to_see("Wrote")

    tell(story, catalog, (120, 40))
    written = [path for path in catalog.parent.iterdir() if path != catalog]
    assert len(written) == 1
    assert "playSong" in written[0].read_text()


def test_the_palette_finds_actions_and_goes_to_what_is_typed(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{ctrl+p}")
        await user.comes_to_see("On every page", "Write the catalog to its file F2")
        await user.keys("songname")
        await user.comes_to_see("In your catalog", "property of Play Song")
        await user.keys("{enter}")
        await user.waits(lambda: user.app.here == "properties", "the page of properties")

    tell(story, catalog, (120, 40))


def test_page_keys_in_a_palette_that_finds_nothing_do_nothing(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        for keys in ("{ctrl+p}", "[["):
            await user.keys(keys)
            for _ in range(3):
                await user.keys("{pagedown}{pageup}")
        await user.keys("{escape}")

    assert tell(story, catalog).failure is None


def test_help_names_every_key_that_works_here(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{question_mark}")
        user.sees("Help: Events", "Take the event into the catalog", "Keys of every page")
        await user.keys("{escape}")
        user.sees_not("Help: Events")

    tell(story, catalog, (120, 40))


def test_keys_do_not_stay_in_a_form_whose_thing_is_undone(catalog: Path) -> None:
    async def story(user: Robot) -> None:
        await user.keys("{5}{a}{tab}{right}{down}{enter}")
        assert len(user.app.session.catalog.campaigns) == 1
        await user.keys("{f9}{f9}{f9}")
        assert not user.app.session.dirty
        await user.keys("{right}g{tab}x")
        assert user.app.session.catalog is user.app.session.document.catalog
        assert user.app.screen.focused is not None
        assert user.app.screen.focused.id == "campaign-list"

    assert tell(story, catalog, (120, 40)).failure is None


def test_an_export_asks_before_it_overwrites_what_is_another(catalog: Path) -> None:
    stem = catalog.name.removesuffix(".toml").removesuffix(".events")
    target = catalog.with_name(f"{stem}{all_formats()[0].suffix}")
    target.write_text("by hand")

    async def story(user: Robot) -> None:
        await user.keys("{f6}{enter}{enter}")
        await user.comes_to_see("already exists")
        user.sees("Leave it as it is", "Overwrite it")
        await user.keys("{enter}")
        await user.comes_to_see("Nothing was written")
        assert target.read_text() == "by hand"
        await user.keys("{f6}{enter}{enter}")
        await user.comes_to_see("already exists")
        await user.keys("{right}{enter}")
        await user.comes_to_see("Wrote")
        assert "playSong" in target.read_text()

    tell(story, catalog)
