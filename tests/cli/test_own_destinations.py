"""Commands on a catalog that is sent to a destination of one's own."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from eventsmith.destinations import SHELF, forget_destinations
from tests.cli.conftest import Run

ACME = """\
title = "Acme [red]warehouse"
sends = "id"

[event]
max_length = 8
pattern = "[a-z]+"
pattern_says = "small letters only"
"""
SHOP = """\
format = 1
name = "Shop"
destinations = ["acme"]

[[events]]
id = "placeOrder"
name = "Place Order"
stage = "conversion"
when = "The order is placed"
"""


@pytest.fixture(autouse=True)
def own(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The file of a destination of the project's."""
    monkeypatch.setattr(SHELF, "project", Path("destinations"))
    (folder / "destinations").mkdir()
    (path := folder / "destinations" / "acme.toml").write_text(ACME)
    (folder / "shop.events.toml").write_text(SHOP)
    forget_destinations()
    yield path
    forget_destinations()


def test_its_limits_are_checked(run: Run) -> None:
    ran = run("check", "shop.events.toml")
    assert ran.status == 1
    assert "Acme [red]warehouse takes at most 8 characters; this has 10: 2 too many" in ran.out
    assert "destination-is-unknown" not in ran.out


def test_ids_are_made_within_its_limits(run: Run, folder: Path) -> None:
    text = SHOP.replace("placeOrder", "place_").replace("Place Order", "Order")
    (folder / "shop.events.toml").write_text(text)
    assert run("fix", "shop.events.toml").status == 0
    assert 'id = "place"\n' in (folder / "shop.events.toml").read_text()


def test_a_broken_one_is_named_with_its_place(run: Run, own: Path) -> None:
    own.write_text(ACME.replace("max_length", "max_lenght"))
    ran = run("check", "--format", "json", "shop.events.toml")
    assert ran.status == 1
    (issue,) = [
        issue for issue in json.loads(ran.out)["files"][0]["issues"] if issue["rule"] == "destination-is-unknown"
    ]
    assert issue["message"] == (
        "The destination “acme” is broken: destinations/acme.toml:5:1: “max_lenght” is not a key here; "
        "did you mean “max_length”?"
    )


def test_a_mistyped_one_is_offered_but_no_broken_one(run: Run, own: Path, folder: Path) -> None:
    (folder / "shop.events.toml").write_text(SHOP.replace("acme", "acmes"))
    assert "did you mean “acme”?" in run("check", "shop.events.toml").out
    own.write_text("title = 5\n")
    forget_destinations()
    assert "“acme”" not in run("check", "shop.events.toml").out


def test_the_schema_is_the_same_everywhere(run: Run, own: Path) -> None:
    schema = run("schema").out
    own.unlink()
    forget_destinations()
    assert run("schema").out == schema
    assert "acme" not in schema


def test_an_export_for_infobip_has_infobips_own_limits(run: Run, own: Path, folder: Path) -> None:
    expected = run("export", "shop.events.toml", "--to", "infobip").out
    own.rename(own.with_name("infobip.toml"))
    (folder / "shop.events.toml").write_text(SHOP.replace("acme", "infobip"))
    forget_destinations()
    assert run("export", "shop.events.toml", "--to", "infobip").out == expected
    assert "Acme [red]warehouse takes" in run("check", "shop.events.toml").out


def test_a_pattern_that_would_go_on_for_years_is_matched(run: Run, own: Path, folder: Path) -> None:
    own.write_text(ACME.replace("[a-z]+", "(a+)+b").replace("max_length = 8\n", ""))
    (folder / "shop.events.toml").write_text(SHOP.replace("placeOrder", "a" * 60))
    assert "it takes small letters only" in run("check", "shop.events.toml").out


@pytest.mark.parametrize("words", [("--destinations", "there"), ("--destinations=there",)])
def test_another_folder_is_looked_in_wherever_the_option_stands(
    run: Run, own: Path, folder: Path, words: tuple[str, ...]
) -> None:
    (folder / "there").mkdir()
    (folder / "there" / "acme.toml").write_text(ACME.replace("Acme [red]", "Elsewhere's "))
    for command in (("check", *words, "shop.events.toml"), (*words, "check", "shop.events.toml")):
        forget_destinations()
        assert "Elsewhere's warehouse takes" in run(*command).out


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("check", "shop.events.toml", "--destinations"), "--destinations needs a folder"),
        (("check", "--destinations", "nowhere", "shop.events.toml"), "--destinations nowhere: there is no such folder"),
        (("--destinations=shop.events.toml",), "--destinations shop.events.toml: there is no such folder"),
        (("check", "--destinatons", "there", "shop.events.toml"), "there is no option “--destinatons”"),
        (("--destinatons", "there"), "did you mean “--destinations”?"),
    ],
)
def test_what_is_wrong_with_the_option_is_said(run: Run, arguments: tuple[str, ...], said: str) -> None:
    ran = run(*arguments)
    assert ran.status == 2
    assert said in ran.err


def test_behind_two_dashes_it_is_the_name_of_a_file(run: Run) -> None:
    ran = run("check", "--", "--destinations", "shop.events.toml")
    assert ran.status == 2
    assert "--destinations:1:1: error: There is no such file" in ran.out
