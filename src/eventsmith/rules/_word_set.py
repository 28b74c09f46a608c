"""Word lists in the source of rules, written as text."""

from __future__ import annotations


def word_set(words: str) -> frozenset[str]:
    """Split a text at white space into a set of words."""
    return frozenset(words.split())
