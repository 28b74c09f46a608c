"""From bytes to documents: the example of the product, every mistake with its place, files that are none."""

from __future__ import annotations

import os
from decimal import Decimal
from pathlib import Path

import pytest

from eventsmith.model import Catalog, Event, Place, Property
from eventsmith.store import (
    CannotReadError,
    canonical_toml,
    formatted_bytes,
    new_document,
    read_bytes,
    read_file,
    updated_bytes,
)

SHARED = Path(__file__).parents[2] / ".." / "shared" / "product.md"
EXAMPLE = (Path(__file__).parent / "tunewave.events.toml").read_bytes()


def test_the_example_comes_back_byte_for_byte() -> None:
    document = read_bytes(EXAMPLE)
    assert document.problems == ()
    assert document.catalog.name == "Tunewave"
    assert document.catalog.events[1].properties[0].example == Decimal("1000.0")
    assert canonical_toml(document.catalog).encode() == EXAMPLE
    assert formatted_bytes(document) == EXAMPLE
    assert updated_bytes(document, document.catalog) == EXAMPLE


@pytest.mark.skipif(not SHARED.is_file(), reason="../shared/product.md is not here")
def test_the_example_is_the_one_of_the_product() -> None:
    assert EXAMPLE.decode() in SHARED.read_text()


@pytest.mark.parametrize(
    ("place", "where"),
    [
        ((), (1, 1)),
        (("format",), (1, 10)),
        (("goals", 1), (5, 22)),
        (("naming",), (8, 1)),
        (("naming", "form"), (9, 8)),
        (("ignore", "event-unused"), (12, 16)),
        (("events",), (14, 1)),
        (("events", 0), (14, 1)),
        (("events", 0, "name"), (16, 8)),
        (("events", 0, "aliases", 0), (22, 12)),
        (("events", 0, "properties", 1, "example"), (36, 11)),
        (("events", 0, "replaced_by"), (14, 1)),
        (("events", 1, "properties", 2, "fields", 0, "name"), (67, 8)),
        (("events", 9, "name"), (14, 1)),
        (("budget", "events"), (1, 1)),
        (("campaigns", 0, "conditions", 0, "value"), (82, 9)),
    ],
)
def test_everything_is_found_where_it_stands(place: Place, where: tuple[int, int]) -> None:
    assert read_bytes(EXAMPLE).where(place) == where


def test_places_in_hand_written_styles() -> None:
    data = (
        '\ufeffformat = 1\r\n"naming".form = "verb-noun"\r\n'
        'events = [ { id = "é[", name = "x" }, # [\r\n  {id="b", "name" = "y", extra.a = [1, 2]} ]\r\n'
    ).encode()
    document = read_bytes(data)
    assert document.problems == ()
    assert document.where(("naming", "form")) == (2, 17)
    assert document.where(("naming",)) == (2, 1)
    assert document.where(("events", 0, "name")) == (3, 32)
    assert document.where(("events", 1)) == (4, 3)
    assert document.where(("events", 1, "extra", "a", 1)) == (4, 40)


WRONG = """\
format = 1
nme = "x"
goals = ["actve", 3]
destinations = "ga4"
[naming]
form = "verb-nuon"
[[events]]
id = 5
nme = "x"
[[events.properties]]
name = "a"
type = "txt"
required = "yes"
[[events]]
id = "b"
name = "B"
properties = [ 1, { name = "c" } ]
[campaigns]
name = "x"
"""


def test_all_mistakes_are_told_with_their_places_and_the_rest_is_kept() -> None:
    document = read_bytes(WRONG.encode())
    told = [(problem.rule, problem.line, problem.column, problem.place) for problem in document.problems]
    assert told == [
        ("file-unknown-key", 2, 1, ("nme",)),
        ("file-wrong-value", 3, 10, ("goals", 0)),
        ("file-wrong-value", 3, 19, ("goals", 1)),
        ("file-wrong-type", 4, 16, ("destinations",)),
        ("file-wrong-value", 6, 8, ("naming", "form")),
        ("file-missing-key", 7, 1, ("events", 0, "name")),
        ("file-wrong-type", 8, 6, ("events", 0, "id")),
        ("file-unknown-key", 9, 1, ("events", 0, "nme")),
        ("file-wrong-value", 12, 8, ("events", 0, "properties", 0, "type")),
        ("file-wrong-type", 13, 12, ("events", 0, "properties", 0, "required")),
        ("file-wrong-type", 17, 16, ("events", 1, "properties", 0)),
        ("file-wrong-type", 18, 1, ("campaigns",)),
    ]
    messages = [problem.message for problem in document.problems]
    assert messages[7] == "“nme” is not a key of an event; did you mean “name”?"
    assert messages[1].startswith("“goals[0]” cannot be “actve”; did you mean “activate”? It may be activate, convert,")
    assert messages[3] == '“destinations” of the catalog must be a list, not “ga4”; write ["ga4"]'
    assert messages[11] == "There can be many campaigns: write the header of each as [[campaigns]], with two brackets"
    assert document.catalog == Catalog(
        events=(
            Event(id="", name="", properties=(Property(name="a"),)),
            Event(id="b", name="B", properties=(Property(name=""), Property(name="c"))),
        )
    )


