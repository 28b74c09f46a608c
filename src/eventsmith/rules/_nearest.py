"""The word that was probably meant."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import NamedTuple

from eventsmith.naming import same_key


class Near(NamedTuple):
    """The nearest of the known words, and whether the two differ in spelling only: then it is sure what was meant."""

    word: str
    sure: bool


def nearest(word: str, known: Iterable[str]) -> Near | None:
    """The nearest of the known words; None where none is near."""
    words = [other for other in known if other]
    key = same_key(word)
    same = [other for other in words if same_key(other) == key]
    if same:
        return Near(same[0], len(same) == 1)
    found = get_close_matches(word, words, n=1, cutoff=0.7)
    return Near(found[0], False) if found else None
