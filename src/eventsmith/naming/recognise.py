"""Recognition of how an English event name is written: its verb, the verb's object, and what follows.

The name is read by position: a past at the end is "Song Played", a past at the start "Played Song", a bare verb at the
start "Play Song"; prepositions, particles and a closed set of qualifiers make the tail. Word lists decide only where
position leaves a choice ("Order Food" or "Order Status").

A label before a name is not part of it ("Checkout: ", "[Docs] ", "order."). Negations, states, modals, other languages
and typical compounds are left alone. The package's docstring lists the limits.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from eventsmith.ground.labels import Form
from eventsmith.naming import small_words as small
from eventsmith.naming.bare_at_end import bare_at_end
from eventsmith.naming.parts import AnyForm, Parse, is_activity
from eventsmith.naming.past_forms import past_at_end, past_at_start, past_inside, subject_and_past
from eventsmith.naming.present_forms import bare_verb, leftover
from eventsmith.naming.verbs import gerund_of, kind, lemma_of
from eventsmith.naming.words import REMEMBERED, label_of, shouts, split

# German participles of verbs in two parts: "abgespielt", "hochgeladen".
_SPLIT_PARTICIPLE = re.compile(
    "(ab|an|auf|aus|bei|durch|ein|fest|frei|her|hin|hoch|los|mit|nach|um|vor|weg|zu)ge[a-z]{3,}(t|en)"
)
_BETWEEN_LABELS = re.compile(r"\s+[^\w\s]+\s+|[:./]+")
# A longer name is a sentence, whose form says nothing.
_MOST_WORDS = 40


class Reading(NamedTuple):
    """The reading of a name. `verb` is bare and in lower case, with its particle; `why` is for journey owners."""

    form: AnyForm
    verb: str | None
    object: str
    tail: str
    sure: bool
    why: str


def read_name(name: str, usual: Form | None = None) -> Reading:
    """Return a name's form, its parts, and the reason in plain words; `usual` is the form of the names beside it."""
    parse = parse_among(name, usual)
    verb = f"{parse.verb} {parse.particle.lower()}" if parse.verb and parse.particle else parse.verb
    return Reading(parse.form, verb, " ".join(parse.object), " ".join(parse.tail), parse.sure, parse.why)


def counts(reading: Reading | Parse, usual: Form | None) -> bool:
    """Return whether a reading is sure, or in the `usual` form: “Return Item” among names that start with a verb."""
    lone_verb = reading.form == "ambiguous" and reading.verb is not None and usual in ("verb-noun", "noun-verb")
    return reading.sure or reading.form == usual or lone_verb


def is_english(language: str) -> bool:
    """Return whether a language tag (BCP 47) is English; form and casing are judged in no other language."""
    return language.partition("-")[0].lower() == "en"


def is_english_like(name: str) -> bool:
    """Return whether a name's form can be judged: plain Latin letters, or some accents around an English verb."""
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


def parse_among(name: str, usual: Form | None) -> Parse:
    """Parse a name among names of the `usual` form, which matters only where its last word can be a verb.

    “Item Return” is an action among names that all end in their verb, and elsewhere a thing.
    """
    parse = parse_name(name)
    thing = parse.form == "noun-only" or (parse.form == "other" and not parse.sure and not parse.verb)
    lower = tuple(word.lower() for word in parse.object)
    if usual != "noun-verb" or not thing or _reading_left_alone(parse.object, lower):
        return parse
    found = bare_at_end(parse.object, lower, things_too=True)
    return found._replace(label=parse.label, tail=(*found.tail, *parse.tail)) if found else parse


