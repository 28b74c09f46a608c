"""Event IDs: derivation from names in any script, and numbering to keep them unique."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from functools import lru_cache
from typing import Literal

from eventsmith.ground.labels import NameCase as Case
from eventsmith.naming.cases import join
from eventsmith.naming.letters import BY_LOOKS, in_plain_letters, is_korean
from eventsmith.naming.words import REMEMBERED, split

_ASCII_WORD = re.compile("[A-Za-z0-9]+")
_SAID = {"&": " and ", "+": " plus ", "%": " percent ", "@": " at ", "€": " euro ", "£": " pound ", "$": " "}
# An ID starts with a letter; this goes before names that start with a digit ("2FA Enabled").
_BEFORE_DIGIT = "event"
_FEW = 64
"""Up to here the lowest free number is taken; beyond, any free one."""


@lru_cache(maxsize=REMEMBERED)
def derive_id(
    name: str,
    case: Literal["camel", "snake", "pascal", "kebab"] = "camel",
    max_length: int | None = None,
    letters_and_digits_only: bool = False,
    language: str = "en",
) -> str:
    """Derive an ID from a name: ASCII, starting with a letter, shortened between words; empty only if nothing is left.

    With `letters_and_digits_only`, snake and kebab fall back to camel, since their separators are refused. Letters are
    written as the `language` (BCP 47) writes them: “Größe” is “groesse” in German.
    """
    wanted: Case = "camel" if letters_and_digits_only and case in ("snake", "kebab") else case
    words = _ascii_words(name, language)
    if words and words[0][0].isdigit():
        words = (_BEFORE_DIGIT, *words)
    whole = join(words, wanted)
    if max_length is None or len(whole) <= max_length:
        return whole
    # Forwards, and only as far as needed: a name of ten thousand words costs no more than its first few.
    short = ""
    for count in range(1, len(words) + 1):
        longer = join(words[:count], wanted)
        if len(longer) > max_length:
            break
        short = longer
    return short or join(words[:1], wanted)[: max(max_length, 0)]


def make_unique(wanted: str, is_taken: Callable[[str], bool], max_length: int | None = None) -> str:
    """Return `wanted`, with 2, 3 … appended if it is taken. `is_taken` decides whether case matters."""
    limit = len(wanted) if max_length is None else max(max_length, 0)
    first = wanted[:limit] if max_length is not None else wanted
    if not is_taken(first):
        return first
    separator = next((mark for mark in " _-" if mark in wanted), "")

    def numbered(number: int) -> str:
        ending = f"{separator}{number}"
        return (wanted if max_length is None else wanted[: max(limit - len(ending), 0)].rstrip(" _-")) + ending

    few = next((number for number in range(2, _FEW) if not is_taken(numbered(number))), None)
    if few is not None:
        return numbered(few)
    # Among very many equal names, each would try all numbers before its own.
    taken, free = _FEW - 1, 2 * _FEW
    while is_taken(numbered(free)):
        taken, free = free, 2 * free
    while free - taken > 1:
        middle = (taken + free) // 2
        taken, free = (middle, free) if is_taken(numbered(middle)) else (taken, middle)
    return numbered(free)


def _ascii_words(name: str, language: str) -> tuple[str, ...]:
    text = name
    if not name.isascii():
        # Emoji would be spelt out (":tada:"), so they go first.
        text = "".join(_replace_symbol(letter) for letter in unicodedata.normalize("NFKC", name))
        text = in_plain_letters(text, language)
        if not text.isascii():
            text = " ".join(_transliterate(word, language) for word in split(text))
    for sign, said in _SAID.items():
        if sign in text:
            text = text.replace(sign, said)
    words = []
    for word in split(text.strip()):
        words += _ASCII_WORD.findall(word.replace("'", ""))
    return tuple(words)


def _replace_symbol(letter: str) -> str:
    if letter.isascii():
        return letter
    category = unicodedata.category(letter)
    if category in ("So", "Sk", "Cs", "Cn", "Co", "Cc", "Cf", "Me") or "\ufe00" <= letter <= "\ufe0f":
        return _SAID.get(letter, " " if category != "Cf" else "")
    return _SAID.get(letter, letter)


def _transliterate(word: str, language: str) -> str:
    if word.isascii():
        return word
    # Imported here: it takes longer than all the rest of naming, and most catalogs never need it.
    from anyascii import anyascii

    plain: str = anyascii(word)
    if language != BY_LOOKS and is_korean(word):
        # It has spaces between words, and comes out with a capital at each syllable ("NoLae").
        return plain.lower()
    if word != word.upper() or word == word.lower():
        # Scripts without spaces come out with a capital at each word ("BoFangGeQu").
        return " ".join(split(plain)) if word == word.lower() else plain
    return plain
