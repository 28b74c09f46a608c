"""One's own destinations: a folder of the user's and one of the project; what is broken is named and hides no other."""

import os
import re
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.destinations import (
    SHELF,
    Destination,
    Wording,
    all_destinations,
    broken_destinations,
    destination,
    forget_destinations,
    look_in,
    shipped_destination,
    shipped_destinations,
    why_broken,
)
from eventsmith.destinations._data_file import read_destination
from eventsmith.ground import disk

README = Path(__file__).parents[2] / "README.md"
GOOD = 'title = "{title}"\nsends = "id"\n\n[event]\nmax_length = 20\n'
WHOLE = """\
# What our warehouse takes
title = "Acme"
sends = "id"
sources = ["wiki.acme.example/warehouse"]
max_events = 300
max_properties = 40
max_lists = 0

[event]
max_length = 63
max_bytes = 100
pattern = "[a-z]+(_[a-z]+)*"
pattern_says = "words in small letters, joined by underscores"
collected = ["page_view"]
reserved = ["select", "from"]
reserved_however_written = true
reserved_prefixes = ["_"]
standard = ["order_placed"]

[label]
max_length = 80

[property]
max_length = 63

[text]
max_bytes = 4000

[by_hand]
page_view = "switch off the page views of the tag"
"""


@pytest.fixture(autouse=True)
def _elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    (tmp_path / "work").mkdir()
    monkeypatch.chdir(tmp_path / "work")
    monkeypatch.setattr(SHELF, "project", Path("destinations"))
    forget_destinations()
    yield
    forget_destinations()


def keep(folder: Path, name: str, text: str) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.toml"
    path.write_text(text)
    return path


def own() -> list[tuple[str, str, str]]:
    return [(file.name, file.title, file.whose) for file in all_destinations() if file.whose]


def test_all_that_can_be_said_is_read() -> None:
    keep(Path("destinations"), "acme", WHOLE)
    acme = destination("acme")
    assert acme is not None
    assert broken_destinations() == {}
    assert (acme.title, acme.sends, acme.max_lists) == ("Acme", "id", 0)
    assert acme.event.refuses("order_placed") is None
    assert acme.event.refuses("orderPlaced") == "words in small letters, joined by underscores"
    assert acme.event.refuses("Select".casefold()) == "no “select”: it keeps that word for itself"
    assert acme.event.collected == ("page_view",)
    assert acme.text.max_bytes == 4000
    assert acme.by_hand == {"page_view": "switch off the page views of the tag"}
    assert destination("acme") is acme


def test_the_readme_says_how_to_write_one() -> None:
    section = README.read_text().partition("## Destinations")[2].partition("## In CI")[0]
    example = re.search(r"```toml\n(.*?)```", section, re.DOTALL)
    assert example
    keep(Path("destinations"), "acme", example[1])
    acme = destination("acme")
    assert acme is not None
    assert (acme.title, acme.max_lists, acme.event.refuses("order_placed")) == ("Acme warehouse", 0, None)
    named = set(re.findall(r"[`\[]([a-z_]+)[`\] ]|^([a-z_]+) =", section, re.MULTILINE))
    assert {name for names in named for name in names} >= {
        *(field.name for field in fields(Destination) if field.name != "id"),
        *(field.name for field in fields(Wording)),
    }


def test_a_file_need_say_no_more_than_its_title_and_what_it_is_sent() -> None:
    keep(Path("destinations"), "acme", 'sends = "name"\ntitle = "Acme"\n')
    acme = destination("acme")
    assert acme is not None
    assert acme.event.refuses("Whatever you like!") is None


def test_both_folders_are_looked_at_and_the_projects_goes_first() -> None:
    keep(SHELF.own_folders()["yours"], "acme", GOOD.format(title="My Acme"))
    keep(SHELF.own_folders()["yours"], "mill", GOOD.format(title="Mill"))
    keep(Path("destinations"), "acme", GOOD.format(title="Our Acme"))
    assert own() == [("acme", "Our Acme", "project"), ("mill", "Mill", "yours")]
    assert len(all_destinations()) == len(shipped_destinations()) + 2


