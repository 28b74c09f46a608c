"""Splitting of names into words, whatever way they were joined."""

from __future__ import annotations

import re
from functools import cache, lru_cache

from eventsmith.naming.word_lists import sections

# A scope in brackets or a sign at the start; a separator between two spaces; a colon and a space.
_LABEL = re.compile(
    r"^\s*(?:\[[^\]]*\]|\([^)]*\))\s+|^[^\w\s$\[({\"'“‘#*.]+\s+|\s(?:[-–—·•>»→]|::)\s+|(?<=\S):{1,2}\s+"
)
# Within one word, before a letter: "order.placed", "auth:sign_in", "checkouts/create".
_NAMESPACE = re.compile(r"(?<=[^\W_])(?:[.:/]|::)(?=[^\W\d_])")
# "Order Placed (Server: EU)"
_REMARK = re.compile(r"(?<=\S)\s+[(\[{]")

REMEMBERED = 1 << 17
"""The number of names whose results are cached: enough for a big catalog and its rewrites."""

# Hyphens join parts of one word where something else already separates the words ("In-App Message", "x-ray_clicked").
_BETWEEN = r"[_:/|\\>]|(?<![0-9])\.|\.(?![0-9])"


@lru_cache(maxsize=REMEMBERED)
def split(name: str) -> tuple[str, ...]:
    """Split a name into its words as written, acronyms and brands intact; none for a name of only separators.

    Where spaces separate the words, everything between two spaces is one word, punctuation included.
    """
    parts = name.split()
    if len(parts) > 1 or not parts:
        return tuple(parts)
    if name.isalpha() and (name.islower() or name.isupper()):
        return (parts[0],)
    separated = _separators("_" in name).split(parts[0])
    return tuple(word for part in separated if part for word in _humps(part))


@lru_cache(maxsize=REMEMBERED)
def label_of(name: str) -> str:
    """Return the label before the name proper with its separator: "[Docs] ", "Menu: Video: ", "Cart - ", "order.".

    Empty without a label: in "v1.2", "https://x.y", "12:30", "Save/Load File".
    """
    if name.isalnum() or "://" in name:
        return ""
    remark = _REMARK.search(name)
    text = name[: remark.start()] if remark else name
    end = max((found.end() for found in _LABEL.finditer(text) if _is_parted(text, found)), default=0)
    if " " not in text[end:].strip():
        end = max((found.end() for found in _NAMESPACE.finditer(text, end) if _is_parted(text, found)), default=end)
    return name[:end]


def _is_parted(text: str, found: re.Match[str]) -> bool:
    """Return whether there is text on both sides; before it, a leading sign or a scope in brackets is enough."""
    before, after = text[: found.start()], text[found.end() :]
    return any(map(str.isalpha, after)) and (found.start() == 0 or any(map(str.isalnum, before)))


def separators_of(name: str) -> str:
    """Return the separator between the words: a space, one of `_-.:/`, or an empty text."""
    if len(name.split()) > 1:
        return " "
    return next((mark for mark in "_-.:/|" if mark in name.strip("_-.:/|")), "")


@lru_cache(maxsize=8192)
def own_casing(word: str) -> str | None:
    """Return the casing that a word has everywhere ("PDF" for "pdf", "GitHub", "FAQs"), if it has one."""
    known = _own_casings()
    lower = word.lower()
    if lower in known:
        return known[lower]
    if lower.endswith("s") and not lower.endswith("ss") and known.get(lower[:-1], "").isupper():
        return known[lower[:-1]] + "s"
    return None


def is_acronym(word: str) -> bool:
    """Return whether a word is written as an acronym or brand, with capitals past its first letter, which it keeps."""
    return any(part[1:] != part[1:].lower() for part in word.split("-")) or (
        word.isupper() and own_casing(word) == word
    )


def shouts(words: tuple[str, ...]) -> bool:
    """Return whether a name is all in capitals ("ADD_TO_CART", "RESERVE"), so that capitals tell nothing."""
    cased = [word for word in words if word.lower() != word.upper()]
    if not cased or any(word != word.upper() for word in cased):
        return False
    return any(own_casing(word) is None and len(word) > (1 if len(cased) > 1 else 3) for word in cased)


@cache
def _own_casings() -> dict[str, str]:
    lists = sections("acronyms.txt")
    return {word.lower(): word for listed in lists.values() for word in listed}


@cache
def _separators(keep_hyphens: bool) -> re.Pattern[str]:
    return re.compile(_BETWEEN if keep_hyphens else _BETWEEN + "|-")


@cache
def _hump_pattern(with_brands: bool) -> re.Pattern[str]:
    brands = [b for b in sections("acronyms.txt")["brands"] if "-" not in b and b.lower() != b] if with_brands else []
    # Not those in e-: "createCard" is far commoner than an eCard after a word.
    inside = "|".join(re.escape(brand) for brand in brands if brand[0].islower() and brand[0] != "e")
    # "Updated2fa"
    digits = "|".join(known for known in _own_casings() if known[0].isdigit())
    pieces = [
        *([f"[A-Z]?[a-z]+(?=(?:{digits})(?![a-z]))", f"(?:{digits})(?![a-z])"] if with_brands else []),
        *(re.escape(brand) + "(?![a-z])" for brand in sorted(brands, key=len, reverse=True)),
        # "openiOSApp": small letters stop before a brand that begins with one.
        *([f"[A-Z]?[a-z]+?(?=(?:{inside})(?![a-z]))"] if inside else []),
        "[0-9]+[A-Z]+(?![a-z])",
        "[A-Z]{2,}s(?=[A-Z0-9]|$)",
        "[A-Z]+[0-9]+(?![a-z])",
        "[A-Z]+(?![a-z])",
        # Digits belong to the word before them, unless they begin an acronym ("enable2FA").
        "[A-Z]?[a-z]+(?:[0-9]++(?![A-Z][A-Z]))?",
        "[0-9]+[a-z]*",
        "[^A-Za-z0-9]+",
    ]
    return re.compile("|".join(pieces))


def _humps(part: str) -> list[str]:
    if part.lower() == part or part.upper() == part:
        return [part]
    if part.isascii():
        found = _hump_pattern(True).findall(part)
    else:
        shape = "".join(map(_shape, part))
        found = [part[m.start() : m.end()] for m in _hump_pattern(False).finditer(shape)]
    words: list[str] = []
    for word in found:
        # Signs such as an apostrophe or "$" do not begin a new word.
        if (
            words
            and (not _has_letter(word) or not _has_letter(words[-1]))
            and not (word[0].isdigit() or words[-1][-1:].isdigit())
        ):
            words[-1] += word
        else:
            words.append(word)
    return words


def _has_letter(word: str) -> bool:
    return any(map(str.isalnum, word))


def _shape(letter: str) -> str:
    if letter.isupper():
        return "A"
    if letter.isdigit():
        return "0"
    # Letters without case, marks and emoji go with the word they stand in.
    return "a"
