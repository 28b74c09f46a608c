"""The parts of a name after its verb: particle, object, tail. Which word is the verb is decided in recognise.py."""

from __future__ import annotations

from typing import Literal, NamedTuple

from eventsmith.ground.labels import Form
from eventsmith.naming import small_words as small
from eventsmith.naming.verbs import gerund_of, kind, lemma_of

AnyForm = Literal[Form, "noun-only", "gerund", "other", "ambiguous"]


class Parse(NamedTuple):
    """A parsed name. Its parts are words as written; `label` is the exact text before the name proper."""

    form: AnyForm
    why: str
    verb: str | None = None
    verb_word: str = ""
    particle: str = ""
    adverb: tuple[str, ...] = ()
    object: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()
    label: str = ""
    sure: bool = True
    rewritable: bool = True


def after_verb(
    form: AnyForm, why: str, verb: str, words: tuple[str, ...], lower: tuple[str, ...], at: int, sure: bool
) -> Parse:
    """Parse what follows a verb into particle, object and tail."""
    particle = ""
    begin = at + 1
    if is_particle(verb, lower, begin):
        particle, begin = words[begin], begin + 1
    end = _tail_start(verb, lower, begin)
    noun, tail = words[begin:end], words[end:]
    if noun and len(noun) > 1 and not tail and not particle:
        last = lower[-1]
        pair = len(noun) > 1 and lower[-2] in small.PHRASAL.get(last, ())
        if last in small.PARTICLES and not pair:
            if verb not in small.PHRASAL.get(last, ()) and last not in small.ALWAYS_PARTICLES:
                # "Move Slider On": it is not clear what the last word belongs to.
                return Parse(form, why, verb, words[at], object=words[begin:], sure=False, rewritable=False)
            particle, noun = noun[-1], noun[:-1]
    elif len(tail) > 1 and not noun and not particle and _takes_preposition(verb, lower[begin], lower[begin + 1]):
        particle, noun, tail = tail[0], tail[1:], ()
    clause = any(word.lower() in small.OPENS_CLAUSE for word in noun[1:-1])
    vague = len(lower) == begin + 1 and lower[begin] in small.VAGUE_OBJECTS | small.PRONOUNS | small.PREPOSITIONS
    return Parse(
        form,
        why,
        verb,
        words[at],
        particle,
        words[:at],
        noun,
        tail,
        sure=sure and not vague and not clause,
        rewritable=not vague and not clause,
    )


def _takes_preposition(verb: str, preposition: str, after: str) -> bool:
    """Return whether a preposition belongs to its verb: in "React To Post", but not in "Agree To Receive SMS"."""
    return (verb, preposition) in small.WITH_PREPOSITION and kind(after) != "verb"


def _tail_start(verb: str, lower: tuple[str, ...], begin: int) -> int:
    """Return where the tail begins in the words after a verb."""
    if (
        verb in ("click", "tap", "press", "select")
        and begin < len(lower)
        and kind(lower[begin]) in ("verb", "verb-first")
    ):
        # The element clicked has a text of its own: "Click Add To Cart".
        return len(lower)
    if begin < len(lower) and verb in small.MOVING and lower[begin] in small.DIRECTIONS:
        return begin
    if begin == len(lower) - 1 and verb in ("go", "make") and lower[begin] in small.STATES:
        return begin
    for at in range(begin, len(lower)):
        word = lower[at]
        # "Register Now For Session", but "Place Online Order".
        first = at == begin and (at == len(lower) - 1 or lower[at + 1] in small.PREPOSITIONS)
        alone = first or (at == len(lower) - 1 and lower[at - 1] not in small.PREPOSITIONS)
        if at < len(lower) - 2 and lower[at : at + 2] in small.PREPOSITIONS_OF_TWO:
            return at
        if word in small.ADVERBS and alone and word not in ("first", "early", "late"):
            return at
        if is_adverb(word) and at == len(lower) - 1:
            return at
        described = at - 1 > begin and (inner := lemma_of(lower[at - 1])) is not None and inner.verb != lower[at - 1]
        # "Add Item Saved For Later": the tail belongs to what describes the object.
        opens = (word in small.PREPOSITIONS and not described) or (word == "of" and at == begin)
        completes = verb in small.TAKES_PHRASE and (at > begin or lower[at:] in small.FIXED_PHRASES)
        if opens and at < len(lower) - 1 and (completes or not in_phrase(lower, at, begin)):
            return at
    return len(lower)


def in_phrase(lower: tuple[str, ...], at: int, begin: int) -> bool:
    """Return whether a preposition belongs to a fixed phrase ("Back In Stock") or to a phrasal verb used as a noun."""
    word = lower[at]
    if at > begin and lower[at - 1] in small.PHRASAL.get(word, ()):
        return True
    for phrase in small.FIXED_PHRASES:
        for offset, part in enumerate(phrase):
            if part == word and at - offset >= begin and lower[at - offset : at - offset + len(phrase)] == phrase:
                return True
    return False


def is_particle(verb: str, lower: tuple[str, ...], at: int) -> bool:
    """Return whether the word at an index belongs to the verb before it: "Sign Up", "Turn On"."""
    if at >= len(lower):
        return False
    word = lower[at]
    if word in small.ALWAYS_PARTICLES:
        return True
    # "Put On Hold" is no "put on".
    return (
        word in small.PARTICLES
        and verb in small.PHRASAL.get(word, ())
        and lower[at : at + 2] not in small.FIXED_PHRASES
    )


def is_switched(verb: str, rest: tuple[str, ...]) -> bool:
    """Return whether "on" or "off" ends a name as a state ("Followed Site Notifications Off") and is not its verb's."""
    last = rest[-1]
    return last in ("on", "off") and verb not in small.PHRASAL[last] and rest[-2] not in small.PHRASAL[last]


def is_command(word: str) -> bool:
    """Return whether a bare word at the start of a name is its verb without further question."""
    return kind(word) in ("verb", "verb-first")


def is_adverb(word: str) -> bool:
    """Return whether a word is an adverb in -ly: "successfully", not "reply"."""
    return len(word) > 4 and word.endswith("ly") and word not in small.NO_ADVERBS


def qualifies(word: str) -> bool:
    """Return whether a word can follow a past without a preposition: "Clicked iOS", "Watched 50%"."""
    return word in small.QUALIFIERS or not any(map(str.isalpha, word)) or any(map(str.isdigit, word)) or is_adverb(word)


def is_activity(word: str) -> bool:
    """Return whether an -ing word is an activity ("playing") rather than a thing ("billing")."""
    return word not in small.NOUNS_IN_ING and gerund_of(word) is not None