@lru_cache(maxsize=REMEMBERED)
def parse_name(name: str) -> Parse:
    """Parse any text as a name, for rewriting."""
    if not is_english_like(name) or not split(name):
        return Parse("other", "It is not written in English letters, so its form is not judged", rewritable=False)
    if _is_address(name):
        why = "It is an address of a kind that machines read, and stays as it is"
        return Parse("other", why, object=split(name), rewritable=False)
    label = label_of(name)
    words = split(name[len(label) :])
    if len(words) > _MOST_WORDS:
        return Parse("other", "It is too long to be a name", object=words, sure=False, rewritable=False, label=label)
    # What follows in brackets belongs to no part of the sentence: "Order Placed (Server)".
    bracket = next((at for at, word in enumerate(words) if at and word[0] in "([{"), len(words))
    rest, remark = _split_past(words[:bracket]), words[bracket:]
    lower = tuple(word.lower().strip("()[]{}\"'“”‘’!?.,;:*#") for word in rest)
    if len(lower) > 1 and rest[0].isupper() and kind(lower[0]) in ("verb-first", "either") and not shouts(rest):
        # "PIN Set": an acronym is not a verb, even if it is spelt like one.
        lower = (rest[0], *lower[1:])
    parse = (_title(label, rest) if label else None) or _parse(rest, lower)
    if label:
        parse = _behind_label(label, parse)
    return parse._replace(label=label, tail=(*parse.tail, *remark)) if label or remark else parse


def _behind_label(label: str, parse: Parse) -> Parse:
    """Adjust a parse where a label says what the name is about: "Letter: Written", "order.paid_in_full"."""
    past = lemma_of(parse.verb_word.lower())
    if parse.form == "verb-past-noun" and not parse.object and past and past.participle:
        # “Create Account: Blocked” names an outcome.
        began = label[-1].isspace() and parse_name(label.rstrip(" -–—·•>»→:./")).form == "verb-noun"
        return parse._replace(form="noun-verb-past", rewritable=parse.rewritable and not began)
    if parse.form == "verb-past-noun" and parse.verb in small.AS_ADVERB and _is_state(parse.object):
        # "invoice.marked_uncollectible"
        return parse._replace(form="noun-verb-past", object=(), tail=(*parse.object, *parse.tail))
    if parse.form == "other" and parse.verb:
        # "payment.requires_action" says what the payment does.
        return parse._replace(rewritable=False)
    if parse.form == "verb-noun" and parse.verb == "complete" and not parse.object:
        return parse._replace(form="other", why=f"“{parse.verb_word}” is a state", rewritable=False)
    return parse


def _is_state(words: tuple[str, ...]) -> bool:
    return len(words) == 1 and (words[0].lower() in small.STATES or words[0].lower().endswith(("able", "ible")))


def _is_address(name: str) -> bool:
    """Return whether a name is written like a domain or a version: "com.example.shop.opened", "order.placed.v1"."""
    parts = name.lower().split(".")
    last = parts[-1]
    return len(parts) > 2 and (parts[0] in small.DOMAINS or (last[:1] == "v" and last[1:].isdigit()))


def _title(label: str, rest: tuple[str, ...]) -> Parse | None:
    """Parse the rest as a title where the label says what is done: "Button Clicked: Add to Cart" is not a command."""
    for piece in filter(None, map(split, _BETWEEN_LABELS.split(label))):
        last = piece[-1].lower()
        past = lemma_of(last)
        if (past and past.known and past.verb != last) or (len(piece) == 1 and last in small.TAKES_TITLES):
            why = f"What follows “{' '.join(piece)}” is what was shown there"
            return Parse("other", why, object=rest, sure=False, rewritable=False)
        if foreign := next((word for word in piece if _is_foreign(word.lower())), None):
            why = f"“{foreign}” looks like another language"
            return Parse("other", why, object=rest, sure=False, rewritable=False)
    return None


def _split_past(words: tuple[str, ...]) -> tuple[str, ...]:
    """Split a past and its particle written as one word: "Signed-Up"."""
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


