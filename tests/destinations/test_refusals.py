"""What is said where platforms do not take a text: whose limit it is, and by how much it is missed."""

import pytest

from eventsmith.destinations import Wording, refusal
from eventsmith.destinations._refusals import excess

SHORT = Wording(max_length=3)
PLAIN = Wording(max_length=6, pattern="[a-z]+", pattern_says="letters only")
DIGITS = Wording(pattern="[0-9]+", pattern_says="digits only")
OWN = Wording(reserved=("click",), reserved_prefixes=("ga_",))
LOOSE = Wording(reserved=("App Launched",), reserved_however_written=True)
BYTES = Wording(max_bytes=6)


@pytest.mark.parametrize(
    ("wording", "text", "says"),
    [
        (SHORT, "abc", None),
        (SHORT, "abcd", "at most 3 characters, this has 4"),
        (SHORT, "äöü", None),
        (PLAIN, "a1", "letters only"),
        (PLAIN, "a\n", "letters only"),
        (OWN, "click", "no “click”: it keeps that word for itself"),
        (OWN, "Click", None),
        (OWN, "ga_x", "nothing that starts with “ga_”: it keeps that for itself"),
        (LOOSE, "applaunched", "no “applaunched”: it keeps that word for itself"),
        (LOOSE, "App Launched Again", None),
        (BYTES, "abcdef", None),
        (BYTES, "abcdefg", "at most 6 bytes, this has 7"),
        (BYTES, "歌う", None),
        (BYTES, "歌う!", "at most 6 bytes, this has 7"),
        (Wording(), "", None),
    ],
)
def test_what_one_platform_takes(wording: Wording, text: str, says: str | None) -> None:
    assert wording.refuses(text) == says


@pytest.mark.parametrize(
    ("asked", "text", "says"),
    [
        ({}, "abcd", None),
        ({"A": SHORT}, "abc", None),
        ({"A": SHORT}, "abcd", "A takes at most 3 characters; this has 4: 1 too many"),
        ({"A": PLAIN, "B": SHORT}, "abcdefgh", "B takes at most 3 characters, A 6; this has 8: 5 too many"),
        ({"A": SHORT, "B": SHORT, "C": SHORT}, "abcd", "A, B and C take at most 3 characters; this has 4: 1 too many"),
        ({"A": PLAIN}, "a1", "A does not take “a1”: it takes letters only"),
        ({"A": PLAIN, "B": PLAIN}, "a1", "A and B do not take “a1”: they take letters only"),
        (
            {"A": PLAIN, "B": DIGITS, "C": PLAIN, "D": DIGITS},
            "a1",
            "A and C do not take “a1”: they take letters only; B and D take digits only",
        ),
        ({"A": OWN}, "click", "A keeps “click” for itself: take another word"),
        ({"A": OWN, "B": OWN}, "ga_x", "A and B keep what starts with “ga_” for themselves: start it otherwise"),
        ({"A": LOOSE}, "applaunched", "A keeps “App Launched” for itself: take another word"),
        (
            {"A": PLAIN, "B": SHORT, "C": BYTES},
            "abc-defg",
            "B takes at most 3 characters, A 6; this has 8: 5 too many; "
            "C takes at most 6 bytes; this has 8: 2 too many",
        ),
        (
            {"A": OWN, "B": SHORT, "C": PLAIN},
            "ga_x",
            "B takes at most 3 characters; this has 4: 1 too many; "
            "C does not take “ga_x”: it takes letters only; "
            "A keeps what starts with “ga_” for itself: start it otherwise",
        ),
    ],
)
def test_several_are_said_in_one(asked: dict[str, Wording], text: str, says: str | None) -> None:
    assert refusal(asked.items(), text) == says


def test_the_strictest_comes_first() -> None:
    assert excess({100: ["B"], 25: ["A", "C"]}, 120, "hold", "properties") == (
        "A and C hold at most 25 properties, B 100; this has 120: 95 too many"
    )
