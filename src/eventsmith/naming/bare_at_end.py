"""Recognition of a bare verb at the end of a name, as in "Song Play" or `form_submit`: its object comes before it.

Sure only where the last word is a verb and nothing else. "Page View" may be the view of a page as well: among names of
this form it is read as an action, and elsewhere as a thing.
"""

from __future__ import annotations

from collections.abc import Callable

from eventsmith.naming import small_words as small
from eventsmith.naming.compounds import is_only_verb
from eventsmith.naming.parts import Parse, in_phrase, is_adverb, is_command, qualifies
from eventsmith.naming.verbs import kind, lemma_of, third_person

_BEFORE_THINGS = small.BEFORE_NOUNS | small.NUMBERING | small.DETERMINERS | small.STATES | small.PREPOSITIONS
_NEVER_FIRST = small.QUESTIONS | small.PRONOUNS | small.PROCESSES | small.MANNERS
_WITH_VERB = small.BEFORE_PAST | small.MANNERS
_NEVER_AFTER = small.MEASURES | small.ADVERBS | {"event"}
_THINGS_AT_END = small.STATES | small.NOUNS_AT_END
_OPENS_CLAUSE = small.PREPOSITIONS | small.NEGATIONS | {"and", "or"}
_TAKES_TEXTS = frozenset(("click", "press", "select", "tap"))


def bare_at_end(words: tuple[str, ...], lower: tuple[str, ...], *, things_too: bool = False) -> Parse | None:
    """Parse "Song Play", "Newsletter Sign Up", "Item Add To Cart"; None where no bare verb closes the name.

    With `things_too`, also where the verb is a noun as often, or the name begins with what was shown: "Item Return",
    "Learn More Click".
    """
    if len(lower) < 2 or not (things_too or _begins_with_thing(lower)):
        return None
    at = _verb_at(lower, _can_close if things_too else _closes)
    if at is None or (not (things_too and lower[at] in _TAKES_TEXTS) and _is_described(lower, at)):
        return None
    if not things_too and _is_sentence(lower, at):
        return None
    verb = lower[at]
    particle = words[at + 1] if at + 1 < len(words) and verb in small.PHRASAL.get(lower[at + 1], ()) else ""
    start = at
    while start > 1 and (lower[start - 1] in _WITH_VERB or is_adverb(lower[start - 1])):
        start -= 1
    is_last = at == len(words) - 1
    return Parse(
        "noun-verb",
        f"“{words[at]}” is a verb in the present and comes {'last' if is_last else 'after the noun'}",
        verb,
        words[at],
        particle,
        words[start:at],
        words[:start],
        words[at + bool(particle) + 1 :],
        sure=is_last and _is_only_verb(verb) and is_done_to(verb, lower[start - 1]),
    )


def _begins_with_thing(lower: tuple[str, ...]) -> bool:
    first, past = lower[0], lemma_of(lower[0])
    if first in _NEVER_FIRST or (kind(first) == "verb" and first not in small.NOUNS_TOO):
        return False
    if is_adverb(first) or (first in small.PREPOSITIONS and lower[:2] != ("in", "app")):
        return False
    return past is None or past.verb == first


def _verb_at(lower: tuple[str, ...], closes: Callable[[str], bool]) -> int | None:
    """Return the index of the verb: last, or before its particle, or before a tail; None without one."""
    last = len(lower) - 1
    if last > 1 and lower[last - 1] in small.PHRASAL.get(lower[last], ()):
        return last - 1 if kind(lower[last - 1]) in ("verb", "verb-first") or closes is _can_close else None
    before_tail = _verb_before_tail(lower, closes)
    if closes(lower[last]) and (before_tail is None or lower[last] in _TAKES_TEXTS):
        return last
    return before_tail


def _verb_before_tail(lower: tuple[str, ...], closes: Callable[[str], bool]) -> int | None:
    last = len(lower) - 1
    for at in range(1, last):
        opens_tail = lower[at + 1] in small.PREPOSITIONS and at + 1 < last and not in_phrase(lower, at + 1, at + 1)
        plain = kind(lower[at]) == "verb" and lower[at] not in small.NOUNS_TOO
        if opens_tail and (plain or (closes is _can_close and closes(lower[at]))):
            return at
        if closes(lower[at]) and all(map(_says_how, lower[at + 1 :])):
            return at
    return None


def _says_how(word: str) -> bool:
    """Return whether a word can follow the verb without a preposition: "Item Add Successfully"."""
    return is_adverb(word) or (qualifies(word) and word not in _NEVER_AFTER)


def _closes(word: str) -> bool:
    return word in small.CLOSES_NAMES or _is_only_verb(word)


def _can_close(word: str) -> bool:
    able = kind(word) in ("verb", "verb-first", "either") and word not in small.ONLY_NOUNS_AT_END
    return able or word in small.HAPPENS


def _is_only_verb(word: str) -> bool:
    return is_only_verb((word,), 0) and word not in _THINGS_AT_END


def is_done_to(verb: str, thing: str) -> bool:
    """Return whether the words before the verb are its object: not in "Email Subscribe", "Cart Add"."""
    return verb not in small.DONE_BY_WAY_OF and not (verb == "add" and thing in small.HOLDS_THINGS)


def _is_described(lower: tuple[str, ...], at: int) -> bool:
    """Return whether the word before makes it a kind of thing: "First Purchase", "Triggered Send"."""
    before = lower[at - 1]
    if before in ("and", "or") or lower[:at] == ("in", "app"):
        # "item_drag_and_drop", "in_app_purchase"
        return True
    if before in _BEFORE_THINGS:
        # "Sign Up Click"
        return before not in small.PARTICLES
    past = lemma_of(before)
    return past is not None and past.verb != before


def _is_sentence(lower: tuple[str, ...], at: int) -> bool:
    """Return whether another verb or a clause comes before: "User Clicks Button", "settings_delete_account_confirm"."""
    if lower[at] in _TAKES_TEXTS:
        return False
    between = lower[1 : at if lower[at] not in small.PROCESSES else at - 1]
    return (
        not _OPENS_CLAUSE.isdisjoint(lower[:at])
        or any(map(_is_only_verb, between))
        # "player_skip_track"
        or (kind(lower[at]) == "verb-first" and lower[at] not in small.CLOSING_VERBS and any(map(is_command, between)))
        or any(kind(third_person(word) or "") == "verb" for word in between)
    )
