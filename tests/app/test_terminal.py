"""The installed command in a real pseudo-terminal, from the first screen to the saved file."""

import re
import signal
import subprocess
from pathlib import Path

import pytest

from eventsmith.ground.streams import MOST_COLUMNS, MOST_LINES
from eventsmith.store import read_file
from tests.app.terminal import COMMAND, Terminal
from tests.tui.robot import DESTINATIONS, PRESETS, downs_to

SAVED = """\
format = 1
name = "Tunewave"
industries = ["music-streaming"]
goals = ["activate"]
destinations = ["infobip"]

[naming]
form = "noun-verb-past"

[[events]]
id = "songPlayed"
name = "Song Played"
stage = "acquisition"
when = "Playback passes 30 seconds"

[[events.properties]]
name = "songName"
type = "string"
example = "Hey Jude"
"""


@pytest.mark.parametrize(("columns", "lines"), [(80, 24), pytest.param(120, 40, marks=pytest.mark.deep)])
def test_from_the_first_screen_to_the_saved_file(tmp_path: Path, columns: int, lines: int) -> None:
    user = Terminal(folder=tmp_path, columns=columns, lines=lines)
    user.sees("Which industries?")
    user.keys("Tunewave{tab}{tab}" + downs_to("music-streaming", PRESETS) + "{space}{tab}{space}")
    user.keys("{tab}" + downs_to("infobip", DESTINATIONS) + "{space}{f8}")
    user.sees("0 of 20 events")
    user.keys("aSong Played")
    user.sees("should be “Play Song”")
    user.keys("{f4}")
    user.sees("Done: rename to “Play Song”")
    user.keys("{tab}{tab}Playback passes 30 seconds{f8}")
    user.sees("Played Song")
    user.keys("f")
    user.sees("Song Played")
    user.keys("{enter}")
    user.sees("1 name changed")
    user.keys("{f8}{tab}Song")
    user.sees("✗")
    user.keys("{ctrl+u}songName{tab}{right}{enter}Hey Jude")
    user.keys("{f8}{f8}")
    user.sees("Copy picture")
    user.keys("{f2}")
    user.sees("Save the catalog to which file?")
    user.keys("{enter}")
    user.sees("Saved tunewave.events.toml")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert (tmp_path / "tunewave.events.toml").read_text() == SAVED
    done = subprocess.run([COMMAND, "check", "tunewave.events.toml"], cwd=tmp_path, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout


def test_an_event_is_changed_undone_redone_and_saved(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text("# Ours\n" + SAVED)
    user = Terminal("shop.events.toml", folder=tmp_path)
    user.sees("✓ Song Played")
    user.keys("e{tab}{tab}{end}, once{f9}")
    user.sees("Undid: change when it fires")
    user.keys("{f10}")
    user.sees("Redid: change when it fires")
    user.keys("{f2}")
    user.sees("Saved shop.events.toml")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert path.read_text() == "# Ours\n" + SAVED.replace("30 seconds", "30 seconds, once")


def test_unsaved_work_is_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(SAVED)
    user = Terminal("shop.events.toml", folder=tmp_path)
    user.sees("✓ Song Played")
    user.keys("d{ctrl+q}")
    user.sees("There are unsaved changes")
    user.keys("{right}{right}{enter}")
    assert user.ends() == 0
    assert path.read_text() == SAVED


@pytest.mark.parametrize(
    "number",
    [
        signal.SIGTERM,
        *(pytest.param(each, marks=pytest.mark.deep) for each in (signal.SIGHUP, signal.SIGINT, signal.SIGQUIT)),
    ],
)
def test_a_signal_restores_the_terminal_and_the_work_is_offered_again(tmp_path: Path, number: signal.Signals) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(SAVED)
    user = Terminal("shop.events.toml", folder=tmp_path)
    user.sees("✓ Song Played")
    user.keys("e!")
    user.sees("F2 saves")
    user.kill(number)
    assert user.ends() == 128 + number
    assert b"\x1b[?1049l" in user.raw
    assert b"eventsmith shop.events.toml" in user.raw.rpartition(b"\x1b[?1049l")[2]
    assert path.read_text() == SAVED
    again = Terminal("shop.events.toml", folder=tmp_path)
    again.sees("1 edit of shop.events.toml was not saved")
    again.sees("Song Played!")
    again.reads()
    again.keys("{enter}")
    again.sees("Recovered 1 edit")
    again.keys("{f2}")
    again.sees("Saved shop.events.toml")
    again.keys("{ctrl+q}")
    assert again.ends() == 0
    assert read_file(path).catalog.events[0].name == "Song Played!"


def test_a_closed_terminal_ends_it_and_keeps_the_work(tmp_path: Path) -> None:
    (tmp_path / "shop.events.toml").write_text(SAVED)
    user = Terminal("shop.events.toml", folder=tmp_path)
    user.sees("✓ Song Played")
    user.keys("e!")
    user.sees("F2 saves")
    user.closes()
    assert user.ends() == 128 + signal.SIGHUP
    again = Terminal("shop.events.toml", folder=tmp_path)
    again.sees("Song Played!")
    again.reads()
    again.keys("{right}{right}{enter}")
    again.sees("discarded")
    again.keys("{ctrl+q}")
    assert again.ends() == 0
    assert not list((tmp_path / "state").rglob("*.jsonl"))


def test_it_goes_to_the_shell_and_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(SAVED)
    user = Terminal("shop.events.toml", folder=tmp_path)
    user.sees("✓ Song Played")
    user.keys("d{ctrl+p}suspend{enter}")
    user.stops()
    assert user.raw.rstrip().endswith(b"\x1b[?1049l") or b"\x1b[?1049l" in user.raw
    # The shell has written over the screen, and brings back an empty one.
    user.screen.reset()
    user.kill(signal.SIGCONT)
    user.sees("F1 Help")
    user.sees("of 20 events")
    path.write_text(SAVED.replace("30 seconds", "60 seconds"))
    user.sees("changed by somebody else")
    user.keys("{f9}{ctrl+q}")
    assert user.ends() == 0


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.toml", b"format = \n", "a.toml:1"),
        ("a.toml", b"[package]\nname = 'x'\n", "catalog"),
        pytest.param("a.toml", b"", "catalog", marks=pytest.mark.deep),
        pytest.param("a.toml", b"\x00\x01\x02\xff", "a.toml:1", marks=pytest.mark.deep),
    ],
)
def test_a_bad_file_gets_one_message_and_is_not_touched(tmp_path: Path, name: str, data: bytes, words: str) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    user = Terminal(name, folder=tmp_path)
    assert user.ends() == 2
    assert words.encode() in user.raw
    assert b"Traceback" not in user.raw
    assert path.read_bytes() == data


