"""Rewriting of a name into another form: word order and tense, with the name's own casing and separators.

It works on the parse of recognise.py, and returns None wherever that is not safe: a wrong rewrite is worse than none.
"""

from __future__ import annotations

from functools import lru_cache

from eventsmith.ground.labels import Form
from eventsmith.ground.labels import NameCase as Case
from eventsmith.naming import small_words as small
from eventsmith.naming.bare_at_end import is_done_to
from eventsmith.naming.cases import capitalised, in_case, own_casing_or
from eventsmith.naming.cases import join as join_in_case
from eventsmith.naming.recognise import Parse, parse_among, parse_name
from eventsmith.naming.spelling import Spelling, spell_past
from eventsmith.naming.verbs import kind, lemma_of, participle, past
from eventsmith.naming.words import REMEMBERED, is_acronym, own_casing, separators_of, shouts, split

_NOUN_FIRST = ("noun-verb-past", "noun-verb")
# Title case may leave them small: "Product Added to Wishlist".
_UNCASED = small.PREPOSITIONS | small.ARTICLES | {"and", "or", "of"}
_JOINS = small.PREPOSITIONS | {"and", "or"}


@lru_cache(maxsize=REMEMBERED)
def rewrite(
    name: str, to: Form, case: Case | None = None, usual: Form | None = None, spelling: Spelling | None = None
) -> str | None:
    """Rewrite a name into a form, in its own casing unless `case` is given; None where it is best left alone.

    A name already in the form comes back unchanged (but for `case`), and so does a label before it. `usual` is the form
    of the names beside it, `spelling` that of a past form not yet in the name.
    """
    parse = parse_among(name, usual)
    if parse.form == to:
        return in_case(name, case) if case else name
    words = _arrange(parse, to, spelling)
    if words is None:
        return None
    own = parse.label + join_like(name[len(parse.label) :], words)
    return (in_case(own, case) if case else own) if _stays(own, parse, to) else None


def _stays(name: str, before: Parse, to: Form) -> bool:
    """Return whether a rewritten name is read the same way again.

    “Made in Italy Clicked” would become “Click Made in Italy”, which then reads as “Make Click in Italy”. A word that
    is
    far oftener a noun (“File Dispute”) is read as one, and left alone.
    """
    parse = parse_among(name, to)
    if parse.form == to:
        return parse.verb == before.verb
    if parse.form == "noun-verb" and not parse.sure:
        # “Chunk Stream” is the streaming of a chunk only among names of that form.
        return True
    if to == "noun-verb" and before.object and parse.form != "noun-verb-past":
        # “Order Refund” would read as an order to somebody; “Seller Message” is a thing.
        return False
    if to == "verb-past-noun" and parse.form == "noun-only" and parse.object[0].lower() in small.CHOICES:
        # “Recommended Show” is a show.
        return False
    words = _arrange(parse, to)
    return words is None or parse.label + join_like(name[len(parse.label) :], words) == name


@lru_cache(maxsize=REMEMBERED)
def verb_behind(name: str, to: Form, spelling: Spelling | None = None) -> str | None:
    """Rewrite a name made of nouns with the verb they come from: "Registration" is "Register" or "Registered".

    A hint, not a rewrite: the app may offer it, but never applies it by itself.
    """
    parse = parse_name(name)
    words = split(name)
    last = words[-1].lower() if words else ""
    # "Tutorial Complete" reads like a state, and means what was done.
    state = parse.form == "other" and last == "complete" and len(words) > 1
    thing = parse.form in ("noun-only", "ambiguous") or (
        parse.form == "noun-verb" and not parse.sure and to != "noun-verb"
    )
    if not (state or thing) or parse.label or words[0].lower() in small.NUMBERING:
        return None
    bare = kind(last) in ("verb", "verb-first") or (len(words) == 1 and kind(last) == "either")
    if kind(last) == "verb" and last in small.NOUNS_TOO and last not in small.CLOSING_VERBS:
        # “Insufficient Balance” is not balanced.
        bare = False
    found = small.NOUNS_OF_VERBS.get(last) or (last if bare else None)
    if found is None or any(word.lower() in _JOINS for word in words):
        return None
    if len(words) > 1 and (lemma_of(words[0].lower()) or kind(words[0].lower()) in ("verb", "verb-first", "either")):
        return None
    verb, _, particle = found.partition(" ")
    noun = words[:-1]
    if noun and noun[0].lower() in small.STATES:
        # “Unsafe Redirect” is one of some kind.
        return None
    if len(noun) == 1 and noun[0].lower() in small.GENERIC_DOERS and (particle or verb in small.DONE_BY_PERSON):
        noun = () if to not in _NOUN_FIRST else noun
    if noun and verb in small.HAPPENS and to not in _NOUN_FIRST:
        return None
    hint = _order_words(to, verb, words[-1], particle, (), noun, (), spelling=spelling)
    return join_like(name, hint)


