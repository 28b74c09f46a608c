"""English verbs: which words are verbs, how their past is formed, and which verb a past form belongs to.

A word's role within a name is left to recognise.py. Regular past forms of unlisted verbs are read by rule, so
`lemma_of` also answers for coined verbs ("synced", "whatsapped"), with `known` false.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import Literal, NamedTuple

from eventsmith.naming.guess_verb import VOWELS, bare_form, ends_short
from eventsmith.naming.word_lists import rows, sections

Kind = Literal["verb", "verb-first", "either", "noun"]

_PREFIXES = ("re", "un", "de", "dis", "pre", "auto", "over", "under", "out", "mis", "co", "cross", "up", "inter")
# Prefixes of irregular verbs and of those that double a consonant.
_IRREGULAR_AFTER = ("re", "un", "pre", "over", "under", "out", "mis", "co", "auto", "up", "fore", "inter")


class Past(NamedTuple):
    """The verb of a past form. `simple` and `participle` say which of the two it can be."""

    verb: str
    simple: bool
    participle: bool
    known: bool


def past(verb: str) -> str:
    """Return the simple past of a bare verb: "showed" for "show"."""
    return _both(verb)[0]


def participle(verb: str) -> str:
    """Return the past participle of a bare verb: "shown" for "show"."""
    return _both(verb)[1]


@lru_cache(maxsize=4096)
def kind(word: str) -> Kind | None:
    """Return how a bare, lower-case verb is read at the start of a name; None for a word that is no verb."""
    listed = _kinds().get(word)
    if listed or len(word) < 4:
        return listed
    if "-" in word:
        start, _, rest = word.rpartition("-")
        if start in _exceptions("before-hyphen"):
            return "verb" if kind(rest) in ("verb", "verb-first") else None
        return "verb" if start in _PREFIXES and kind(rest) in ("verb", "verb-first", "either") else None
    if word in _exceptions("not-verbs"):
        return None
    if word.endswith(("ize", "ify", "yse")) or (word.endswith("ate") and len(word) > 7):
        return "verb"
    for prefix in _PREFIXES:
        rest = word[len(prefix) :]
        if word.startswith(prefix) and len(rest) > 2 and _kinds().get(rest) in ("verb", "verb-first"):
            return "verb"
    return None


def is_listed(word: str) -> bool:
    """Return whether a word is in our lists of verbs, however often it is a noun."""
    return word in _kinds()


@lru_cache(maxsize=4096)
def lemma_of(word: str) -> Past | None:
    """Return the verb of a lower-case past form; None where the word is none."""
    if word in _exceptions("not-past"):
        return None
    found = _known(word)
    if found or len(word) < 4:
        return found
    if "-" in word:
        start, _, rest = word.rpartition("-")
        inner = lemma_of(rest)
        return inner and inner._replace(verb=f"{start}-{inner.verb}") if start.isalpha() else None
    for prefix in _PREFIXES:
        if word.startswith(prefix):
            inner = _known(word[len(prefix) :])
            if inner and len(inner.verb) > 2:
                if prefix == "un" and inner.verb not in _exceptions("undoable"):
                    return None
                if past(prefix + inner.verb) == word or participle(prefix + inner.verb) == word:
                    return inner._replace(verb=prefix + inner.verb)
    if not word.endswith("ed") or not word.isascii() or not word.isalpha() or word.startswith("un"):
        return None
    if word.endswith(tuple(_exceptions("joined-pasts"))):
        # "loginfailed" is two words written as one.
        return None
    stem = word[:-2]
    verb = bare_form(stem) if VOWELS.union("y").intersection(stem) else None
    return Past(verb, True, True, False) if verb else None


@lru_cache(maxsize=2048)
def third_person(word: str) -> str | None:
    """Return the verb of a third person ("view" for "views"), if it is a listed verb."""
    if len(word) < 4 or not word.endswith("s") or word.endswith("ss"):
        return None
    for verb in (word[:-1], word[:-2] if word.endswith("es") else "", word[:-3] + "y" if word.endswith("ies") else ""):
        if kind(verb) in ("verb", "verb-first"):
            return verb
    return None


@lru_cache(maxsize=2048)
def gerund_of(word: str) -> str | None:
    """Return the verb of an -ing form, if it is a listed verb."""
    if len(word) < 5 or not word.endswith("ing"):
        return None
    stem = word[:-3]
    undoubled = stem[:-1] if stem[-1:] == stem[-2:-1] else ""
    return next((verb for verb in (stem, stem + "e", undoubled) if verb in _kinds() or kind(verb) == "verb"), None)


def is_same_in_past(verb: str) -> bool:
    """Return whether bare verb and past look alike ("set", "reset", "read")."""
    return past(verb) == verb


@cache
def _kinds() -> dict[str, Kind]:
    lists = sections("verbs.txt")
    order: tuple[Kind, ...] = ("noun", "either", "verb-first", "verb")
    found: dict[str, Kind] = dict.fromkeys(_irregular(), "verb")
    for listed in order:
        found.update(dict.fromkeys(lists[listed], listed))
    return found


@cache
def _exceptions(section: str) -> frozenset[str]:
    return frozenset(sections("exceptions.txt")[section])


@cache
def _irregular() -> dict[str, tuple[str, str]]:
    return {verb: (simple.rstrip("-"), done) for verb, simple, done in rows("irregular.txt")}


def _known(word: str) -> Past | None:
    """Return the verb of a past form, if it is a listed verb."""
    found = _irregular_pasts().get(word)
    if found or not word.endswith("ed") or len(word) < 4 or word in _exceptions("not-past"):
        return found
    stem = word[:-2]
    shorter = stem[:-1] if stem[-1] == stem[-2:-1] or stem.endswith("ck") else ""
    for verb in (stem + "e", stem, shorter, stem[:-1] + "y" if stem.endswith("i") else ""):
        if verb not in _kinds():
            continue
        regular = _both(verb)[1]
        # British and American spellings of the same past: cancelled, canceled.
        either = verb.endswith("l") and regular in (verb + "ed", verb + "led") and word in (verb + "ed", verb + "led")
        if regular == word or either:
            return Past(verb, True, True, True)
    return None


@cache
def _irregular_pasts() -> dict[str, Past]:
    found: dict[str, Past] = {}
    for verb, simple, done in rows("irregular.txt"):
        for prefix in _IRREGULAR_AFTER:
            if prefix + verb in _kinds():
                prefixed = _both(prefix + verb)
                for form in prefixed:
                    found.setdefault(form, Past(prefix + verb, form == prefixed[0], form == prefixed[1], True))
        if not simple.endswith("-"):
            found[simple] = Past(verb, True, simple == done, True)
        found[done] = Past(verb, simple == done, True, True)
    for pair in _exceptions("other-pasts"):
        form, _, verb = pair.partition("=")
        found.setdefault(form, Past(verb, True, True, True))
    found["showed"] = Past("show", True, False, True)
    found["enrolled"], found["fulfilled"] = Past("enroll", True, True, True), Past("fulfill", True, True, True)
    for word in _exceptions("not-past"):
        found.pop(word, None)
    return found


@lru_cache(maxsize=4096)
def _both(verb: str) -> tuple[str, str]:
    if "-" in verb:
        start, _, rest = verb.rpartition("-")
        simple, done = _both(rest)
        return f"{start}-{simple}", f"{start}-{done}"
    irregular = _irregular()
    if verb in irregular:
        return irregular[verb]
    if verb not in _exceptions("not-prefixed"):
        for prefix in _IRREGULAR_AFTER:
            rest = verb[len(prefix) :]
            if verb.startswith(prefix) and len(rest) > 1 and rest in irregular:
                simple, done = irregular[rest]
                return prefix + simple, prefix + done
    regular = _regular(verb)
    return regular, regular


def _regular(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb in _exceptions("with-k"):
        return verb + "ked"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    return verb + (verb[-1:] if _doubles(verb) else "") + "ed"


def _doubles(verb: str) -> bool:
    if verb in _exceptions("stressed-at-end"):
        return True
    if verb in _exceptions("not-doubled") or len(verb) < 3:
        return False
    if len(verb) > 4 and verb.endswith(tuple(_exceptions("ends-doubled"))):
        return True
    for prefix in ("re", "un", "de", "pre", "out", "co", "auto", "over", "mis"):
        rest = verb[len(prefix) :]
        if verb.startswith(prefix) and rest in _kinds() and len(rest) > 2:
            return ends_short(rest) or rest in _exceptions("stressed-at-end")
    return ends_short(verb)
