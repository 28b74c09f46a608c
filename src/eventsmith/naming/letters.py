"""How languages write their letters in plain ones, and which scripts do not say how a word sounds."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from eventsmith.naming.word_lists import sections

BY_LOOKS = ""
"""Instead of a language: every letter as it looks, as IDs were derived before languages were heard."""
_GUESSED = ("ARABIC", "HEBREW", "THAI", "HIRAGANA", "KATAKANA", "HALFWIDTH KATAKANA")
"""How the names of letters begin that leave sounds out, or have several; Chinese ones have them in Japanese."""


def in_plain_letters(text: str, language: str) -> str:
    """The text with those letters put in plain ones that the language (BCP 47) does not write as they look."""
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
    """Whether the letters of a name do not tell how it sounds, so that an ID derived from it is a guess."""
    if name.isascii():
        return False
    beginnings = (*_GUESSED, "CJK UNIFIED") if _primary(language) == "ja" else _GUESSED
    return any(unicodedata.name(letter, "").startswith(beginnings) for letter in name)


def is_korean(word: str) -> bool:
    """Whether a word has syllables of Hangul."""
    return any(unicodedata.name(letter, "").startswith("HANGUL") for letter in word)


def _primary(language: str) -> str:
    """The language of a tag, without country and script: "de" of "de-AT"."""
    return language.partition("-")[0].lower()


@cache
def _letters_of(language: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """What is written for letters, and for endings, of a language; the pattern that finds them."""
    listed = [
        pair for key, words in sections("letters.txt").items() if not key or language in key.split() for pair in words
    ]
    plain = dict(zip(listed[::2], listed[1::2], strict=True))
    endings = [rf"(?<=[^\W_]){own[1:]}(?![^\W_])" for own in plain if own.startswith("-")]
    letters = [own for own in plain if not own.startswith("-")]
    pattern = re.compile("|".join((*endings, *letters)), re.IGNORECASE)
    return {own.removeprefix("-"): written for own, written in plain.items()}, pattern
