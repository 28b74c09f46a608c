"""The settings file: what counts, and what is said of what does not."""

from pathlib import Path

import pytest

from eventsmith.settings import Settings, Vocabulary, read_settings
from eventsmith.tui.actions import ACTIONS
from eventsmith.tui.key_checks import wrong_key
from eventsmith.tui.themes import COLOURS, THEMES, wrong_colour

KNOWN = Vocabulary([action.name for action in ACTIONS], THEMES, COLOURS, wrong_key, wrong_colour)


def read(folder: Path, text: str) -> Settings:
    path = folder / "settings.toml"
    path.write_text(text)
    return read_settings(path, KNOWN)


def test_without_a_file_all_is_as_it_comes(tmp_path: Path) -> None:
    assert read_settings(tmp_path / "settings.toml", KNOWN) == Settings()


def test_what_is_set_counts(tmp_path: Path) -> None:
    text = """
theme = "ours"
ascii = true
mouse = false
[keys]
undo = "ctrl+g"
events.add = "n, insert"
[themes.ours]
primary = "#8839ef"
background = "black"
"""
    assert read(tmp_path, text) == Settings(
        theme="ours",
        ascii=True,
        mouse=False,
        keys={"undo": ("ctrl+g",), "events.add": ("n", "insert")},
        themes={"ours": {"primary": "#8839ef", "background": "black"}},
    )


@pytest.mark.parametrize(
    ("text", "place", "words"),
    [
        ('them = "x"', "1:1", "“them” is not a setting; did you mean “theme”?"),
        ("ascii = 1", "1:9", "“ascii” must be true or false, without quotes"),
        ('theme = "darkish"', "1:9", "“darkish” is not a theme"),
        ('[keys]\nundoo = "x"', "2:1", "“undoo” is not an action; did you mean “undo”?"),
        ('[keys]\nevents.ad = "x"', "2:1", "“events.ad” is not an action; did you mean “events.add”?"),
        ("[keys]\nundo = 3", "2:8", "must be text in quotes"),
        ('[keys]\nundo = "ctl+x"', "2:8", "“ctl+x” is not a key"),
        ('[keys]\nundo = "ctrl+m"', "2:8", "Terminals send “ctrl+m” for Enter"),
        ('[keys]\nundo = "tab"', "2:8", "“tab” is needed to move"),
        ('[keys]\nundo = "f2"', "2:8", "“f2” is the key of “Save” already"),
        ('[keys]\nundo = "f9"', "2:8", "“F9” does that already"),
        ('[keys]\nundo = "z"\nredo = "z"', "3:8", "“z” is the key of “Undo” already"),
        ('[themes.ours]\nprimry = "red"', "2:1", "did you mean “primary”?"),
        ('[themes.ours]\nprimary = "reddish"', "2:11", "“reddish” is not a colour"),
        ("keys =", "1:7", "The value is missing"),
    ],
)
def test_what_is_wrong_is_said_with_its_place_and_left_out(tmp_path: Path, text: str, place: str, words: str) -> None:
    settings = read(tmp_path, f"{text}\n")
    assert len(settings.problems) == 1
    assert settings.problems[0].startswith(f"{tmp_path / 'settings.toml'}:{place}: ")
    assert words in settings.problems[0]
    assert settings.keys == ({"undo": ("z",)} if "redo" in text else {})


def test_two_places_may_use_the_same_key(tmp_path: Path) -> None:
    settings = read(tmp_path, '[keys]\nevents.add = "n"\nproperties.add = "n"\n')
    assert not settings.problems
    assert settings.keys == {"events.add": ("n",), "properties.add": ("n",)}
