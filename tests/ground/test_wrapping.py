"""Text in rows: all of it, none wider than it may be, and the cursor has a place at each position."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.ground.wrapping import Graphemes, Rows

WIDE = "日本👍"


def letters(text: str) -> list[tuple[int, int, int]]:
    """Takes each letter as one, a wide one for two cells, and an accent for none."""
    return [(at, at + 1, 2 if letter in WIDE else 0 if letter == "\u0301" else 1) for at, letter in enumerate(text)]


def rows_of(text: str, width: int = 10, graphemes: Graphemes = letters) -> list[str]:
    rows = Rows(text, width, graphemes)
    return [text[slice(*rows.span(row))] for row in range(len(rows))]


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("", [""]),
        ("some words", ["some words"]),
        ("some words ", ["some words ", ""]),
        ("some more words", ["some more ", "words"]),
        ("one\n\ntwo\n", ["one", "", "two", ""]),
        ("unbreakable", ["unbreakabl", "e"]),
        ("an unbreakable", ["an ", "unbreakabl", "e"]),
        ("日本日本日本", ["日本日本日", "本"]),
        ("a日本日本日本", ["a日本日本", "日本"]),
        ("日本日 本日本", ["日本日 ", "本日本"]),
        ("e\u0301" * 11, ["e\u0301" * 10, "e\u0301"]),
        ("日本\none line\n日", ["日本", "one line", "日"]),
    ],
)
def test_rows_end_behind_words_if_they_can(text: str, rows: list[str]) -> None:
    assert rows_of(text) == rows


@given(st.text(st.sampled_from("ab \n日\u0301"), max_size=60), st.integers(2, 12))
def test_rows_hold_all_of_a_text_and_each_position(text: str, width: int) -> None:
    rows = Rows(text, width, letters)
    spans = [rows.span(row) for row in range(len(rows))]
    assert "".join(text[start:end] for start, end in spans) == text.replace("\n", "")
    for start, end in spans:
        # A space may lie outside, where the cursor has its place behind a full row.
        assert sum(size for _, _, size in letters(text[start:end].removesuffix(" "))) <= width
    for position in range(len(text) + 1):
        start, end = spans[rows.row_of(position)]
        assert start <= position <= end
        assert sum(size for _, _, size in letters(text[start:position])) <= width
    assert all(rows.row_of(rows.last_in(row)) == row for row in range(len(rows)))


@given(st.lists(st.text(st.sampled_from("ab 日"), max_size=30), max_size=6), st.text("a日 ", max_size=5))
def test_what_is_known_of_the_lines_before_changes_nothing(lines: list[str], typed: str) -> None:
    before = Rows("\n".join(lines), 8, letters)
    text = "\n".join([*lines, typed])
    assert Rows(text, 8, letters, before).starts == Rows(text, 8, letters).starts
