"""The casing of names: recognition, checks and conversion of title, sentence, snake, camel, pascal and kebab case, and
of three mixtures: `Song_Played`, `SONG_PLAYED`, `songList_played`.

Acronyms and brands keep their own casing where a case leaves room for it; scripts without case fit every case.
"""

from __future__ import annotations

from typing import get_args

from eventsmith.ground.labels import NameCase as Case
from eventsmith.naming.recognise import parse_name
from eventsmith.naming.words import is_acronym, label_of, own_casing, shouts, split

_CASES: tuple[Case, ...] = get_args(Case)
_SMALL = frozenset(
    [
        "a",
        "an",
        "the",
        "and",
        "or",
        "but",
        "nor",
        "as",
        "at",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "off",
        "on",
        "onto",
        "out",
        "over",
        "per",
        "to",
        "up",
        "via",
        "with",
        "vs",
        "than",
    ]
)
_SEPARATORS = frozenset("_-.:/|\\>")


def case_of(name: str) -> Case | None:
    """Return the only case a name is in; None where several fit ("Checkout"), or none does ("order.Placed")."""
    fitting = [case for case in _CASES if fits_case(name, case)]
    if len(fitting) == 2 and "camel-snake" in fitting:
        # So is every name in snake or in camel case.
        fitting.remove("camel-snake")
    return fitting[0] if len(fitting) == 1 else None


def fits_case(name: str, case: Case) -> bool:
    """Return whether a name fits a case: "Checkout" fits title, sentence and pascal case; 购买 fits all.

    A label before the name is not judged: "checkout: Payment Added" is in title case. "order.placed" has no room for
    spaces.
    """
    label = label_of(name)
    name = name[len(label) :]
    if not name or name.lower() == name.upper():
        return True
    if label and not label[-1].isspace() and case in ("title", "sentence"):
        return True
    spaced = name.split()
    if case in ("title", "sentence"):
        return _fits_spaced(spaced, case)
    if len(spaced) != 1 or name != spaced[0]:
        return False
    marks = _SEPARATORS.intersection(name)
    if case == "snake":
        return marks <= {"_"} and name == name.lower()
    if case == "upper-snake":
        return marks <= {"_"} and name == name.upper()
    if case in ("title-snake", "camel-snake"):
        return marks <= {"_"} and _fits_chunks(name, case)
    if case == "kebab":
        return marks <= {"-"} and name == name.lower()
    if marks:
        return False
    first = next(letter for letter in name if letter.lower() != letter.upper())
    if case == "camel":
        return first != first.upper()
    return first != first.lower() and not shouts(split(name))


def in_case(name: str, case: Case) -> str:
    """Convert a name to a case, behind its label; a name that fits already is returned as it is."""
    if fits_case(name, case):
        return name
    label = label_of(name)
    if case == "camel-snake":
        return label + "_".join(join(chunk, "camel") for chunk in _chunks(name))
    return label + join(split(name[len(label) :]), case)


def join(words: tuple[str, ...], case: Case) -> str:
    """Join words in a case; a word in lower case that has a casing of its own gets it."""
    if shouts(words):
        words = tuple(word if own_casing(word) == word else word.lower() for word in words)
    if case == "title":
        return " ".join(own_casing_or(word, capitalised(word)) for word in words)
    if case == "sentence":
        rest = (own_casing_or(word, word if is_acronym(word) else word.lower()) for word in words[1:])
        return " ".join([*(own_casing_or(word, capitalised(word)) for word in words[:1]), *rest])
    pieces = [piece for word in words for piece in _pieces(word)]
    if case in ("snake", "kebab", "camel-snake"):
        return ("-" if case == "kebab" else "_").join(piece.lower() for piece in pieces)
    if case == "upper-snake":
        return "_".join(piece.upper() for piece in pieces)
    if case == "title-snake":
        return "_".join(own_casing_or(piece, capitalised(piece)) for piece in pieces)
    humps: list[str] = []
    for piece in pieces:
        if case == "camel" and not humps:
            humps.append(piece.lower())
            continue
        # Code says userId, though people write ID: https://google.github.io/styleguide/javaguide.html#s5.3-camel-case
        hump = "Id" if piece == "id" else own_casing_or(piece, capitalised(piece))
        # Two acronyms in a row could not be separated again: "AI API" is AIApi.
        follows_capital = bool(humps) and humps[-1][-1:].isupper()
        humps.append(hump[:1] + hump[1:].lower() if follows_capital and hump.isupper() else hump)
    return "".join(humps)


def capitalised(word: str) -> str:
    """Capitalise the first letter of a word, also after an opening bracket or quote; leave the rest."""
    for at, letter in enumerate(word):
        if letter.isalnum():
            # title() and not upper(): "ǆ" and "ß" begin a word differently from how they stand in capitals.
            return word[:at] + letter.title() + word[at + 1 :]
    return word


def own_casing_or(word: str, otherwise: str) -> str:
    """Return the word's own casing where it is written in lower case, else the alternative."""
    if word == word.lower():
        return own_casing(word) or otherwise
    return otherwise


def _chunks(name: str) -> list[tuple[str, ...]]:
    """Split a name into words joined by humps where the verb stands apart: "catalogList" and "selected"."""
    parse = parse_name(name)
    verb = (*parse.adverb, *filter(None, (parse.verb_word, parse.particle)))
    noun_first = parse.form in ("noun-verb", "noun-verb-past")
    chunks = [parse.object, (*verb, *parse.tail)] if noun_first else [verb, (*parse.object, *parse.tail)]
    return [chunk for chunk in chunks if chunk]


def _fits_chunks(name: str, case: Case) -> bool:
    chunks = name.split("_")
    if case == "title-snake":
        return all(len(split(chunk)) == 1 for chunk in chunks) and _fits_spaced(chunks, "title")
    return not shouts(split(name)) and all(chunk[:1] == chunk[:1].lower() for chunk in chunks)


def _fits_spaced(words: list[str], case: Case) -> bool:
    if any("_" in word for word in words) or shouts(tuple(words)):
        return False
    if len(words) == 1:
        # A lone word must be one: neither camel humps nor dots. "Sign-up" and "GitHub" are words.
        whole = split(words[0])
        if len(whole) > 1 and "-".join(whole) != words[0]:
            return False
    last = len(words) - 1
    for at, word in enumerate(words):
        lower = word.lower()
        if lower == word.upper() or own_casing(word) == word or (is_acronym(word) and not word.islower()):
            continue
        first = next(letter for letter in word if letter.isalnum() or letter.lower() != letter.upper())
        capital = first != first.lower()
        if at == 0 or case == "title":
            small = case == "title" and 0 < at < last and lower in _SMALL
            if not (capital or small or first.isdigit()):
                return False
        elif capital:
            return False
    return True


def _pieces(word: str) -> list[str]:
    if word.isalnum():
        return [word]
    inner = word.replace("’", "").replace("'", "")
    spaced = "".join(letter if _stays(letter) else " " for letter in inner)
    return spaced.split()


def _stays(letter: str) -> bool:
    # Letters, digits, marks and emoji stay; ASCII punctuation only separates.
    return letter.isalnum() or not letter.isascii()