def _parse(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse:
    unjudged = _reading_left_alone(words, lower)
    if unjudged:
        return unjudged
    if len(words) == 1:
        return _one_word(words, lower)
    if lower[0] in small.CONDITIONS:
        return Parse("other", f"“{words[0]}” makes it a condition", object=words, rewritable=False)
    found = (
        _pressed(words, lower)
        or past_at_end(words, lower)
        or past_inside(words, lower)
        or past_at_start(words, lower)
        or subject_and_past(words, lower)
        or bare_verb(words, lower)
        or leftover(words, lower)
    )
    without_verb = found.form == "gerund" or (found.form in ("noun-only", "other") and not found.verb)
    return (bare_at_end(words, lower) if without_verb else None) or found


def _pressed(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    """Parse "clickedMarkSold", where the text of the clicked element itself ends in a past form."""
    first, last = lemma_of(lower[0]), lemma_of(lower[-1])
    if first is None or first.verb not in ("click", "press", "tap") or first.verb == lower[0] or len(words) < 3:
        return None
    if last is None or last.verb == lower[-1] or kind(lower[1]) not in ("verb", "verb-first", "either"):
        return None
    why = f"“{words[0]}” is the past of “{first.verb}” and comes first"
    return Parse("verb-past-noun", why, first.verb, words[0], object=words[1:])


def _reading_left_alone(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    if lower[0] == "already":
        return Parse("other", f"“{words[0]}” makes it a statement, not an action", object=words, rewritable=False)
    shown = _is_shown(lower)
    for word, low in zip(words, lower, strict=True):
        if low in small.NEGATIONS and low != "without" and not shown:
            return Parse("other", f"“{word}” says what did not happen", object=words, rewritable=False)
        if word in ("/", "|") or low in ("and/or",):
            return Parse("other", "It names two things in one", object=words, sure=False, rewritable=False)
        if low in small.AUXILIARIES:
            return Parse("other", f"“{word}” makes it a statement, not an action", object=words, rewritable=False)
        if _is_foreign(low):
            return Parse("other", f"“{word}” looks like another language", object=words, sure=False, rewritable=False)
    return None


def _is_shown(lower: tuple[str, ...]) -> bool:
    """Return whether the rest is the name of a page: "Account Not Found Page Viewed", "View Not Found Page"."""
    past = lemma_of(lower[-1])
    if past is not None and past.verb != lower[-1] and len(lower) > 3:
        return lower[-2] in small.NAMES_OF_THINGS
    return len(lower) > 2 and lower[-1] in small.NAMES_OF_THINGS and kind(lower[0]) in ("verb", "verb-first")


@lru_cache(maxsize=4096)
def _is_foreign(word: str) -> bool:
    """Return whether a word in plain letters is of another language, by a list and by endings that English lacks."""
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
    if _SPLIT_PARTICIPLE.fullmatch(word):
        return True
    german = word.startswith("ge") and word[2] not in "aeiouyn" and word.endswith(("t", "d"))
    return german and not word.endswith(("ent", "est", "ist", "set", "ed", "und", "ard", "oid", "rmit", "let"))


def _one_word(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse:
    word, low = words[0], lower[0]
    past = lemma_of(low)
    if past and past.verb != low:
        return Parse("verb-past-noun", f"“{word}” is the past of “{past.verb}”", past.verb, word, sure=past.known)
    of_verb = small.NOUNS_OF_VERBS.get(low)
    reading = kind(low)
    if reading == "verb" and low not in ("present",):
        return Parse("verb-noun", f"“{word}” is a verb in the present", low, word)
    if reading in ("verb-first", "either") or (of_verb and " " in of_verb):
        why = f"“{word}” alone can be a noun or a verb"
        if reading == "verb-first" or low in small.VERBS_ALONE:
            return Parse("ambiguous", why, low, word, sure=False)
        return Parse("ambiguous", why, object=words, sure=False, rewritable=False)
    if is_activity(low):
        return Parse("gerund", f"“{word}” names an activity", gerund_of(low), word, rewritable=False)
    if low in small.STATES or (low.startswith("un") and lemma_of(low[2:])):
        return Parse("other", f"“{word}” is a state", object=words, rewritable=False)
    why = f"“{word}” is a noun made from “{of_verb}”" if of_verb else f"“{word}” is a noun without a verb"
    return Parse("noun-only", why, object=words, rewritable=False)


__all__ = [
    "AnyForm",
    "Form",
    "Parse",
    "Reading",
    "counts",
    "is_english",
    "is_english_like",
    "parse_among",
    "parse_name",
    "read_name",
]
