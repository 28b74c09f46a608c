"""Answers of every kind: numbers, parts of names, words that are wishes, nonsense, hostile text."""

from pathlib import Path

import pytest

from eventsmith.ground.labels import ABOUT
from eventsmith.plain import commands
from eventsmith.plain.commands import HELP
from eventsmith.plain.console import _between_words
from eventsmith.plain.interview import Interview
from eventsmith.plain.menus import FEW, MOST_AT_ONCE, Option, one, some
from eventsmith.presets import all_presets
from eventsmith.session.opening import open_session
from eventsmith.store import read_file
from tests.plain.person import SAVED, Person, talk

SONGS = [Option(f"id{number}", f"Song {number}") for number in range(1, 61)]
WORDS = [Option("play", "Play Song"), Option("like", "Like Song"), Option("song", "Song")]


def interview(person: Person) -> Interview:
    return Interview(open_session(None), person, commands)


def choose_one(options: list[Option], *answers: str) -> tuple[str | None, Person]:
    person = Person(*answers)
    return one(interview(person), "Which?", options, "Enter: none"), person


def choose_some(options: list[Option], *answers: str) -> tuple[list[str] | None, Person]:
    person = Person(*answers)
    chosen = some(interview(person), "Which?", options, "Enter: none", sets={"best": ["like"]})
    return chosen, person


@pytest.mark.parametrize(
    ("answer", "value"),
    [("2", "like"), ("٢", "like"), ("song", "song"), ("LIKE", "like"), ("play song", "play"), ("", None)],
)
def test_one_is_chosen_by_number_or_name(answer: str, value: str | None) -> None:
    assert choose_one(WORDS, answer)[0] == value


@pytest.mark.parametrize("answer", ["0", "4", "-1", "99999999999", "2.5", "x", "-", "²"])
def test_what_chooses_nothing_is_said_and_asked_again(answer: str) -> None:
    value, person = choose_one(WORDS, answer, "1")
    assert value == "play"
    assert person.after(answer)


def test_what_can_mean_several_is_asked_again() -> None:
    value, person = choose_one(WORDS[:2], "song", "2")
    assert value == "like"
    assert person.after("song").startswith("2 match “song”:\n  1. Play Song\n  2. Like Song")


@pytest.mark.parametrize(
    ("answer", "values"),
    [
        ("1,3", ["play", "song"]),
        ("3 , 1,", ["play", "song"]),
        ("1-2", ["play", "like"]),
        ("like、1", ["play", "like"]),
        ("all", ["play", "like", "song"]),
        ("best, 1", ["play", "like"]),
        ("-", []),
        ("", None),
    ],
)
def test_several_are_chosen(answer: str, values: list[str] | None) -> None:
    assert choose_some(WORDS, answer)[0] == values


@pytest.mark.parametrize("answer", ["1, x", "3-1", "1-9", "7", "1;0"])
def test_one_wrong_part_chooses_nothing(answer: str) -> None:
    values, person = choose_some(WORDS, answer, "2")
    assert values == ["like"]
    assert "There is no" in person.after(answer) or "Nothing here matches “x”" in person.after(answer)


def test_a_long_list_is_read_in_parts_and_searched() -> None:
    value, person = choose_one(SONGS, "more", "again", "more", "more", "more", "song 59")
    assert value == "id59"
    assert f"  {MOST_AT_ONCE}. Song {MOST_AT_ONCE}" in person.heard
    assert "1 to 20 of 60. Type “more” to hear" in person.text()
    assert "  21. Song 21" in person.after("more")
    assert "  1. Song 1\n" in person.after("again")
    assert "That was all." in person.after("more", 4)


def test_a_list_a_little_longer_than_a_part_is_read_at_once() -> None:
    _, person = choose_one(SONGS[: MOST_AT_ONCE + FEW], "1")
    assert f"  {MOST_AT_ONCE + FEW}. Song {MOST_AT_ONCE + FEW}" in person.heard


def test_help_tells_of_the_place_and_of_every_wish() -> None:
    _, person = talk(None, "?", "quit")
    for text in (ABOUT["goal"], *HELP):
        assert text in person.after("?")


def test_words_that_are_wishes_can_be_answers_in_quotes(tmp_path: Path) -> None:
    path = tmp_path / "a.events.toml"
    talk(path, *('"Undo"', '"-"', "", "", ""), *("add", '"save"', "1", '"go events"', '"quoted"', "save", "quit"))
    catalog = read_file(path).catalog
    assert (catalog.name, catalog.description) == ("Undo", "-")
    event = catalog.events[0]
    assert (event.name, event.when, event.description) == ("save", "go events", '"quoted"')


def test_a_dash_empties_a_text(tmp_path: Path) -> None:
    path = tmp_path / "a.events.toml"
    talk(path, "Shop", "About it", "back", "-", "", "", "", "save", "quit")
    assert read_file(path).catalog.description == ""


def test_wishes_where_there_is_nothing_to_grant() -> None:
    _, person = talk(None, "undo", "redo", "fix", "why", "quit")
    assert "Nothing to undo." in person.after("undo")
    assert "Nothing to redo." in person.after("redo")
    assert "nothing here that can be fixed" in person.after("fix")
    assert "There is no issue here" in person.after("why")


@pytest.mark.parametrize(
    "name", ["曲を再生", "تشغيل الأغنية", "🎵 Spiel 👩‍👩‍👧", "[b]bold[/b]", "a\u202eb", "\x1b[31mred\x07", "x" * 5000]
)
def test_any_name_is_kept_as_it_is(tmp_path: Path, name: str) -> None:
    path = tmp_path / "a.events.toml"
    status, _ = talk(path, *([""] * 5), *("add", name, "1", "", "", "", "", "", "", "save", "quit"))
    assert status == 0
    event = read_file(path).catalog.events[0]
    assert event.name == name
    assert event.id
    assert event.id.isascii()


def test_what_cannot_be_seen_is_told(tmp_path: Path) -> None:
    _, person = talk(tmp_path / "a.events.toml", *([""] * 5), *("add", "Play\u202eSong", "1"), "quit", "without")
    assert "cannot be seen" in person.text() or "U+202E" in person.text()


@pytest.mark.parametrize(
    ("line", "broken"),
    [
        ("  1. “Play Song” becomes “Song Played”", "  1. “Play Song”\n  becomes “Song\n  Played”"),
        ("曲を再生する 音楽を再生", "曲を再生する\n音楽を再生"),
        ("x" * 30, "x" * 30),
        ("كتابة عربية طويلة جدا هنا", "كتابة عربية طويلة\nجدا هنا"),
    ],
)
def test_a_line_is_broken_between_words(monkeypatch: pytest.MonkeyPatch, line: str, broken: str) -> None:
    monkeypatch.setenv("COLUMNS", "21")
    assert _between_words(line) == broken


def test_all_presets_are_offered() -> None:
    _, person = talk(None, "", "", "again", "more", "quit")
    for preset in all_presets():
        assert f". {preset.title}" in person.text()


def test_pasted_lines_are_one_answer_and_that_is_said(tmp_path: Path) -> None:
    path = tmp_path / "x.events.toml"
    path.write_text(SAVED)
    _, person = talk(path, "change", "1", "fires", "Playback\r\n\n  passes 30 seconds  \n", "save", "quit")
    assert "The 2 pasted lines are one answer now." in person.text()
    assert read_file(path).catalog.events[0].when == "Playback passes 30 seconds"