@pytest.mark.parametrize(
    ("text", "rule", "words"),
    [
        ('name = "x"', "file-missing-key", "format = 1"),
        ("format = 0", "file-wrong-value", "format = 1"),
        ("format = true", "file-wrong-type", "whole number"),
        (
            'format = 1\n[naming]\nform = "noun-verb"',
            "file-wrong-value",
            "“noun-verb” came with format 2; write format = 2",
        ),
        ('format = 1\nnaming.case = "upper-snake"', "file-wrong-value", "“upper-snake” came with format 2"),
        ('naming.form = "noun-verb"', "file-missing-key", "put format = 2 on the first line"),
        ("format = 3\nnew_key = 1", "file-newer-format", "update Eventsmith"),
        ("format = 1\n[budget]\nevnts = 3", "file-unknown-key", "“events”"),
        ("format = 1\n[budget]\nqqq = 3", "file-unknown-key", "its keys are events, properties"),
        ("format = 1\nqqq = 3", "file-unknown-key", "“extra”"),
        ("format = 1\nname = 2026-01-02", "file-wrong-type", 'write "2026-01-02"'),
        ("format = 1\nname = true", "file-wrong-type", 'write "true"'),
        ("format = 1\nevents = 3", "file-wrong-type", "a list"),
        ("format = 1\nextra = 3", "file-wrong-type", "a table"),
        ("format = 1\n[ignore]\nx = 3", "file-wrong-type", "text in quotes"),
        (
            'format = 1\n[[campaigns]]\nname = "x"\n[[campaigns.conditions]]\nproperty = "y"',
            "file-missing-key",
            "operator",
        ),
    ],
)
def test_one_mistake_of_shape(text: str, rule: str, words: str) -> None:
    (problem,) = read_bytes(text.encode()).problems
    assert problem.rule == rule
    assert words in problem.message


@pytest.mark.parametrize("data", [b"", b"\n# only a comment\n", b"\xef\xbb\xbf", b'[project]\ntitle = "x"\n'])
def test_what_has_none_of_our_keys_is_no_catalog(data: bytes) -> None:
    with pytest.raises(CannotReadError) as caught:
        read_bytes(data)
    assert caught.value.problem.rule == "file-no-catalog"
    assert "format = 1" in caught.value.problem.message


def test_a_file_is_read_with_its_path(tmp_path: Path) -> None:
    path = tmp_path / "x.events.toml"
    path.write_bytes(EXAMPLE)
    document = read_file(path)
    assert (document.path, document.data) == (path, EXAMPLE)


def test_what_is_no_file_is_told_and_never_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "file").write_text("x")
    for name, words in [
        ("missing", "no such file"),
        ("", "folder"),
        ("pipe", "regular file"),
        ("loop", "leads back to itself"),
        ("file/x", "no such file"),
        ("x" * 300, "too long"),
        ("nul\0", "not a file name"),
    ]:
        with pytest.raises(CannotReadError) as caught:
            read_file(tmp_path / name)
        assert caught.value.problem.rule == "file-unreadable"
        assert words in caught.value.problem.message
        assert caught.value.path == str(tmp_path / name)
    with pytest.raises(CannotReadError):
        read_file(Path("/dev/full"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_without_permission_is_told(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_text("format = 1")
    path.chmod(0)
    with pytest.raises(CannotReadError, match="permission"):
        read_file(path)


def test_a_new_document_stands_nowhere() -> None:
    document = new_document(None)
    assert document.catalog == Catalog()
    assert document.where(("events", 3, "name")) == (1, 1)
    assert updated_bytes(document, Catalog()) == b'format = 1\n\n[naming]\nform = "verb-noun"\n'
