"""`eventsmith new` and the commands that show what there is: presets, rules, schema."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from eventsmith.presets import all_presets, own_folders, preset_folder
from eventsmith.rules import all_rules

from .conftest import Run


def test_new_from_all_of_a_preset(run: Run) -> None:
    ran = run("new", "my-shop.events.toml", "--preset", "e-commerce", "--all")
    assert (ran.status, ran.out) == (0, "")
    text = Path("my-shop.events.toml").read_text()
    assert text.startswith('format = 1\nname = "My shop"\nindustries = ["e-commerce"]\n')
    events, campaigns = text.count("\n[[events]]\n"), text.count("\n[[campaigns]]\n")
    assert ran.err == f"my-shop.events.toml: {events} events, {campaigns} campaigns\n"
    assert run("check", "my-shop.events.toml", "--strict").status == 0
    assert run("fmt", "--check", "my-shop.events.toml").status == 0


def test_new_with_some_events_in_another_form(run: Run) -> None:
    arguments = ("--preset", "music-streaming", "--events", "playSong,", "--form", "noun-verb-past", "--name", "Tunes")
    assert run("new", "a.toml", *arguments).err == "a.toml: 1 event, 0 campaigns\n"
    text = Path("a.toml").read_text()
    assert 'name = "Tunes"' in text
    assert 'id = "songPlayed"\nname = "Song Played"' in text
    assert run("new", "-", *arguments).out == text


def test_a_form_that_came_later_makes_a_file_of_format_2(run: Run) -> None:
    run("new", "a.toml", "--preset", "e-commerce", "--all", "--form", "noun-verb")
    assert Path("a.toml").read_text().startswith("format = 2\n")
    assert run("check", "a.toml", "--strict").status == 0
    run("rename", "a.toml", "--form", "verb-noun")
    run("new", "b.toml", "--preset", "e-commerce", "--all", "--name", "A")
    assert Path("a.toml").read_text().startswith("format = 1\n")
    assert [line for line in Path("a.toml").read_text().splitlines() if line.startswith("name")] == [
        line for line in Path("b.toml").read_text().splitlines() if line.startswith("name")
    ]


def test_new_overwrites_only_when_told(run: Run) -> None:
    Path("a.toml").write_text("mine")
    ran = run("new", "a.toml", "--preset", "e-commerce", "--all")
    assert ran.status == 2
    assert "--force" in ran.err
    assert Path("a.toml").read_text() == "mine"
    assert run("new", "a.toml", "--preset", "e-commerce", "--all", "--force").status == 0
    assert run("check", "a.toml").status == 0


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--preset", "e-comerce", "--all"), "did you mean “e-commerce”?"),
        (("--preset", "zzz", "--all"), "music-streaming"),
        (("--preset", "e-commerce", "--events", "compltePurchase"), "did you mean “completePurchase”?"),
        (("--preset", "e-commerce", "--events", "Complete Purchase"), "did you mean “completePurchase”?"),
        (("--preset", "e-commerce", "--events", "qqqqqqq"), "presets show"),
        (("--preset", "e-commerce", "--events", ","), "--events ID,… or --all"),
        (("--preset", "e-commerce"), "--events ID,… or --all"),
        (("--all",), "--preset"),
        (("--preset", "e-commerce", "--all", "--events", "x"), "not allowed with"),
        (("--preset", "e-commerce", "--all", "--form", "noun-verb-pst"), "did you mean “noun-verb-past”?"),
    ],
)
def test_new_says_what_is_wrong(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run("new", "a.toml", *arguments)
    assert ran.status == 2
    assert said in ran.err
    assert not Path("a.toml").exists()


def test_new_where_nothing_can_be_written(run: Run) -> None:
    Path("folder").mkdir()
    for place in ("missing/a.toml", "folder", "x" * 300):
        ran = run("new", place, "--preset", "e-commerce", "--all")
        assert ran.status == 2
        assert place in ran.err


def test_presets(run: Run) -> None:
    listed = run("presets").out
    assert listed == run("presets", "list").out
    assert [line.split()[0] for line in listed.splitlines()] == [preset.name for preset in all_presets()]
    where = run("presets", "path")
    assert Path(where.out.rstrip("\n")) == preset_folder()
    assert all(str(folder) in where.err for folder in own_folders().values())
    shown = run("presets", "show", "music-streaming").out
    assert shown.startswith("Music streaming\n")
    assert "playSong " in shown


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("shw",), "did you mean “show”?"),
        (("show",), "NAME is missing"),
        (("show", "musik-streaming"), "did you mean “music-streaming”?"),
        (("path", "x"), "one argument too many"),
        (("search",), "TEXT is missing"),
        (("list", "--presets", "nowhere"), "there is no such folder"),
    ],
)
def test_presets_says_what_is_wrong(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run("presets", *arguments)
    assert (ran.status, ran.out) == (2, "")
    assert said in ran.err


def test_presets_search(run: Run) -> None:
    ran = run("presets", "search", "abandoned", "cart")
    assert ran.status == 0
    assert "addToCart  Add To Cart: for “Abandoned cart”\n  e-commerce, on-demand-delivery\n" in ran.out
    nothing = run("presets", "search", "xyzzy")
    assert (nothing.status, nothing.out) == (0, "")
    assert "“xyzzy”" in nothing.err


def test_presets_of_ones_own(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("eventsmith.presets.SHELF.project", Path("presets"))
    Path("mine").mkdir()
    event = '[[events]]\nid = "completePurchase"\nname = "Complete Purchase"\n\n[[events.properties]]\n'
    Path("mine/bakery.toml").write_text(f'format = 1\nname = "Bakery"\n\n{event}name = "amount"\ntype = "integer"\n')
    Path("mine/broken.toml").write_text("format = 1\nname = \n")
    listed = run("presets", "--presets", "mine")
    assert listed.status == 2
    assert listed.out.startswith("bakery ")
    assert "Bakery  (project)" in listed.out
    assert "mine/broken.toml:2:8" in listed.err
    made = run("new", "a.toml", "--preset", "e-commerce", "bakery", "--all", "--presets", "mine")
    assert made.status == 0
    assert "“amount” is decimal in the unit of “currency” in E-commerce, integer in Bakery" in made.err
    refused = run("new", "b.toml", "--preset", "broken", "--all", "--presets", "mine")
    assert refused.status == 2
    assert "The preset “broken” is broken" in refused.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--presets",), "needs a folder"),
        (("--presets", "nowhere"), "there is no such folder"),
        (("--presets=nowhere", "a.toml"), "there is no such folder"),
        (("--presets", ".", "presets"), "options go after the command"),
    ],
)
def test_the_app_with_presets_of_ones_own(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert said in ran.err


def test_rules(run: Run) -> None:
    lines = run("rules").out.splitlines()
    assert [line.split()[0] for line in lines] == [rule.name for rule in all_rules()]
    page = run("rules", "event-name-breaks-form").out
    assert page.startswith("event-name-breaks-form (warning)\n\nAn event's name is not in the form")
    assert "Good:" in page


def test_an_unknown_rule(run: Run) -> None:
    ran = run("rules", "event-name-brakes-form")
    assert (ran.status, ran.out) == (2, "")
    assert "did you mean “event-name-breaks-form”?" in ran.err
    assert run("rules", "file-unknown-key").status == 2


def test_schema(run: Run) -> None:
    schema = json.loads(run("schema").out)
    assert schema["$schema"].startswith("https://json-schema.org/")
