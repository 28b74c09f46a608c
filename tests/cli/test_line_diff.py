"""Diffs of lines: whatever the two texts, the hunks applied to the one give the other, and say little besides."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Sequence
from difflib import unified_diff
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eventsmith.cli._difference import show_difference
from eventsmith.cli._line_diff import changes, unified

_RANGES = re.compile(r"@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@")
lines = st.lists(st.sampled_from(["", "a", "b", "c", "[[events]]", 'name = "x"', 'id = ""']), max_size=120)
own_lines = st.lists(st.integers(0, 400).map(str), max_size=120)
"""Most of these stand once."""


def _applied(old: Sequence[str], diff: Sequence[str]) -> list[str]:
    """What a strict `patch` makes of it: each line that a hunk names has to stand where it says."""
    made: list[str] = []
    here = 0
    for line in diff:
        if found := _RANGES.fullmatch(line):
            start, size = int(found[1]), int(found[2] or 1)
            start -= bool(size)
            made += old[here:start]
            here = start
            new_start, new_size = int(found[3]), int(found[4] or 1)
            assert len(made) == new_start - bool(new_size)
        elif line[0] == "+":
            made.append(line[1:])
        else:
            assert old[here] == line[1:]
            here += 1
            made += [line[1:]] if line[0] == " " else []
    return [*made, *old[here:]]


@given(lines | own_lines, lines | own_lines)
def test_the_hunks_make_the_new_of_the_old(old: list[str], new: list[str]) -> None:
    assert _applied(old, [*unified(old, new)]) == new


@given(st.data(), own_lines | lines.map(lambda some: some * 40), st.integers(1, 30))
def test_a_few_edits_of_many_lines_are_said_in_a_few_lines(data: st.DataObject, old: list[str], number: int) -> None:
    new = list(old)
    for _ in range(number):
        at = data.draw(st.integers(0, len(new)))
        new[at : at + data.draw(st.integers(0, 2))] = data.draw(
            st.lists(st.sampled_from(["new", "a", "7"]), max_size=2)
        )
    diff = [*unified(old, new)]
    assert _applied(old, diff) == new
    found = changes(old, new)
    assert all(change.old_end > change.old or change.new_end > change.new for change in found)
    pairs = pairwise(found)
    assert all(one.old_end < other.old and one.new_end < other.new for one, other in pairs)


def test_a_plain_change_reads_as_diffs_do() -> None:
    old = [f"line {number}" for number in range(40)]
    new = [*old[:5], "other", *old[6:20], *old[22:30], "more", *old[30:]]
    assert [*unified(old, new)] == list(unified_diff(old, new, lineterm=""))[2:]
    assert [*unified(old, old)] == []
    assert [*unified([], ["one"])] == ["@@ -0,0 +1 @@", "+one"]
    assert [*unified(["one"], [])] == ["@@ -1 +0,0 @@", "-one"]


def test_a_changed_line_in_each_of_many_equal_blocks_is_one_line_of_each() -> None:
    old = ["[[events]]", 'id = ""', 'name = "Same"', ""] * 2_000
    new = ["[[events]]", 'id = "same"', 'name = "Same"', ""] * 2_000
    diff = [*unified(old, new)]
    assert _applied(old, diff) == new
    assert sum(line[0] == "-" for line in diff) == 2_000


@pytest.mark.skipif(shutil.which("git") is None, reason="git is not here")
@given(lines, lines, st.booleans(), st.booleans())
def test_git_takes_what_is_shown(
    tmp_path_factory: pytest.TempPathFactory, old: list[str], new: list[str], ended: bool, new_ended: bool
) -> None:
    folder = tmp_path_factory.mktemp("git")
    before, after = ("\n".join(some) + "\n" * end for some, end in ((old, ended), (new, new_ended)))
    assume(before and after)  # that a file is new or gone is said in other words
    (folder / "a.toml").write_text(before)
    with pytest.MonkeyPatch.context() as patched:
        said: list[str] = []
        patched.setattr("eventsmith.cli._difference.say", said.append)
        show_difference("a.toml", before.encode(), after.encode(), "")
    if said:
        said[0] = "--- a/a.toml\n+++ b/a.toml"
        (folder / "diff").write_text("\n".join(said) + "\n")
        done = subprocess.run(["git", "apply", "diff"], cwd=folder, capture_output=True, text=True, check=False)
        assert done.returncode == 0, done.stderr
    assert (folder / "a.toml").read_text() == after


def test_a_file_without_a_last_line_end_is_said_to_have_none(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    show_difference("a", b"one\ntwo", b"one\ntwo\n", "fixed")
    shown = "--- a\n+++ a (fixed)\n@@ -1,2 +1,2 @@\n one\n-two\n\\ No newline at end of file\n+two\n"
    assert capsys.readouterr().out == shown
