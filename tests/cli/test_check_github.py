"""`eventsmith check --format github`: workflow commands, read back as GitHub's runner reads them."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS, MISNAMED, WRONG_ID


def annotation(line: str) -> tuple[str, dict[str, str], str]:
    """Command, properties and message of a line, unescaped in the order of the runner's ActionCommand."""
    assert line.startswith("::")
    head, _, message = line[2:].partition("::")
    command, _, listed = head.partition(" ")
    properties = dict(pair.split("=", 1) for pair in listed.split(","))
    for code, text in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        properties = {key: value.replace(code, text) for key, value in properties.items()}
        message = message if code in ("%3A", "%2C") else message.replace(code, text)
    return command, properties, message


def test_an_annotation(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    assert run("check", "a.toml", "--format", "github").out == (
        "::warning file=a.toml,line=10,col=8,endColumn=21,title=event-name-breaks-form::"
        "“Song Played” should be “Play Song”\n"
        "1 warning in 1 file; “eventsmith fix” fixes it\n"
    )


def test_nothing_wrong(run: Run) -> None:
    Path("a.toml").write_text(CLEAN)
    assert run("check", "a.toml", "--format", "github").out == "No issues in 1 file\n"


def test_severities(run: Run) -> None:
    Path("a.toml").write_text(WRONG_ID.replace("when =", "description ="))
    lines = run("check", "a.toml", "--format", "github").out.splitlines()[:-1]
    severities = {properties["title"]: command for command, properties, _ in map(annotation, lines)}
    assert severities["event-id-is-empty"] == "error"
    assert severities["event-has-no-when"] == "notice"


@pytest.mark.parametrize("name", ["50%,a:b.toml", "two\nlines\r.toml", "a%2Cb%0A.toml", "café 🎵.toml"])
def test_what_would_end_a_property_is_escaped(run: Run, name: str) -> None:
    Path(name).write_text(MISNAMED)
    (line, _) = run("check", name, "--format", "github").out.splitlines()
    assert annotation(line)[1]["file"] == name


@pytest.mark.parametrize("odd", ["50% Off, ::error::x Now", "%0A%25", "Song\\nPlayed::b"])
def test_what_would_end_a_message_is_escaped(run: Run, odd: str) -> None:
    Path("a.toml").write_text(CLEAN.replace('"Play Song"', f'"{odd}"').replace('"playSong"', '""'))
    *lines, _ = run("check", "a.toml", "--format", "github").out.splitlines()
    shown = odd.replace("\\n", " ⏎ ")
    read = [annotation(line) for line in lines]
    assert read
    assert all(set(properties) == {"file", "line", "col", "endColumn", "title"} for _, properties, _ in read)
    assert any(shown in message for _, _, message in read)


def test_paths_are_relative_to_the_working_directory(run: Run, tmp_path: Path) -> None:
    Path("in").mkdir()
    Path("in/a.toml").write_text(MISNAMED)
    for name in ("in/a.toml", "./in/a.toml", "in/../in/a.toml", str(Path.cwd() / "in" / "a.toml")):
        assert "file=in/a.toml," in run("check", name, "--format", "github").out
    outside = tmp_path.parent / f"{tmp_path.name}.toml"
    outside.write_text(MISNAMED)
    assert f"file={outside}," in run("check", f"../{outside.name}", "--format", "github").out


def test_standard_input_is_no_file(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(MISNAMED.encode())))
    assert run("check", "-", "--format", "github").out.startswith("::warning line=10,col=8,")


def test_files_that_are_no_catalogs(run: Run) -> None:
    Path("a.toml").write_text("x = [\n  1,\n  ?]\n")
    Path("b.toml").write_text(MANY_PROBLEMS)
    ran = run("check", "missing.toml", "a.toml", "b.toml", "", "--format", "github")
    assert ran.status == 2
    read = [annotation(line) for line in ran.out.splitlines()[:-1]]
    errors = [
        (properties["file"], properties["title"], properties["line"]) for what, properties, _ in read if what == "error"
    ]
    assert errors[:2] == [("missing.toml", "file-unreadable", "1"), ("a.toml", "file-not-toml", "3")]
    assert ("b.toml", "file-unknown-key", "11") in errors
    assert errors[-1] == (".", "file-unreadable", "1")


END_OF = [
    ("name = 'Song Played' # x", 21),
    ('name = "Song Played"', 21),
    ('name="Song \\u0050layed"  ', 24),
    ('name = "🎵 Song Played"', 23),
    ('name = """Song Played"""', 25),
    ('name = """\nSong Played"""', 11),
    ('name = """Song \\\n Played""" # x', 17),
]


@pytest.mark.parametrize(("line", "end"), END_OF)
@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_the_end_of_a_value(run: Run, line: str, end: int, newline: str) -> None:
    text = MISNAMED.replace('name = "Song Played"', line).replace("\n", newline)
    Path("a.toml").write_bytes(text.encode())
    first = run("check", "a.toml", "--format", "github").out.splitlines()[0]
    assert annotation(first)[1]["title"] in ("event-name-breaks-form", "text-is-not-visible", "event-name-is-long")
    assert annotation(first)[1]["endColumn"] == str(end)


@pytest.mark.parametrize(
    ("text", "line", "column", "end"),
    [
        (CLEAN.replace("when =", "description ="), 8, 1, 11),  # a header
        (CLEAN.replace("stage =", "stagge ="), 11, 1, 7),  # a key
        (CLEAN[: CLEAN.index("[[events]]")], 1, 1, 20),  # the file, which begins with a comment
        ("\n\nformat = 1\nname = 'A'\n", 1, 1, 1),  # the file, which begins with an empty line
        ("format = 1\nname = 'A'\nstages = [\n  'a',\n  'a', # twice\n]\n", 5, 3, 6),  # in a list
    ],
)
def test_the_end_of_what_is_no_value(run: Run, text: str, line: int, column: int, end: int) -> None:
    Path("a.toml").write_text(text)
    read = [annotation(line)[1] for line in run("check", "a.toml", "--format", "github").out.splitlines()[:-1]]
    places = [(int(found["line"]), int(found["col"]), int(found["endColumn"])) for found in read]
    assert (line, column, end) in places
