"""Patterns mean what they mean to Python's own expressions, and no text holds them up."""

import re

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from eventsmith.ground.linear_pattern import Pattern, PatternError

ONE = st.sampled_from([*"abé_-", ".", r"\d", r"\w", r"\s", r"\.", r"\|", "[ab]", "[^a]", r"[\d_]", "[]a]", "[^]a-c]"])
TIMES = st.sampled_from(["*", "+", "?", "{0}", "{2}", "{1,}", "{0,2}", "{2,3}"])


def grown(parts: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    group = st.builds("{}{}{}".format, st.sampled_from(["(", "(?:"]), parts, st.just(")"))
    row = st.lists(parts, max_size=3).map("".join)
    return st.one_of(
        group, st.builds("{}{}".format, st.one_of(group, ONE), TIMES), row, st.builds("{}|{}".format, row, row)
    )


@given(pattern=st.recursive(ONE, grown, max_leaves=8), texts=st.lists(st.text("abcé_-.|1 \n", max_size=7), max_size=20))
def test_a_pattern_takes_what_pythons_own_takes(pattern: str, texts: list[str]) -> None:
    try:
        ours = Pattern(pattern)
    except PatternError:
        assume(False)
    theirs = re.compile(pattern)
    for text in texts:
        assert ours.matches(text) == bool(theirs.fullmatch(text)), (pattern, text)


@given(st.text("ab()[]{}|*+?^$\\.-0123,dwZ", max_size=12))
def test_any_text_is_a_pattern_or_is_told_why_not(text: str) -> None:
    try:
        ours = Pattern(text)
    except PatternError:
        return
    assert ours.matches("ab") == bool(re.fullmatch(text, "ab"))


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("(a", "“(” at character 1 is not closed"),
        ("a)", "“)” at character 2 closes nothing"),
        ("a[bc", "“[” at character 2 means nothing here: it is not closed"),
        ("*a", "“*” at character 1 stands behind nothing to repeat"),
        ("a+?", "“?” at character 3 stands behind nothing to repeat"),
        ("^a$", "“^” at character 1 means nothing here: a pattern is of the whole text"),
        ("(?=a)", "“(” at character 1 means nothing here: of groups, only “(…)” and “(?:…)” are understood"),
        (r"\ba", "means nothing here: of letters behind it, only “\\d”, “\\w” and “\\s” are understood"),
        ("a{", "for the character itself, write “\\{”"),
        ("[b-a]", "“[b-a]” at character 1 cannot be read"),
        ("[a--b]", "“[a--b]” at character 1 cannot be read"),
        ("a{3,2}", "“{3,2}” at character 2 asks for more than it allows"),
        ("a{9999}", "too long once its repetitions are written out"),
        ("(((){99}){99}){99}", "too long once its repetitions are written out"),
        ("(" * 500 + ")" * 500, "nested more than 20 deep"),
    ],
)
def test_what_is_wrong_with_a_pattern_is_said(pattern: str, said: str) -> None:
    with pytest.raises(PatternError) as error:
        Pattern(pattern)
    assert said in str(error.value)


@pytest.mark.parametrize("pattern", ["(a+)+b", "(a|a)*b", "(a|aa)+b", "(a*)*b", "(?:a?){50}b"])
def test_no_text_holds_up_a_pattern(pattern: str) -> None:
    # Python's own would be at it for longer than there are tests.
    assert not Pattern(pattern).matches("a" * 2000)
    assert Pattern(pattern).matches("a" * 2000 + "b") == (pattern != "(?:a?){50}b")


def test_what_is_remembered_of_texts_does_not_grow_without_end() -> None:
    pattern = Pattern("(a|b)*a(a|b){12}")
    for number in range(2000):
        text = f"{number:b}".translate({48: "a", 49: "b"})
        assert pattern.matches(text) == (len(text) > 12 and text[-13] == "a")
    assert len(pattern._known) < 20_000
