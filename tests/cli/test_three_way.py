"""Three-way merges of lines: nothing that one side wrote is lost, and what only one has changed is no conflict."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.cli._three_way import LineEnds, merged_by_lines, stretches

from .test_merge import chosen

# Of few letters, so that equal lines stand around what is added; "[" begins a header.
lines = st.lists(st.sampled_from(["a\n", "b\n", "c\n", "\n"]), max_size=12)
texts = st.lists(st.sampled_from("ab[cdef"), max_size=8).map("\n".join)


@given(lines, lines, lines)
def test_stretches_are_all_of_each_text(base: list[str], ours: list[str], theirs: list[str]) -> None:
    cut = [*stretches(base, ours, theirs)]
    for number, text in enumerate((base, ours, theirs)):
        assert [line for stretch in cut for line in stretch[number]] == text


@given(texts, texts)
def test_where_only_one_has_changed_it_is_theirs(base: str, after: str) -> None:
    assert merged_by_lines(base, after, after) == after
    if base:
        assert merged_by_lines(base, base, after) == merged_by_lines(base, after, base) == after


@given(texts, texts, texts)
def test_what_a_side_has_added_is_there(base: str, ours: str, theirs: str) -> None:
    merged = merged_by_lines(base, ours, theirs)
    for side in (ours, theirs):
        new = {*side.split()} - {*base.split()}
        assert new <= {*merged.split()}


@pytest.mark.parametrize(
    ("ours", "theirs", "merged"),
    [
        ("a\nB\nc\nd\n", "a\nb\nC\nd\n", "a\nB\nC\nd\n"),
        ("a\nb\nc\nd\nx\n", "y\na\nb\nc\nd\n", "y\na\nb\nc\nd\nx\n"),
        ("a\nx\nb\nc\nd\n", "a\nB\nc\nd\n", "a\nx\nB\nc\nd\n"),
        ("a\nd\n", "a\nb\nc\nD\n", "a\nD\n"),
        ("a\nx\nb\nc\nd\n", "a\ny\nb\nc\nd\n", "a\n<<<<<<< ours\nx\n=======\ny\n>>>>>>> theirs\nb\nc\nd\n"),
        ("a\nd\n", "a\nb\nC\nd\n", "a\n<<<<<<< ours\n=======\nb\nC\n>>>>>>> theirs\nd\n"),
        ("a\nb\nc\nX", "a\nb\nc\nY", "a\nb\nc\n<<<<<<< ours\nX\n=======\nY\n>>>>>>> theirs\n"),
        ("a\nb\nc\nd", "A\nb\nc\nd\n", "A\nb\nc\nd"),
        ("a\nb\r\nc\nD\n", "A\nb\nc\nd\n", "A\nb\r\nc\nD\n"),
        ("x\r\na\nb\nc\nd\n", "a\nb\nc\nd\ny\n", "x\r\na\nb\nc\nd\ny\n"),
        ("a\nb\nc\nD\n", "a\r\nb\r\nc\r\nd\r\n", "a\r\nb\r\nc\r\nD\r\n"),
        (
            "a\r\nX\r\nc\r\nd\r\n",
            "a\nY\nc\nd\n",
            "a\r\n<<<<<<< ours\r\nX\r\n=======\r\nY\r\n>>>>>>> theirs\r\nc\r\nd\r\n",
        ),
    ],
)
def test_merges_as_git_writes_them(ours: str, theirs: str, merged: str) -> None:
    assert merged_by_lines("a\nb\nc\nd\n", ours, theirs) == merged


@pytest.mark.parametrize("text", ["", "a", "a\n", "a\r\nb\n\r\n", "a\n\nb\r", "\n\n"])
def test_lines_are_put_together_as_they_were(text: str) -> None:
    ends = LineEnds.of(text, text, text)
    assert ends.text(ends.lines(text)) == text


@given(texts, texts)
def test_whoever_takes_one_side_of_each_mark_has_that_side(ours: str, theirs: str) -> None:
    ends = LineEnds("\n", is_cut=False)
    marked = "".join(ends.marked(ends.lines(ours), ends.lines(theirs)))
    for number, side in enumerate((ours, theirs), 1):
        assert chosen(marked.encode(), number).decode() == "".join(ends.lines(side))


def test_what_only_one_has_begins_with_its_header() -> None:
    blocks = [f'[[events]]\nid = "{letter}"\nstage = "x"\n\n' for letter in "abc"]
    ends = LineEnds("\n", is_cut=False)
    ours, theirs = (ends.lines("".join(some)) for some in (blocks, blocks[:1] + blocks[2:]))
    whole = f"<<<<<<< ours\n{blocks[1]}=======\n>>>>>>> theirs\n"
    assert "".join(ends.marked(ours, theirs)) == blocks[0] + whole + blocks[2]
