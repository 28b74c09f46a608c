"""A value that changes where it stands: what is the same in it stays as it was written."""

from __future__ import annotations

import tomllib
from typing import Any

import pytest

from eventsmith.store.draft import apply_splices
from eventsmith.store.values import value_splices


def changed(before: str, new: Any) -> str:
    """What the written value becomes when it says the new one."""
    text = f"v = {before}\n"
    found = value_splices(text, 4, len(text) - 1, tomllib.loads(text)["v"], new)
    after = apply_splices(text, found, 0, len(text))
    assert tomllib.loads(after)["v"] == new
    return after[4:-1]


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("'a'", "b", "'b'"),
        ("'a'", "it's", '"it\'s"'),
        ("'a'", "a\nb", '"""\na\nb"""'),
        ('"a\\nb"', '"c"\nd', '"""\n\\"c\\"\nd"""'),
        ("'a'", "a\n\rb", '"a\\n\\rb"'),
        ('["a"]', ["a\nb"], '["a\\nb"]'),
        ('{ a = "a" }', {"a": "a\nb"}, '{ a = "a\\nb" }'),
        ('["""a\nb"""]', ["a\nc"], '["""a\nc"""]'),
        ('"a"', "b", '"b"'),
        ("'''a'''", "b", '"b"'),
        ("'''\na\n'''", "b\nc", "'''\nb\nc'''"),
        ("'''a\nb'''", "b\nc", "'''b\nc'''"),
        ("'''a\nb'''", "it's\nc", '"""it\'s\nc"""'),
        ("'''a\nb'''", '"\\\nc', "'''\"\\\nc'''"),
        ('"""a\nb"""', '"\\\nc', '"""\\"\\\\\nc"""'),
        ('"""a\nb"""', "\nc", '"""\n\nc"""'),
        ('"""\r\na\r\nb"""', "b\nc", '"""\nb\nc"""'),
        ('"""a\nb"""', "a\x7f\nb", '"a\\u007f\\nb"'),
        ('"""a\nb"""', "a\tb\nc", '"""a\tb\nc"""'),
        ("'''a\nb'''", 1, "1"),
    ],
)
def test_text(before: str, new: Any, after: str) -> None:
    assert changed(before, new) == after


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("{a=1,  b = 'x'}", {"a": 2, "b": "x"}, "{a=2,  b = 'x'}"),
        ("{a=1,  b = 'x'}", {"a": 1, "b": "x", "c": 3}, "{a=1,  b = 'x', c = 3}"),
        ("{ a=1,  b = 'x' }", {"b": "x"}, "{ b = 'x' }"),
        ("{ a=1,  b = 'x' }", {"a": 1, "c": 3}, "{ a=1, c = 3 }"),
        ("{ a=1 }", {}, "{}"),
        ("{}", {"a": 1}, "{ a = 1 }"),
        ("{a.b=1, c=2}", {"a": {"b": 1}, "c": 3}, "{a.b=1, c=3}"),
        ("{a.b=1, a.c=2}", {"a": {"b": 1, "c": 3}}, "{a = { b = 1, c = 3 }}"),
        ("{a.b=1, c=2}", {"c": 2}, "{c=2}"),
        ("{a=1}", 1, "1"),
        ("1", {"a": 1}, "{ a = 1 }"),
        ("[1]", {"a": 1}, "{ a = 1 }"),
    ],
)
def test_tables(before: str, new: Any, after: str) -> None:
    assert changed(before, new) == after


@pytest.mark.parametrize(
    ("before", "new", "after"),
    [
        ("['a','b']", ["a", "b", "c"], "['a','b',\"c\"]"),
        ("['a']", ["a", "c"], "['a', \"c\"]"),
        ("[ 'a' , 'b' ]", ["b"], "[ 'b' ]"),
        ("[ 'a' , 'b' ]", ["x", "a", "b"], "[ \"x\", 'a' , 'b' ]"),
        ("[ 'a', 'b' ]", ["a", "b", "x"], "[ 'a', 'b', \"x\" ]"),
        ("['a','b',  'c']", ["a", "b", "x", "c"], "['a','b',\"x\",  'c']"),
        ("['a', # 1\n  'b']", ["x", "a", "b"], "[\n\"x\",\n'a', # 1\n  'b']"),
        ("[ 'a' , 'b', ]", ["b", "a"], "[ 'b', 'a' , ]"),
        ("['a',]", [], "[]"),
        ("[]", ["a"], '["a"]'),
        ("[\n]", ["a"], '[\n    "a"\n]'),
        ("[ # none\n]", ["a"], '[ # none\n    "a"\n]'),
        ("[\n  'a', # 1\n  'b', # 2\n]", ["a"], "[\n  'a', # 1\n  # 2\n]"),
        ("[\n  'a', # 1\n  'b', # 2\n]", ["b"], "[\n  # 1\n  'b', # 2\n]"),
        ("[\n  'a', # 1\n  'b' # 2\n]", ["a", "b", "c"], "[\n  'a', # 1\n  'b', # 2\n  \"c\"\n]"),
        ("[\n  'a', # 1\n  'b', # 2\n]", ["c", "a", "b"], "[\n  \"c\",\n  'a', # 1\n  'b', # 2\n]"),
        ("[\n  'a', # 1\n  'b', # 2\n]", ["b", "a"], "[\n  'b', # 2\n  'a', # 1\n]"),
        ("[\n  # 0\n  'a',\n  # 1\n]", [], "[\n  # 0\n  # 1\n]"),
        ("[\n  'a' # 1\n  , 'b'\n]", ["a"], "[\n  'a' # 1\n  ]"),
        ("['a', 'b', # 1\n  'c']", ["a", "c"], "['a', # 1\n  'c']"),
        ("[\n  ['a', # 1\n  'b'], # 2\n]", [["b"]], "[\n  [ # 1\n  'b'], # 2\n]"),
        ("[\n  'a', 'b'\n]", ["a", "x", "b"], "[\n  'a',\n  \"x\",\n 'b'\n]"),
        ("[\n  'a'\n  ]", ["a", "x"], "[\n  'a',\n      \"x\"\n  ]"),
        ("[\n  'z', ['a', # 1\n  'b' # 2\n  ], 'c'\n]", ["z", "c"], "[\n  'z', # 1\n  # 2\n 'c'\n]"),
        ("[1, 2]", 3, "3"),
        ("1", [3], "[3]"),
    ],
)
def test_lists(before: str, new: Any, after: str) -> None:
    assert changed(before, new) == after


def test_what_says_the_same_has_no_change() -> None:
    assert value_splices("v = [ 1,2 ]", 4, 11, [1, 2], (1, 2)) == []


def test_the_line_of_the_opening_bracket_stays_with_lines_of_windows() -> None:
    """What is left of a removed first item goes below the bracket, not beside it."""
    text = "[\r\n  # one\r\n  1,\r\n  2,\r\n]"
    (splice,) = value_splices(text, 0, len(text), [1, 2], [2])
    assert splice.text.replace("\r\n", "\n") == "[\n  # one\n  2,\n]"
