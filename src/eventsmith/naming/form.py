"""Recognises how an English event name is put: which word is the verb, what it is done to, and what trails behind.

The name is read by position: a past at the end is "Song Played", a past at the start "Played Song", a bare verb at the
start "Play Song"; prepositions, particles and a closed set of qualifiers make the tail. Word lists decide only where
position leaves a choice ("Order Food" or "Order Status").

Told the form of the catalog that a name comes from, what can be read in two ways is read in that one ("Missed Payment",
"Return Item", "Search"). Negations, states, modals, other languages and typical compounds stay what they are.
What it cannot do stands on the package's page.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from eventsmith.naming import small_words as small
from eventsmith.naming.parts import AnyForm, Form, Parse, is_activity
from eventsmith.naming.past_forms import past_at_end, past_at_start, past_inside, subject_and_past
from eventsmith.naming.present_forms import bare_verb, leftover
from eventsmith.naming.verbs import gerund_of, kind, lemma_of
from eventsmith.naming.words import shouts, split

# A longer name is a sentence, and reading it would tell nothing.
_MOST_WORDS = 40


class Reading(NamedTuple):
    """How a name is put. `verb` is bare and in lower case, with its particle; `why` says it to a journey owner."""

    form: AnyForm
    verb: str | None
    object: str
    tail: str
    sure: bool
    why: str


def read_name(name: str, told: Form | None = None) -> Reading:
    """The form of a name, its parts, and the reason in plain words.

    Told the form it comes from, a name that can be read in two ways is read in that one; never against its words.
    """
    parse = parse_name(name, told)
    verb = f"{parse.verb} {parse.particle.lower()}" if parse.verb and parse.particle else parse.verb
    return Reading(parse.form, verb, " ".join(parse.object), " ".join(parse.tail), parse.sure, parse.why)


def is_english_like(name: str) -> bool:
    """Whether the form of a name can be judged: plain Latin letters, or some accents around an English verb."""
    if name.isascii():
        return any(map(str.isalpha, name))
    letters = [letter for letter in name if letter.isalpha()]
    if not letters or any(letter > "\u024f" for letter in letters):
        return False
    if all(map(str.isascii, letters)):
        return True
    words = [word.lower() for word in split(name)]
    last = lemma_of(words[-1])
    return bool(last and last.known) or kind(words[0]) in ("verb", "verb-first")


@lru_cache(maxsize=8192)
def parse_name(name: str, told: Form | None = None) -> Parse:
    """The parts of a name, for rewriting; any text is taken. `told` as in `read_name`."""
    words = split(name)
    if not words or not is_english_like(name):
        return Parse("other", "It is not written in English letters, so its form is not judged", rewritable=False)
    if len(words) > _MOST_WORDS:
        return Parse("other", "It is too long to be a name", object=words, sure=False, rewritable=False)
    label, rest = _label(words)
    # What follows in brackets belongs to no part of the sentence: "Order Placed (Server)".
    bracket = next((at for at, word in enumerate(rest) if at and word[0] in "([{"), len(rest))
    rest, remark = _opened(rest[:bracket]), rest[bracket:]
    lower = tuple(word.lower().strip("()[]{}\"'“”‘’!?.,;:*#") for word in rest)
    if len(lower) > 1 and rest[0].isupper() and kind(lower[0]) in ("verb-first", "either") and not shouts(rest):
        # "PIN Set": an acronym is no verb, though it is spelt like one.
        lower = (rest[0], *lower[1:])
    parse = _parse(rest, lower, told)
    if told and parse.form == told and parse.rewritable:
        parse = parse._replace(sure=True)
    if parse.form == "verb-noun" and not told and _is_named_space(name, rest, lower):
        why = f"“{rest[0]}” says where it happens, and “{rest[1]}” is the verb"
        parse = Parse("other", why, object=rest, sure=False, rewritable=False)
    of_thing = "." in name and not told and kind(lower[0]) != "verb" and lower[0] not in small.POINTING | {"view"}
    unsure = not parse.sure or of_thing
    if parse.form == "verb-noun" and unsure and any(mark in name for mark in ".:/") and len(name.split()) == 1:
        # "message.channels": what stands before a dot is rather what the rest is about.
        parse = Parse("noun-only", "It names a thing and has no verb", object=rest, sure=False, rewritable=False)
    return parse._replace(label=label, tail=(*parse.tail, *remark)) if label or remark else parse


def _is_named_space(name: str, words: tuple[str, ...], lower: tuple[str, ...]) -> bool:
    """Whether a verb before a colon or dot names a place, because a command comes after it: "discover:showMore"."""
    before, mark, after = name.replace(":", ".").partition(".")
    several = mark and len(words) > 2 and before == words[0] and len(split(after)) > 1
    return bool(several) and kind(lower[1]) in ("verb", "verb-first")


def _label(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What stands before the name proper, as in "[Docs] Page Viewed" or "Checkout: Payment Added"."""
    for at, word in enumerate(words[:-1]):
        alone = word in ("-", "–", "—", "·", "•", ">", "»", "→", "::") and at > 0
        mark = at == 0 and not any(map(str.isalnum, word)) and not word.isascii()
        if alone or mark or word.endswith(":") or (at == 0 and word[0] in "[(" and word[-1] in "])"):
            return words[: at + 1], words[at + 1 :]
    return (), words