def test_ones_own_goes_before_ours_of_the_same_name() -> None:
    keep(SHELF.own_folders()["yours"], "ga4", GOOD.format(title="GA4 of ours"))
    assert len(all_destinations()) == len(shipped_destinations())
    ours, shipped = destination("ga4"), shipped_destination("ga4")
    assert ours is not None
    assert shipped is not None
    assert (ours.event.max_length, shipped.event.max_length) == (20, 40)


def test_a_broken_one_does_not_fall_back_on_ours_of_the_same_name() -> None:
    keep(Path("destinations"), "ga4", 'title = "GA4"\n')
    assert destination("ga4") is None
    assert why_broken("ga4") == 'destinations/ga4.toml:1:1: “sends” is missing; it must be "id" or "name"'
    assert shipped_destination("ga4") is not None


def test_another_folder_of_the_project(tmp_path: Path) -> None:
    keep(Path("destinations"), "acme", GOOD.format(title="Here"))
    keep(tmp_path / "there", "acme", GOOD.format(title="There"))
    look_in(tmp_path / "there")
    assert own() == [("acme", "There", "project")]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("title = \n", "1:9: "),
        ('title = "A"\n', '1:1: “sends” is missing; it must be "id" or "name"'),
        ('sends = "id"\n', "1:1: “title” is missing; it must be text in quotes"),
        ('title = "A"\nsends = "both"\n', '2:9: “sends” must be "id" or "name"'),
        ('title = ""\nsends = "id"\n', "1:9: “title” must be text in quotes"),
        ('title = "  "\nsends = "id"\n', "1:9: “title” must be text in quotes"),
        (f'title = "{"A" * 61}"\nsends = "id"\n', "1:9: “title” must be a line of at most 60 visible characters"),
        ('title = "A\\u001b[31m"\nsends = "id"\n', "1:9: “title” must be a line of at most 60 visible characters"),
        ('title = "A\\nB"\nsends = "id"\n', "1:9: “title” must be a line of at most 60 visible characters"),
        ('title = ["A"]\nsends = "id"\n', "1:9: “title” must be text in quotes"),
        (f'title = "A"\nsends = "id"\nsources = ["{"A" * 1001}"]\n', "3:11: “sources” must be a list of texts"),
        ('title = "A"\nsends = "id"\nid = "b"\n', "3:1: “id” is not a key here; there are title, sends"),
        (
            'title = "A"\nsends = "id"\nmax_propertys = 5\n',
            "3:1: “max_propertys” is not a key here; did you mean “max_properties”?",
        ),
        ('title = "A"\nsends = "id"\nmax_events = "5"\n', "3:14: “max_events” must be a whole number, 1 or more"),
        ('title = "A"\nsends = "id"\nmax_events = 0\n', "3:14: “max_events” must be a whole number, 1 or more"),
        ('title = "A"\nsends = "id"\nmax_events = true\n', "3:14: “max_events” must be a whole number, 1 or more"),
        ('title = "A"\nsends = "id"\nmax_lists = -1\n', "3:13: “max_lists” must be a whole number, 0 or more"),
        ('title = "A"\nsends = "id"\nevent = 5\n', "3:9: “event” must be a table of limits, such as [event]"),
        ('title = "A"\nsends = "id"\n[[event]]\nmax_length = 5\n', "3:1: “event” must be a table of limits"),
        (
            'title = "A"\nsends = "id"\n[event]\nmax = 5\n',
            "4:1: “max” is not a key here; there are max_length, max_bytes",
        ),
        ('title = "A"\nsends = "id"\n[event]\nreserved = ["a", ""]\n', "4:12: “reserved” must be a list of texts"),
        ('title = "A"\nsends = "id"\n[event]\nreserved = "a"\n', "4:12: “reserved” must be a list of texts"),
        (
            'title = "A"\nsends = "id"\n[event]\npattern = "(a"\npattern_says = "a"\n',
            "4:11: “pattern” cannot be used: “(” at character 1 is not closed",
        ),
        ('title = "A"\nsends = "id"\n[event]\npattern = "a"\n', "4:11: “pattern_says” is missing beside “pattern”"),
        ('title = "A"\nsends = "id"\n[text]\npattern_says = "a"\n', "4:16: “pattern” is missing beside “pattern_says”"),
        (
            'title = "A"\nsends = "name"\n[label]\nmax_length = 5\n',
            "3:1: A name that is sent has the limits of “event”: move those of “label” there",
        ),
        (
            'title = "A"\nsends = "id"\n[by_hand]\nclick = "switch it off"\n',
            "4:1: “click” is not among what “event” says is “collected”",
        ),
        ('title = "A"\nsends = "id"\n[by_hand]\nclick = 5\n', "3:1: “by_hand” must be a table of texts"),
        ('title = "A"\nsends = "both"\nmax_events = 0\n', '2:9: “sends” must be "id" or "name" (and 1 more)'),
        ('title = "A"\nsends = "id"\ntitle = "B"\n', "3:1: "),
        ('title = "A"\nsends = "id"\n<<<<<<< ours\n', "3:1: "),
        ("title = 'A'\nsends = 'id'\nmax_events = 99999999999999999999\n", "3:14: "),
        ("title = 'A'\nsends = 'id'\nx = " + "[" * 200 + "]" * 200, "3:5: "),
    ],
)
def test_a_broken_one_is_named_and_hides_no_other(text: str, said: str) -> None:
    path = keep(Path("destinations"), "broken", text)
    keep(Path("destinations"), "acme", GOOD.format(title="Acme"))
    assert {name for name, _, _ in own()} == {"acme", "broken"}
    problems = broken_destinations()
    assert list(problems) == ["broken"]
    assert problems["broken"].path == path.absolute()
    assert problems["broken"].message.startswith(said)
    assert destination("broken") is None
    assert destination("acme") is not None
    assert why_broken("broken").startswith(f"destinations/broken.toml:{said}")
    assert why_broken("acme") == why_broken("nowhere") == ""


