"""The nearest known word to a mistyped one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from difflib import get_close_matches
from functools import cached_property
from typing import NamedTuple

from eventsmith.naming import same_key

_MOST = 500
"""The number of words up to which all are compared; beyond it, only other spellings are found."""


class Near(NamedTuple):
    """The nearest known word, which is sure if it is the only one that differs just in spelling."""

    word: str
    sure: bool


class Words:
    """Known words, indexed once for many look-ups."""

    def __init__(self, words: Iterable[str]) -> None:
        self.all = [word for word in words if word]

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each word occurs."""
        return Counter(self.all)

    @cached_property
    def spelled(self) -> dict[str, list[str]]:
        """By `same_key`: the first three words, enough to tell whether one is the only match."""
        filed: dict[str, list[str]] = {}
        for word in self.all:
            same = filed.setdefault(same_key(word), [])
            if len(same) < 3:
                same.append(word)
        return filed


def nearest(word: str, *known: Iterable[str] | Words, but: str = "") -> Near | None:
    """Return the nearest of the known words, leaving out one occurrence of `but`; None where none is near."""
    lists = [one if isinstance(one, Words) else Words(one) for one in known]
    key = same_key(word)
    same = _without([other for one in lists for other in one.spelled.get(key, ())], but)
    if same:
        return Near(same[0], len(same) == 1)
    if sum(len(one.all) for one in lists) > _MOST:
        return None
    found = get_close_matches(word, _without([other for one in lists for other in one.all], but), n=1, cutoff=0.7)
    return Near(found[0], False) if found else None


def _without(words: list[str], but: str) -> list[str]:
    if but in words:
        words.remove(but)
    return words