def _arrange(parse: Parse, to: Form, spelling: Spelling | None = None) -> tuple[str, ...] | None:
    """Return the words of a parsed name in the order and tense of a form."""
    if not parse.rewritable or parse.verb is None:
        return None
    noun = parse.object
    if parse.verb in small.RESULT_STATES and to == "noun-verb-past":
        return None
    if (
        parse.verb in small.HAPPENS
        and to in ("verb-noun", "noun-verb")
        and parse.tail[:1]
        and parse.tail[0].lower() == "to"
    ):
        # "Failed To Load": nobody is told to fail. "Arrived At Store" is another matter.
        return None
    doer = len(noun) == 1 and noun[0].lower() in small.DOERS
    if parse.form in _NOUN_FIRST and to not in _NOUN_FIRST:
        if parse.verb in small.HAPPENS and not parse.particle:
            return None
        if len(noun) > 1 and noun[-1].lower() in small.DOERS and parse.verb in small.DONE_BY_PERSON:
            # "conversation.user.replied": who did it is no object of the verb.
            return None
        alone = _without_object(parse)
        generic = doer and noun[0].lower() in small.GENERIC_DOERS
        by_user = generic and parse.verb in small.DONE_BY_USER and not parse.particle
        if alone or (doer and parse.verb in small.DONE_BY_PERSON) or by_user:
            if not generic and (doer or (parse.verb, parse.particle.lower()) not in small.TRANSITIVE_TOO):
                return None
            noun = () if generic else noun
    if parse.form == "noun-verb" and to not in _NOUN_FIRST and noun and not is_done_to(parse.verb, noun[-1].lower()):
        # “Email Subscribe” subscribes no e-mail.
        return None
    if to in _NOUN_FIRST and noun and noun[0].lower() in small.ARTICLES and len(noun) > 1:
        noun = noun[1:]
    return _order_words(
        to, parse.verb, parse.verb_word, parse.particle, parse.adverb, noun, parse.tail, parse.label, spelling
    )


def _without_object(parse: Parse) -> bool:
    return (parse.verb, parse.particle.lower()) in small.INTRANSITIVE_PHRASAL


def _order_words(
    to: Form,
    verb: str,
    verb_word: str,
    particle: str,
    adverb: tuple[str, ...],
    noun: tuple[str, ...],
    tail: tuple[str, ...],
    label: str = "",
    spelling: Spelling | None = None,
) -> tuple[str, ...]:
    by_form = {
        "verb-noun": verb,
        "verb-past-noun": past(verb),
        "noun-verb-past": participle(verb) if noun or label else past(verb),
        "noun-verb": verb,
    }
    inflected = by_form[to]
    # A correct spelling stays: "Canceled" does not become "Cancelled" where nothing asks for it.
    written = lemma_of(verb_word.lower())
    keeps = inflected != verb and written is not None and written.verb == verb and verb_word.lower() != verb
    if keeps and inflected.endswith("ed") and verb_word.lower().endswith("ed"):
        inflected = verb_word.lower()
    inflected = spell_past(inflected, spelling)
    parts = (particle,) if particle else ()
    if to in _NOUN_FIRST:
        return (*noun, *adverb, inflected, *parts, *tail)
    return (*adverb, inflected, *parts, *noun, *tail)


def join_like(name: str, words: tuple[str, ...]) -> str:
    """Join words, cased like the name they come from."""
    own = split(name)
    # A lone word has no separator, but its rewrite may need one ("Login", "Log In").
    separator = separators_of(name) if len(own) > 1 else " "
    if shouts(own):
        return separator.join(word.upper() for word in words)
    if separator == "_" and name != name.lower() and (joined := _in_chunks(name, words)):
        return joined
    if not separator and len(own) > 1:
        return join_in_case(words, "camel" if name[0] == name[0].lower() else "pascal")
    return separator.join(_case_words(own, words, separator))


def _in_chunks(name: str, words: tuple[str, ...]) -> str | None:
    """Join words that were one with humps: “catalogList_selected” is “select_catalogList”; None without humps."""
    chunks = [(split(chunk), chunk) for chunk in name.split("_")]
    humps = [(inner, chunk) for inner, chunk in chunks if len(inner) > 1]
    if not humps or any(chunk != chunk.lower() for inner, chunk in chunks if len(inner) == 1):
        return None
    pieces: list[str] = []
    at = 0
    while at < len(words):
        found = next((each for each in humps if words[at : at + len(each[0])] == each[0]), None)
        pieces.append(found[1] if found else words[at].lower())
        at += len(found[0]) if found else 1
    return "_".join(pieces)


def _case_words(own: tuple[str, ...], words: tuple[str, ...], separator: str) -> list[str]:
    plain = [word for word in own if word.isalpha() and not is_acronym(word) and word.lower() not in _UNCASED] or list(
        own
    )
    first_capital = own[0] != own[0].lower() and separator == " "
    others = [word for word in plain if word is not own[0]]
    if first_capital and others and all(word == word.lower() for word in others):
        # Sentence case: only the first word gets a capital, wherever it came from.
        first = words[0] if _keeps(words[0]) else capitalised(words[0])
        return [first, *(word if _keeps(word) else word.lower() for word in words[1:])]
    if all(word == word.lower() for word in plain):
        return [word if _keeps(word) else word.lower() for word in words]
    hyphened = any(part[:1].isupper() for word in own for part in word.split("-")[1:])
    return [
        word
        if (at and word in _UNCASED and word in own) or _keeps(word)
        else own_casing_or(word, "-".join(map(capitalised, word.split("-"))) if hyphened else capitalised(word))
        for at, word in enumerate(words)
    ]


def _keeps(word: str) -> bool:
    return own_casing(word) == word or is_acronym(word)