@pytest.mark.parametrize(
    "data", [b"title = 'A'\nsends = 'id'\n\xff", b"title = 'A'\n\0", b"t\0i\0title = 'A'\n", b"title = 1"]
)
def test_bytes_that_are_no_text_are_told(data: bytes) -> None:
    keep(Path("destinations"), "broken", "").write_bytes(data)
    assert destination("broken") is None
    assert bool(broken_destinations()) == bool(why_broken("broken")) == (b"\ntitle" in b"\n" + data)


def test_a_file_that_is_far_too_large_is_not_parsed() -> None:
    keep(Path("destinations"), "broken", GOOD.format(title="A") + "#" * 2**20)
    assert why_broken("broken").endswith(":1:1: The file is larger than 1 MiB; a destination is far smaller")


def test_a_title_that_is_not_closed_breaks_no_line() -> None:
    keep(Path("destinations"), "acme", 'title = "Acme\nsends = "id"\n')
    assert own() == [("acme", "acme", "project")]


def test_another_toml_file_is_no_destination() -> None:
    keep(Path("destinations"), "paris", 'name = "Paris"\n\n[[hotels]]\ntitle_of_hotel = "Ritz"\n')
    Path("destinations/folder.toml").mkdir()
    assert own() == []
    assert broken_destinations() == {}


@pytest.mark.parametrize("text", ["[event]\nmax_length = 5\n", '"title" = "A"\n', " [ by_hand ]\n", "max_lists=1\n"])
def test_a_file_that_says_too_little_is_not_hidden(text: str) -> None:
    keep(Path("destinations"), "acme", text)
    assert list(broken_destinations()) == ["acme"]


def test_what_the_disk_does_not_give_out_is_told_once() -> None:
    Path("destinations").mkdir()
    os.mkfifo("destinations/pipe.toml")
    for _ in range(2):
        assert list(broken_destinations()) == ["pipe"]
        assert destination("pipe") is None
        forget_destinations()
    assert broken_destinations()["pipe"].is_hidden
    path = Path("destinations/pipe.toml").absolute()
    assert [str(trouble) for trouble in disk.news()] == [
        f"{path}: it is not a regular file; the destination is left out"
    ]


@given(st.binary(max_size=60) | st.text("title=sndx\"'[]{}.#\n\\ ", max_size=80).map(str.encode))
def test_whatever_stands_in_a_file_it_is_read_or_told(data: bytes) -> None:
    path = Path("any.toml")
    path.write_bytes(b'title = "A"\nsends = "id"\n' + data)
    reading = read_destination("any", path)
    assert (reading.destination is None) == bool(reading.problems)
    assert all(line > 0 and column > 0 and why for line, column, why in reading.problems)