def test_a_folder_gets_one_message(tmp_path: Path) -> None:
    user = Terminal(".", folder=tmp_path)
    assert user.ends() == 2
    assert b"folder" in user.raw


def test_names_in_any_script_are_typed_and_kept(tmp_path: Path) -> None:
    user = Terminal("shop.events.toml", folder=tmp_path)
    user.sees("Which industries?")
    user.keys("{f8}a曲を再生{enter}{esc}aتشغيل الأغنية{enter}{esc}a🎵 [b]Spiel[/b]")
    user.sees("🎵 [b]Spiel[/b]")
    user.keys("{f2}")
    user.sees("Saved shop.events.toml")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    catalog = read_file(tmp_path / "shop.events.toml").catalog
    assert [event.name for event in catalog.events] == ["曲を再生", "تشغيل الأغنية", "🎵 [b]Spiel[/b]"]
    assert all(event.id.isascii() and event.id for event in catalog.events)


def test_without_colour_it_says_all_the_same(tmp_path: Path) -> None:
    path = tmp_path / "shop.events.toml"
    path.write_text(SAVED)
    user = Terminal("shop.events.toml", folder=tmp_path, NO_COLOR="1")
    user.sees("✓ Song Played")
    user.keys("{ctrl+q}")
    assert user.ends() == 0
    assert b"38;2;" not in user.raw
    assert b"48;2;" not in user.raw


