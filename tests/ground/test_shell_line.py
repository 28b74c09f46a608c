"""A line that we tell somebody to type opens the very file, whatever that is called."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from eventsmith import cli
from eventsmith.cli import COMMANDS
from eventsmith.ground.sanitise import visible
from eventsmith.ground.shell_line import shell_line

NASTY = (
    "shop.events.toml", "-x.toml", "--help", "--", "-", "check", "chekc", "help", "a b", "it's", 'a"b', "a`id`b",
    "$HOME", "$(id)", "~", "~root", "a\\b", "a\\nb", "a\nb", "a\n", "\n", "\t", "a;b", "a&b", "a|b", "#a", "!a", "*",
    "[a]", "{a,b}", "a%sb", "%", "\x1b[2J", "\x7f", "\u202ea", "a\u200bb", "\u00a0", "é", "曲を再生.toml",
    "👩‍👩‍👧.toml", "“a”", "::error::x.toml", "##[group]", "=a", "a=b", "\udcff.toml", "-dir/x.toml", "dir/check",
    "/tmp/a b", "a\\012", "'", "\\", "\\'",
)  # fmt: skip
names = st.sampled_from(NASTY) | st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), min_size=1)


def words_of(line: str) -> list[str]:
    """The arguments that a shell makes of the line."""
    script = f'eventsmith() {{ for word; do printf "%s\\0" "$word"; done; }}\n{line}'
    done = subprocess.run(["/bin/sh", "-c", script.encode("utf-8", "surrogateescape")], capture_output=True, check=True)
    assert done.stderr == b""
    return [os.fsdecode(word) for word in done.stdout.split(b"\0")[:-1]]


def opened_by(words: list[str]) -> list[Path | None]:
    """The files that the app and the questions and answers open for those arguments."""
    opened: list[Path | None] = []

    def note(name: str | None) -> int:
        opened.append(None if name is None else Path(name))
        return 0

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(cli, "_open_app", note)
        patch.setattr(cli, "_ask_plainly", note)
        assert cli.main(words) == 0
    return opened


@given(names)
@example("a\nb\n")
@example("-\n")
@example("'\x1f")
def test_a_told_line_opens_the_file(name: str) -> None:
    for words in (["eventsmith"], ["eventsmith", "--plain"]):
        line = shell_line(*words, file=Path(name))
        assert visible(line) == line
        typed = words_of(line)
        assert typed[: len(words) - 1] == words[1:]
        assert opened_by(typed) == [Path(name)]


@pytest.mark.parametrize("name", NASTY)
def test_a_told_line_opens_each_nasty_name(name: str) -> None:
    test_a_told_line_opens_the_file.hypothesis.inner_test(name)  # type: ignore[attr-defined]


@pytest.mark.parametrize("command", COMMANDS)
def test_a_file_with_the_name_of_a_command(command: str) -> None:
    assert shell_line("eventsmith", file=command) == f"eventsmith ./{command}"


def test_lines_stay_as_plain_as_they_can() -> None:
    assert shell_line("eventsmith", "--plain") == "eventsmith --plain"
    assert shell_line("eventsmith", file="shop.events.toml") == "eventsmith shop.events.toml"
    assert shell_line("eventsmith", file="my shop/é.toml") == "eventsmith 'my shop/é.toml'"
    assert shell_line("eventsmith", file=Path("-x.toml")) == "eventsmith ./-x.toml"
    assert shell_line("eventsmith", file="a\nb.toml") == """eval "$(printf 'eventsmith \\047a\\012b.toml\\047')\""""
