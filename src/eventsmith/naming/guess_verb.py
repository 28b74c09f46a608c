"""Guesses of the bare verb behind a regular past form of an unlisted verb: "provoked", "embedded", "whatsapped".

The guess goes by spelling alone, with the endings in `past_endings.txt`. Where spelling cannot tell ("bathed" of bath
or bathe), the commoner pattern wins. Irregular verbs, and whether a word is a past form at all, are left to verbs.py.
"""

from __future__ import annotations

from functools import cache

from eventsmith.naming.word_lists import sections

VOWELS = frozenset("aeiou")

# Bare verbs that end in a doubled consonant, besides those in -ll, -ss, -ff and -zz.
_DOUBLE_ANYWAY = frozenset(("add", "err", "purr", "butt", "putt", "boycott", "burr", "whirr", "ebb", "egg"))


def bare_form(stem: str) -> str | None:
    """Return the bare verb for the stem before -ed: unchanged, with -e, with -y, or without a doubled consonant."""
    if stem[-1] in "aeo":
        return _after_vowel(stem)
    if stem[-1] == "i":
        return stem + "e" if len(stem) == 2 else stem[:-1] + "y"
    if stem[-1] == stem[-2:-1]:
        return _undouble(stem)
    if ends_short(stem):
        # One syllable with one short vowel would have doubled its consonant; since it did not, it ends in a silent e.
        return stem + "e"
    return stem + ("e" if _by_ending(stem, "with-e", "bare") else "")


def ends_short(verb: str) -> bool:
    """Return whether a verb is one syllable of a short vowel and a consonant: "stop", "quiz", not "play" or "load"."""
    bare = verb[2:] if verb.startswith("qu") else verb
    vowels = [letter for letter in bare if letter in VOWELS or (letter == "y" and not bare.startswith("y"))]
    return len(vowels) == 1 and bare[-1] not in "aeiouwxyh" and bare[-2:-1] in VOWELS and len(verb) > 2


def _after_vowel(stem: str) -> str | None:
    # Words in -eed are nouns and bare verbs ("seaweed", "proceed"); the few pasts among them are of verbs we list.
    if stem[-1] == "e":
        return None
    return stem + "e" if stem in ("sho", "to", "cano", "ho", "tipto") else stem


def _undouble(stem: str) -> str:
    if stem in _DOUBLE_ANYWAY or stem[-1] in "sfz":
        return stem
    if stem[-1] == "l" and not _by_ending(stem, "one-l", "two-l"):
        return stem
    return stem[:-1]


def _by_ending(stem: str, one: str, other: str) -> bool:
    """Return whether the longest ending that fits stands in list `one` rather than in list `other` or in none."""
    endings = _endings()
    found = next((endings[stem[at:]] for at in range(len(stem)) if stem[at:] in endings), other)
    return found == one


@cache
def _endings() -> dict[str, str]:
    return {ending: section for section, listed in sections("past_endings.txt").items() for ending in listed}