ONE_EVENT = 'format = 1\n[[events]]\nid = "playSong"\nname = "Play Song"\n'


@pytest.mark.parametrize("letters", [20_000, pytest.param(0, marks=pytest.mark.deep)])
def test_a_closed_terminal_leaves_no_process_behind_whatever_was_on_its_way(tmp_path: Path, letters: int) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(ONE_EVENT, encoding="utf-8")
    user = Terminal(str(path), folder=tmp_path)
    user.sees("Play Song")
    user.keys("2e")
    user.pours("Ab cd é" * (letters // 7))
    user.closes()
    assert user.ends() == 128 + signal.SIGHUP


def test_letters_that_come_in_masses_are_one_text_and_hold_up_nothing(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(ONE_EVENT, encoding="utf-8")
    user = Terminal(str(path), folder=tmp_path)
    user.sees("Play Song")
    user.keys("2e")
    user.pours("Ab cd é" * 1000)
    user.keys("{tab}{f2}")
    user.sees("Saved", 60)
    assert "Ab cd é" * 1000 in path.read_text(encoding="utf-8")
    user.keys("{ctrl+q}")
    assert user.ends() == 0


def test_a_file_that_is_not_there_yet_is_not_called_saved(tmp_path: Path) -> None:
    user = Terminal("shop.toml", folder=tmp_path)
    user.sees("shop.toml  a new file")
    user.sees("Type a name, then Tab to the lists: Space picks, F8 goes on to the events")
    user.keys(" ")
    user.sees("New catalog  shop.toml")
    user.keys("Shop{f2}")
    user.sees("Saved shop.toml")
    assert "shop.toml  saved" in user.text()
    user.keys("{ctrl+q}")
    assert user.ends() == 0


def test_a_log_with_colours_is_pasted_as_text_and_gives_no_commands(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(ONE_EVENT, encoding="utf-8")
    lines = [f"\x1b[1;31mERROR\x1b[0m order {number} \x1b[2mwas not paid\x1b[0m" for number in range(1000)]
    log = "\x1b[200~" + "\r".join(lines) + "\x1b[201~"
    user = Terminal(str(path), folder=tmp_path)
    user.sees("Play Song")
    user.keys("2")
    user.pours(log)
    user.keys("e")
    user.sees("▌Play Song")
    assert "shop.toml  saved" in user.text()
    user.pours(log)
    user.sees("The 1000 pasted lines are one line now. Ctrl+Z undoes it", 60)
    user.keys("{f2}")
    user.sees("Saved", 60)
    named = "Play Song" + " ".join(f"ERROR order {number} was not paid" for number in range(1000))
    (event,) = read_file(path).catalog.events
    assert event.name == named
    user.keys("{ctrl+q}")
    assert user.ends() == 0


@pytest.mark.deep
def test_a_window_is_not_as_large_as_it_claims_to_be(tmp_path: Path) -> None:
    path = tmp_path / "shop.toml"
    path.write_text(ONE_EVENT, encoding="utf-8")
    user = Terminal(str(path), folder=tmp_path)
    user.sees("Play Song")
    before = len(user.raw)
    user.claims(60_000, 60_000)
    user.waits(lambda: b"Play Song" in user.raw[before:], "it is drawn anew")
    user.keys("2")
    # A line for each row, each as wide as is believed: what was claimed would be thousands of millions of cells.
    assert len(user.raw) - before < 20 * MOST_COLUMNS * MOST_LINES
    assert not re.search(rb"\x1b\[(\d{4,});", user.raw)
    user.claims(80, 24)
    user.keys("e!")
    user.sees("Play Song!")
    user.keys("{f2}{ctrl+q}")
    assert user.ends() == 0
    assert read_file(path).catalog.events[0].name == "Play Song!"
