"""What somebody types is looked for in titles, other words for them, and descriptions; the best match comes first."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import get_close_matches
from enum import IntEnum
from typing import NamedTuple

_LEAST_INSIDE = 3
"""Letters from which on a word is also found inside of another; two of them are in everything."""
_LEAST_GUESSED = 4
"""Letters from which on a word may be mistyped."""
_ALIKE = 0.75
"""How alike two words are for one to be the other mistyped: “udno” and “undo” are."""


class Grade(IntEnum):
    """How well something matches, the best first; all but the last are real matches."""

    WHOLE = 0
    """It is the title."""
    WORD = 1
    OTHER_WORD = 2
    """A word that says the same as the title."""
    START = 3
    START_OF_OTHER = 4
    INSIDE = 5
    ABOUT = 6
    """It is in the description."""
    GUESS = 7
    """It may be mistyped."""


class Match(NamedTuple):
    """How something was found."""

    grade: Grade
    other: str = ""
    """The other word it was found by; empty if its title or description has what was typed."""


class Wanted:
    """What somebody types, word by word."""

    def __init__(self, text: str) -> None:
        self._whole = " ".join(text.split()).casefold()
        self.words = self._whole.split()
        self._patterns = [re.compile(re.escape(word), re.IGNORECASE) for word in self.words]

    def match(self, title: str, others: str = "", about: str = "", *, guess: bool = False) -> Match | None:
        """Return how something matches all words, as well as the worst of them; None if one is not there.

        `others` are words that say the same. With `guess`, words may be mistyped.
        """
        if title.casefold() == self._whole:
            return Match(Grade.WHOLE)
        worst = Match(Grade.WHOLE)
        for word in self._patterns:
            found = _found(word, title, others, about) or (_guessed(word, title, others) if guess else None)
            if found is None:
                return None
            if found.grade > worst.grade:
                worst = found
        return worst

    def places_in(self, text: str) -> list[tuple[int, int]]:
        """Return where the words are in a text, as pairs of start and end that do not overlap."""
        places = sorted((start, end) for word in self._patterns for start, end, _ in _places(word, text))
        return [place for number, place in enumerate(places) if not number or place[0] >= places[number - 1][1]]


def _found(word: re.Pattern[str], title: str, others: str, about: str) -> Match | None:
    in_title = min((grade for *_, grade in _places(word, title)), default=None)
    in_others = min(((grade, start) for start, _, grade in _places(word, others)), default=None)
    if in_title is Grade.WORD or (in_title is Grade.START and (in_others is None or in_others[0] is not Grade.WORD)):
        return Match(in_title)
    if in_others is not None and in_others[0] is not Grade.INSIDE:
        grade = Grade.OTHER_WORD if in_others[0] is Grade.WORD else Grade.START_OF_OTHER
        return Match(grade, others[in_others[1] :].split(maxsplit=1)[0])
    if in_title is not None:
        return Match(in_title)
    return Match(Grade.ABOUT) if any(_places(word, about)) else None


def _guessed(word: re.Pattern[str], title: str, others: str) -> Match | None:
    typed = word.pattern
    if len(typed) < _LEAST_GUESSED:
        return None
    near = get_close_matches(typed, f"{title} {others}".casefold().split(), n=1, cutoff=_ALIKE)
    return Match(Grade.GUESS, near[0]) if near else None


def _places(word: re.Pattern[str], text: str) -> Iterator[tuple[int, int, Grade]]:
    """Yield where a word is in a text: as a word, at the start of one, also of a hump as in `songName`, or inside."""
    for found in word.finditer(text):
        start, end = found.span()
        if start and text[start - 1].isalnum() and not (text[start - 1].islower() and text[start].isupper()):
            if end - start >= _LEAST_INSIDE or not text[start].isascii():
                yield start, end, Grade.INSIDE
        elif end < len(text) and text[end].isalnum() and not (text[end - 1].islower() and text[end].isupper()):
            yield start, end, Grade.START
        else:
            yield start, end, Grade.WORD
