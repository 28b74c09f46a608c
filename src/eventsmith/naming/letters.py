"""Transliteration of a language's letters to plain ones, and the scripts that do not show how a word sounds."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from eventsmith.naming.word_lists import sections

BY_LOOKS = ""
"""In place of a language: every letter by its looks, as IDs were derived before languages were considered."""
_GUESSED = ("ARABIC", "HEBREW", "THAI", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA")
"""The beginnings of Unicode names of letters that omit sounds or have several; Chinese ones have them in Japanese."""


def in_plain_letters(text: str, language: str) -> str:
    """Replace the letters that the language (BCP 47) does not write by their looks with plain ones."""
    if language == BY_LOOKS:
        return text
    plain, pattern = _letters_of(_primary(language))

    def put(found: re.Match[str]) -> str:
        own = found[0]
        written = plain[own.lower()]
        if not own[0].isupper():
            return written
        beside = text[max(found.start() - 1, 0) : found.start()] + text[found.end() : found.end() + 1]
        return written.upper() if beside.isupper() else written.capitalize()

    return pattern.sub(put, text)


def is_guess(name: str, language: str = "en") -> bool:
    """Return whether a name's letters do not show how it sounds, so that an ID derived from it is a guess."""
    if name.isascii():
        return False
    beginnings = (*_GUESSED, "CJK UNIFIED") if _primary(language) == "ja" else _GUESSED
    return any(unicodedata.name(letter, "").startswith(beginnings) for letter in name)


def is_korean(word: str) -> bool:
    """Return whether a word has Hangul syllables."""
    return any(unicodedata.name(letter, "").startswith("HANGUL") for letter in word)


def _primary(language: str) -> str:
    """Return the language of a tag, without country and script: "de" of "de-AT"."""
    return language.partition("-")[0].lower()


@cache
def _letters_of(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """Return the replacements of a language's letters and endings, and a pattern that finds them."""
    listed = [
        pair for key, words in sections("letters.txt").items() if not key or language in key.split() for pair in words
    ]
    plain = dict(zip(listed[::2], listed[1::2], strict=True))
    endings = [rf"(?<=[^\W_]){own[1:]}(?![^\W_])" for own in plain if own.startswith("-")]
    letters = [own for own in plain if not own.startswith("-")]
    pattern = re.compile("|".join((*endings, *letters)), re.IGNORECASE)
    return {own.removeprefix("-"): written for own, written in plain.items()}, pattern
