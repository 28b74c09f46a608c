"""No name of a file and no text in one commands the CI system that reads our output."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eventsmith.cli import _output
from eventsmith.ground.sanitise import visible_lines, without_log_commands

from .conftest import Run
from .samples import CLEAN, MANY_PROBLEMS, MISNAMED, WRONG_ID

NAMES = (
    "::error::x.toml",
    "::stop-commands::x",
    " ::add-mask::x.toml",
    "##[group]x.toml",
    "a##[error]x.toml",
    "##vso[a]b",
)
COMMAND = "::add-mask::e\n##[error]x"
parts = st.sampled_from(
    ["::", ":", "##", "#", "[", "]", "error", "group", " ", "\t", "\n", "\r", "\u00a0", "vso", "\x1b[1m"]
)
texts = st.lists(parts | st.text(max_size=3)).map("".join)


def commands_in(log: str) -> list[str]:
    """The lines that the runner of GitHub Actions takes for commands; for it more names are commands than there are."""
    return [
        line
        for line in re.split("\r\n|\r|\n", log)
        if re.match(r"\s*::[^ ]+?( .*)?::", line) or re.search(r"##(vso|teamcity)?\[\w[^\]]*", line)
    ]


@given(texts)
@example(" ::error::x")
@example("###[error]x")
@example("a\n\n  ::error file=a::x")
def test_nothing_that_is_shown_is_a_command(text: str) -> None:
    shown = without_log_commands(visible_lines(text))
    assert commands_in(shown) == []
    if not commands_in(text) and "::" not in text and "##" not in text:
        assert shown == visible_lines(text)


def test_the_tests_know_commands() -> None:
    for name in NAMES:
        assert commands_in(name + ": fixed\n") or commands_in(f"{name}:1:1: error\n")
    assert commands_in("##[[events]]\n# :: not one\na ::error::b\n") == []
    assert (
        without_log_commands("##[[events]]\n# :: not one\na ::error::b\n")
        == "##[[events]]\n# :: not one\na ::error::b\n"
    )


@given(st.recursive(texts, lambda inner: st.lists(inner) | st.dictionaries(texts, inner)))
def test_json_says_the_same_and_commands_nothing(value: object) -> None:
    with pytest.MonkeyPatch.context() as patch:
        out = io.StringIO()
        patch.setattr(sys, "stdout", out)
        _output.say_json(value, indent=2)
    assert commands_in(out.getvalue()) == []
    assert json.loads(out.getvalue()) == value


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("text", [CLEAN, MISNAMED, WRONG_ID, MANY_PROBLEMS, "[["])
def test_no_command_of_ours_writes_one(run: Run, name: str, text: str) -> None:
    Path(name).write_text(text)
    for arguments in (
        ("check",), ("check", "--format", "json"), ("check", "--format", "sarif"),
        ("fix", "--diff"), ("fix",), ("fmt", "--check"), ("fmt",), ("export", "--to", "csv", "-o", "out.csv"),
        ("rename", "--form", "noun-verb-past", "--diff"), ("rename", "--form", "noun-verb-past"),
        ("new", "--preset", "e-commerce", "--all"), ("export", "--to", "markdown", "-o", "missing/x"),
    ):  # fmt: skip
        ran = run(*arguments, "--", name)
        assert commands_in(ran.out) == commands_in(ran.err) == [], arguments
    assert commands_in(run(name).err) == commands_in(run("check", "--", f"{name}-missing").out) == []


def test_no_text_of_a_file_is_a_command(run: Run) -> None:
    text = CLEAN.replace('"Playback passes 30 seconds"', f'"""\n{COMMAND}\n ::error::y\n"""')
    Path("a.toml").write_text(text.replace('"Play Song"', '"##[error]Song Played"'))
    for arguments in (
        ("check", "a.toml"), ("check", "a.toml", "--format", "json"), ("fix", "a.toml", "--diff"),
        ("rename", "a.toml", "--form", "verb-past-noun", "--diff"), ("name", "::error::x"), ("name", "##[error]x"),
    ):  # fmt: skip
        ran = run(*arguments)
        assert commands_in(ran.out) == commands_in(ran.err) == [], arguments


def test_annotations_are_still_commands(run: Run) -> None:
    Path("a.toml").write_text(MISNAMED)
    first, rest = run("check", "a.toml", "--format", "github").out.split("\n", 1)
    assert commands_in(first) == [first]
    assert commands_in(rest) == []
