"""Which catalog one works on, what is remembered of it, how a person has set it, and presets of one's own."""

import os
from pathlib import Path

import pytest

from eventsmith import presets
from eventsmith.app_state import memory_path, recall
from eventsmith.plain import open_plain
from eventsmith.session.journal_file import folder_of
from eventsmith.store import read_file
from tests.app.terminal import Terminal
from tests.plain.person import SAVED, Person, talk
from tests.plain.test_command import lines, piped


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name in ("one", "two"):
        (tmp_path / f"{name}.events.toml").write_text(SAVED.replace("Shop", name.title()))
    return tmp_path


def test_the_catalogs_of_the_folder_and_those_had_lately_are_offered(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    away = elsewhere / "away.toml"
    away.write_text(SAVED.replace("Shop", "Away"))
    talk(away, "quit")
    _, person = talk(None, "away", "quit")
    assert person.heard[0] == "Open which catalog?"
    assert "In this folder:\n  1. one.events.toml\n  2. two.events.toml\nOpened recently:\n" in person.text()
    assert f"\n  3. {away}\nOther:\n  4. Another file\n  5. A new catalog\n" in person.text()
    assert f"Everything is saved in {away}." in person.text()


@pytest.mark.parametrize("answer", ["back", "next", "go names", "open", "save"])
def test_first_one_says_which_catalog(folder: Path, answer: str) -> None:
    _, person = talk(None, answer, "?", "", "quit")
    assert "First choose a catalog." in person.after(answer)
    assert "Page " not in person.after("?")
    assert "Page 2 of 6: Events." in person.after("")


def test_any_file_can_be_named_at_the_start(folder: Path) -> None:
    _, person = talk(None, "another", "three.events.toml", "Three", "save", "quit")
    assert "Which file? If it does not exist, it will be new" in person.after("another")
    assert read_file(folder / "three.events.toml").catalog.name == "Three"
    assert "Page 1 of 6" in talk(None, "another", "", "quit")[1].text()


def test_another_catalog_is_opened_from_within(folder: Path) -> None:
    change = ("change", "1", "fires")
    one, two = folder / "one.events.toml", folder / "two.events.toml"
    status, person = talk(
        one,
        *(*change, "Dropped", "open", "two", "leave without"),
        *(*change, "Kept", "open", "one", "save and leave"),
        *("go names", "open", "", "open", "another", str(folder), "open", "new", "New", "quit", "without"),
    )
    assert status == 0
    assert person.text().count("There are unsaved changes.") == 3
    assert "is a folder" in person.after(str(folder))
    assert "Page 1 of 6: Goal." in person.after("new")
    assert one.read_text() == SAVED.replace("Shop", "One")
    assert read_file(two).catalog.events[0].when == "Kept"
    assert not any(folder_of(path).exists() for path in (one, two, None))


def test_a_file_that_cannot_be_opened_leaves_one_where_one_was(folder: Path) -> None:
    (folder / "bad.events.toml").write_text("format = ")
    one = folder / "one.events.toml"
    _, person = talk(one, "change", "1", "open", "bad", "fires", "Always", "save", "quit")
    assert "bad.events.toml:1:" in person.after("bad")
    assert person.after("bad").endswith("[Enter: done]")
    assert read_file(one).catalog.events[0].when == "Always"


def test_work_goes_on_where_one_was(folder: Path) -> None:
    one = folder / "one.events.toml"
    talk(one, "go properties", "quit")
    assert "Page 4 of 6: Properties." in talk(one, "quit")[1].heard[1]
    assert recall(memory_path()).page_in(one) == "properties"


def test_over_pipes_nothing_is_remembered(folder: Path) -> None:
    for _ in range(2):
        done = piped(folder, lines(["1", "go names", "quit"]))
        assert b"\nPage 2 of 6: Events.\n" in done.stdout
    assert not list(folder.rglob("memory.json"))


def test_a_memory_that_cannot_be_kept_is_told(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = memory_path()
    assert path is not None
    path.mkdir(parents=True)
    status, person = talk(folder / "one.events.toml", "quit")
    assert status == 0
    # At once, and not again at the end.
    assert person.text().count(str(path)) == 1
    assert "it is a folder; which files you had open" in person.text()
    assert capsys.readouterr().err == ""


def settings(own_folders: Path, text: str) -> Path:
    path = own_folders / "config" / "eventsmith" / "settings.toml"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    return path


def test_what_is_wrong_in_the_settings_is_said(folder: Path, own_folders: Path) -> None:
    path = settings(own_folders, 'asci = true\nmouse = 1\ntheme = "ours"\n[keys]\nundo = "x"\n')
    _, person = talk(folder / "one.events.toml", "quit")
    assert person.heard[:2] == [
        f"Settings: {path}:1:1: “asci” is not a setting; did you mean “ascii”?",
        f"Settings: {path}:2:9: “mouse” must be true or false, without quotes.",
    ]
    path.write_text("ascii = \n")
    assert f"Settings: {path}:1:9: " in talk(folder / "one.events.toml", "quit")[1].heard[0]


def test_plain_signs_are_used_where_wanted_and_text_stays(folder: Path, own_folders: Path) -> None:
    settings(own_folders, "ascii = true\n")
    (folder / "one.events.toml").write_text(SAVED.replace("Play Song", "曲 “x”", 1).replace("Play Song", "Song Played"))
    done = piped(folder, lines(["hear", "1", "name", "Played Song", "quit", "without"]), "one.events.toml")
    said = done.stdout.decode()
    assert '"Played Song" should be "Play Song"' in said
    assert "“" not in said.replace("“x”", "")


def test_the_catalog_is_kept_as_a_preset_and_picked(folder: Path, own_folders: Path) -> None:
    one = folder / "one.events.toml"
    keep = ("go review", "preset", "for me")
    again = ("preset", "1", "no", "preset", "1", "yes")
    _, person = talk(one, *keep, *again, "open", "a new", "", "", "one", "", "", "quit", "without")
    path = presets.own_folders()["yours"] / "one.toml"
    assert f"Kept as a preset: {path}." in person.after("for me")
    assert "already. Overwrite it? [no]" in person.after("1")
    assert "Nothing was written." in person.after("no")
    assert ". One (yours)" in person.text()
    assert "Take events that the presets offer (1)" in person.text()


def test_what_cannot_be_a_preset_is_told(folder: Path) -> None:
    assert "name the catalog first" in talk(None, "new", "go review", "preset", "quit")[1].after("preset")
    (folder / "one.events.toml").write_text(SAVED + "colour = 1\n")
    assert "fix the file's problems first" in talk(folder / "one.events.toml", "preset", "quit")[1].after("preset")


def test_a_broken_preset_is_told_by_name_and_not_picked(folder: Path, own_folders: Path) -> None:
    broken = own_folders / "presets" / "ours.toml"
    broken.parent.mkdir()
    broken.write_text('format = 1\nname = "Ours"\ncolour = 1\n')
    presets.forget_presets()
    _, person = talk(folder / "one.events.toml", "go goal", "", "", "ours, music", "quit", "without")
    assert "1. Ours (project, broken)" in person.text()
    assert f"Ours (project, broken): {broken}:3:1: " in person.after("ours, music")
    assert "It was not picked.\nChosen: Music streaming." in person.after("ours, music")


def test_events_are_found_in_all_presets(folder: Path) -> None:
    one = folder / "one.events.toml"
    nothing = ("find", "no such thing", "find", "play song", "", "find", "")
    _, person = talk(one, "find", "basket", "1", *nothing, "save", "quit")
    assert "1. Add To Cart, from E-commerce" in person.after("basket")
    assert "also called “Add To Basket”" in person.after("basket")
    assert "Taken: Add To Cart." in person.after("1")
    assert "No preset has another event with “no such thing”." in person.after("no such thing")
    assert [event.name for event in read_file(one).catalog.events] == ["Add To Cart", "Play Song"]


def test_another_catalog_in_a_terminal(folder: Path) -> None:
    user = Terminal("--plain", folder=folder, lines=60)
    user.sees("Open which catalog?")
    user.keys("{enter}change{enter}1{enter}fires{enter}Always{enter}open{enter}two{enter}")
    user.sees("There are unsaved changes.")
    user.keys("{enter}")
    user.sees("Saved one.events.toml.")
    user.keys("go names{enter}quit{enter}")
    assert user.ends() == 0
    again = Terminal("--plain", "two.events.toml", folder=folder, lines=60)
    again.sees("Page 3 of 6: Names")
    again.keys("quit{enter}")
    assert again.ends() == 0
    assert os.listdir(folder / "state" / "eventsmith") == ["memory.json"] or not list(folder.rglob("*.jsonl"))


def test_a_signal_at_the_first_question_ends_calmly(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    person = Person("?")
    assert open_plain(None, person) == 0
    assert "There is no more input. There are no unsaved changes. No file was written." in capsys.readouterr().err