def _opened(words: tuple[str, ...]) -> tuple[str, ...]:
    """A past and its particle written as one word, "Signed-Up", as two."""
    if not any("-" in word for word in words):
        return words
    opened: list[str] = []
    for word in words:
        start, hyphen, end = word.partition("-")
        if hyphen and end.lower() in small.PARTICLES and lemma_of(start.lower()):
            opened += [start, end]
        else:
            opened.append(word)
    return tuple(opened)


def _parse(words: tuple[str, ...], lower: tuple[str, ...], told: Form | None) -> Parse:
    unjudged = _unjudged(words, lower)
    if unjudged:
        return unjudged
    if len(words) == 1:
        return _one_word(words, lower, told)
    if lower[0] in small.CONDITIONS:
        return Parse("other", f"“{words[0]}” makes it a condition", object=words, rewritable=False)
    return (
        past_at_end(words, lower, told == "noun-verb-past")
        or past_inside(words, lower, told == "noun-verb-past")
        or past_at_start(words, lower, told == "verb-past-noun")
        or subject_and_past(words, lower)
        or bare_verb(words, lower, told == "verb-noun")
        or leftover(words, lower)
    )


def _unjudged(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    for word, low in zip(words, lower, strict=True):
        if low in small.NEGATIONS and low != "without":
            return Parse("other", f"“{word}” says what did not happen", object=words, rewritable=False)
        if word in ("/", "|") or low in ("and/or",):
            return Parse("other", "It names two things in one", object=words, sure=False, rewritable=False)
        if low in small.AUXILIARIES:
            return Parse("other", f"“{word}” makes it a statement, not an action", object=words, rewritable=False)
        if _is_foreign(low):
            return Parse("other", f"“{word}” looks like another language", object=words, sure=False, rewritable=False)
    return None


@lru_cache(maxsize=4096)
def _is_foreign(word: str) -> bool:
    """Whether a word in plain letters is of another language, by a list and by endings that English has not."""
    if word in small.FOREIGN:
        return True
    if len(word) < 6 or word in small.ENGLISH_AFTER_ALL or not word.isalpha():
        return False
    past = lemma_of(word)
    if past is not None and past.known:
        # "Strung".
        return False
    if word.endswith(small.FOREIGN_ENDINGS):
        return not word.endswith("data")
    # German and Dutch participles: "geklickt", "gedeeld".
    german = word.startswith("ge") and word[2] not in "aeiouyn" and word.endswith(("t", "d"))
    return german and not word.endswith(("ent", "est", "ist", "set", "ed", "und", "ard", "oid", "rmit", "let"))


def _one_word(words: tuple[str, ...], lower: tuple[str, ...], told: Form | None) -> Parse:
    word, low = words[0], lower[0]
    past = lemma_of(low)
    if past and (past.verb != low or (told == "verb-past-noun" and past.simple)):
        return Parse("verb-past-noun", f"“{word}” is the past of “{past.verb}”", past.verb, word, sure=past.known)
    of_verb = small.NOUNS_OF_VERBS.get(low)
    reading = kind(low)
    if (reading == "verb" and low not in ("present",)) or (told == "verb-noun" and reading in ("verb-first", "either")):
        return Parse("verb-noun", f"“{word}” is a verb in the present", low, word)
    if reading in ("verb-first", "either") or (of_verb and " " in of_verb):
        return Parse("ambiguous", f"“{word}” alone can be a noun or a verb", object=words, sure=False, rewritable=False)
    if is_activity(low):
        return Parse("gerund", f"“{word}” names an activity", gerund_of(low), word, rewritable=False)
    if low in small.STATES:
        return Parse("other", f"“{word}” is a state", object=words, rewritable=False)
    why = f"“{word}” is a noun made from “{of_verb}”" if of_verb else f"“{word}” is a noun without a verb"
    return Parse("noun-only", why, object=words, rewritable=False)


__all__ = ["AnyForm", "Form", "Parse", "Reading", "is_english_like", "parse_name", "read_name"]
