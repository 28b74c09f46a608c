"""Event names as English clauses: “Start Checkout” is “someone starts a checkout”.

The result is None wherever a name cannot be read with certainty: an ungrammatical clause is worse than the name.
"""

from __future__ import annotations

from typing import NamedTuple

from eventsmith.ground.labels import Form
from eventsmith.naming import small_words as small
from eventsmith.naming.parts import Parse
from eventsmith.naming.recognise import counts, parse_name
from eventsmith.naming.verbs import kind, participle
from eventsmith.naming.word_lists import sections
from eventsmith.naming.words import is_acronym, own_casing

_IRREGULAR = {"have": "has", "do": "does", "go": "goes"}
_VOWELS = "aeio"


class Clause(NamedTuple):
    """An event as a clause. Where a customer acts, `subject` is empty, and the caller names the customer."""

    subject: str
    """Such as “a payment”, where it happens to a thing."""
    present: str
    """After “someone” or the subject: “starts a checkout”, “is declined”."""
    plural: str
    """After “they”: “start a checkout”. Empty where it happens to a thing."""
    done: str
    """After “has not”: “started the checkout”, “been declined”."""


def clause(name: str, usual: Form | None = None) -> Clause | None:
    """Return the clause of an English name; an uncertain reading counts only if it is in the `usual` form."""
    parse = parse_name(name)
    if parse.verb is None or not counts(parse, usual) or not parse.rewritable:
        return None
    if parse.label or parse.adverb or kind(parse.verb) is None or not _is_plain(parse):
        return None
    nouns = tuple(map(_case_word, parse.object))
    if len(nouns) == 1 and nouns[0] in small.GENERIC_DOERS and parse.form == "noun-verb-past":
        nouns = ()
    elif nouns and nouns[-1] in small.DOERS - small.GENERIC_DOERS - {"friend"} and parse.form == "noun-verb-past":
        return None
    tail = _tail(tuple(map(_case_word, parse.tail)))
    if tail is None:
        return None
    if nouns and not parse.particle and (parse.verb in small.HAPPENS or parse.verb in _section("by-company")):
        return _happens_to(parse.verb, nouns, tail)
    if parse.verb in small.HAPPENS:
        return None
    return _does(parse, nouns, tail)


def _does(parse: Parse, nouns: tuple[str, ...], tail: str) -> Clause:
    """Return the clause of what a customer does."""
    verb, particle = parse.verb or "", parse.particle.lower()
    thing = "something" if not nouns and tail and not particle and verb in _section("wants-a-thing") else ""
    first, again = thing or _with_article(nouns), thing or _with_article(nouns, known=True)
    return Clause(
        "",
        _join(_third_person(verb), particle, first, tail),
        _join(verb, particle, first, tail),
        _join(participle(verb), particle, again, tail),
    )


def _happens_to(verb: str, nouns: tuple[str, ...], tail: str) -> Clause | None:
    """Return the clause of what happens to a thing, or by itself."""
    if _is_plural(nouns[-1]):
        return None
    subject = _with_article(nouns)
    if verb in small.HAPPENS:
        happens = _join(_third_person(verb), tail)
        return Clause(subject, happens, "", _join(participle(verb), tail))
    happens = _join("is", participle(verb), tail)
    return Clause(subject, happens, "", _join("been", participle(verb), tail))


def _is_plain(parse: Parse) -> bool:
    """Return whether the parts are common words: no remark in brackets, no number, no brand, which takes no article."""
    words = (*parse.object, *parse.tail)
    brands = any(own != own.upper() for word in words if (own := own_casing(word.lower())))
    return not brands and all(word.replace("-", "").isalpha() for word in words)


def _case_word(word: str) -> str:
    """Return a word cased as within a sentence: acronyms and names with a casing of their own keep it."""
    return own_casing(word.lower()) or (word if is_acronym(word) else word.lower())


def _with_article(nouns: tuple[str, ...], *, known: bool = False) -> str:
    """Return a noun phrase with its article, definite if the thing is `known` from before."""
    if not nouns or nouns[0] in small.DETERMINERS or _is_plural(nouns[-1]) or nouns[-1] in _section("mass"):
        return " ".join(nouns)
    one_of_many = not known and nouns[-1] in _section("countable")
    article = ("an" if nouns[0][0] in _VOWELS else "a") if one_of_many else "the"
    return " ".join((article, *nouns))


def _tail(words: tuple[str, ...]) -> str | None:
    """Return what follows the thing, as in “to the cart”; None where it does not start with a preposition."""
    if not words:
        return ""
    if words[0] not in small.PREPOSITIONS or len(words) < 2 or any(word in small.PREPOSITIONS for word in words[1:]):
        return None
    return f"{words[0]} {_with_article(words[1:], known=True)}"


def _is_plural(noun: str) -> bool:
    return noun.endswith("s") and not noun.endswith(("ss", "us", "is"))


def _third_person(verb: str) -> str:
    if verb in _IRREGULAR:
        return _IRREGULAR[verb]
    if verb.endswith(("s", "x", "z", "ch", "sh")):
        return verb + "es"
    if verb.endswith("y") and verb[-2:-1] not in ("a", "e", "o", "u"):
        return verb[:-1] + "ies"
    return verb + "s"


def _join(*parts: str) -> str:
    return " ".join(part for part in parts if part)


def _section(section: str) -> frozenset[str]:
    return frozenset(sections("clauses.txt")[section])
