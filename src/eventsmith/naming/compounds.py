"""Recognition of nouns that start with a word like a verb: "Order Status", "View Count"."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from eventsmith.naming import small_words as small
from eventsmith.naming.parts import is_activity, is_command
from eventsmith.naming.verbs import kind, lemma_of


class Start(NamedTuple):
    """A name that could start with a verb."""

    verb: str
    reading: str
    """How the first word is read at the start of a name: see `kind`."""
    rest: tuple[str, ...]
    thing: tuple[str, ...]
    """The words of the rest that stand before a preposition."""

    @property
    def head(self) -> str:
        """The last word of the thing."""
        return self.thing[-1]

    @property
    def is_pair(self) -> bool:
        """Whether a single word follows."""
        return len(self.rest) == 1

    @property
    def may_be_noun(self) -> bool:
        """Whether the first word is also a noun."""
        return self.reading != "verb" or self.verb in small.NOUNS_TOO


def is_compound(verb: str, reading: str, rest: tuple[str, ...]) -> bool:
    """Return whether the first word belongs to a noun after all. The first reason that holds decides."""
    until = next((at for at, word in enumerate(rest) if at and word in small.PREPOSITIONS), len(rest))
    start = Start(verb, reading, rest, rest[:until])
    return next(answer for holds, answer in _REASONS if holds(start))


def is_only_verb(rest: tuple[str, ...], at: int) -> bool:
    """Return whether a word is only a bare verb: "remove", not "export", nor the "renew" of "Auto Renew"."""
    word = rest[at]
    own = kind(word) == "verb" and word not in small.NOUNS_TOO and lemma_of(word) is None
    return own and (at == 0 or rest[at - 1] not in small.BEFORE_PAST)


def is_noun_of_verb(word: str) -> bool:
    """Return whether a word is a noun for an action: "registration"."""
    return word in small.NOUNS_OF_VERBS or word.endswith(("ation", "tion", "ment", "sion"))


def _goes_somewhere(start: Start) -> bool:
    """Match "Move Up"."""
    return start.verb in small.MOVING and start.rest[0] in small.DIRECTIONS


def _is_of_something(start: Start) -> bool:
    """Match "Change Of Address"."""
    return start.rest[0] == "of" and start.may_be_noun


def _opens_noun_phrase(start: Start) -> bool:
    """Match "Thank You", or a listed noun phrase."""
    phrases = small.NOUN_PHRASES.get(start.verb, ())
    return start.rest[0] == "you" or any(start.rest[: len(phrase)] == phrase for phrase in phrases)


def _has_its_object(start: Start) -> bool:
    """Match "Order Food"."""
    return len(start.thing) == 1 and start.head in small.OBJECTS_OF_EITHER.get(start.verb, ())


def _is_of_thing(start: Start) -> bool:
    """Match "Contact Creation", "Claim Details"."""
    if not start.is_pair or not start.may_be_noun:
        return False
    verb, head = start.verb, start.head
    is_done_to_act = verb in small.RUNS_ACTS or (head in small.ACTS_SEEN and verb in small.SEES_ACTS)
    return (
        (head in small.ACTS and not is_done_to_act)
        or (head in small.PARTS_OF_SCREENS and verb not in small.DONE_TO_PARTS)
        or (head in small.SCREENS and verb not in small.DONE_TO_SCREENS)
        or (head in small.SAID_OF_THINGS and verb in small.THINGS_TOO)
    )


def _is_screen(start: Start) -> bool:
    """Match "Help Center Homepage"."""
    is_one = start.head in small.SCREENS and start.verb not in small.DONE_TO_SCREENS
    return not start.is_pair and start.reading != "verb" and is_one


def _opens(start: Start) -> bool:
    """Match "Buy Coin Modal Open"."""
    takes_it = start.verb in small.AS_ADVERB or start.verb in small.TAKES_COMMANDS
    return not start.is_pair and start.rest[-1] in ("open", "view", "load") and not takes_it


def _is_going_on(start: Start) -> bool:
    """Match "Message Sending"."""
    return (
        start.is_pair and start.reading == "verb-first" and is_activity(start.head) and start.verb in small.THINGS_TOO
    )


def _has_its_preposition(start: Start) -> bool:
    return start.reading == "noun" and not start.is_pair and (start.verb, start.rest[0]) in small.WITH_PREPOSITION


def _comes_of_it(start: Start) -> bool:
    """Match "Connect Wallet Error", the outcome of an action; not "Report Error", an action."""
    ends = not small.ENDINGS_OF_ACTIONS.isdisjoint((start.head, start.rest[-1]))
    return ends and start.verb not in small.TAKES_ENDINGS


def _closes_in_verb(start: Start) -> bool:
    """Match "Swap Quote Fetch", but not "Enable Auto Renew"."""
    last = len(start.rest) - 1
    closes = start.verb not in small.TAKES_COMMANDS and is_only_verb(start.rest, last)
    return not start.is_pair and start.thing == start.rest and closes


def _closes_in_process(start: Start) -> bool:
    """Match "Add Card Start"."""
    takes_it = start.verb in small.TAKES_COMMANDS or start.verb in small.TAKES_PROCESSES
    return not start.is_pair and start.rest[-1] in small.PROCESSES and not takes_it


def _has_no_object(start: Start) -> bool:
    return start.is_pair and start.head in small.NEVER_OBJECTS and start.verb not in small.POINTING


def _bears_command(start: Start) -> bool:
    """Match "Add To Cart Button", whose button is named by a command; not "Click Button" or "Scroll To Button"."""
    inside = start.rest[:-1]
    if start.rest[-1] not in small.CONTROLS:
        return False
    phrase = any(word in small.PREPOSITIONS or word in small.ADVERBS or word in small.PARTICLES for word in inside)
    return phrase and inside[-1] not in small.PREPOSITIONS and start.verb not in small.TAKES_COMMANDS


def _is_in_state(start: Start) -> bool:
    return len(start.thing) == 1 and start.head in small.STATES and start.verb in small.NOUNS_TOO


def _says_outcome(start: Start) -> bool:
    """Match "Add Card Successful"."""
    outcome = start.rest[-1] in ("complete", "incomplete", "successful", "unsuccessful")
    return not start.is_pair and outcome and start.rest[-2] not in small.PREPOSITIONS


def _is_listed(start: Start) -> bool:
    """Match "Share Price"."""
    return len(start.thing) == 1 and start.head in small.COMPOUNDS.get(start.verb, ())


def _is_done_to_noun(start: Start) -> bool:
    """Match "Consent Withdraw"."""
    is_noun = start.verb in small.NOUNS_TOO and start.verb not in small.TAKES_COMMANDS
    return start.is_pair and is_noun and is_only_verb(start.rest, 0)


def _is_change_in(start: Start) -> bool:
    """Match "Drop In Price"."""
    return start.rest[0] == "in" and start.verb in ("change", "drop", "fall", "increase", "rise", "surge")


def _fits_all(start: Start) -> bool:
    return len(start.thing) == 1 and start.head in small.COMPOUNDS["*"]


def _is_measure(start: Start) -> bool:
    """Match "View Count", but not "Update Phone Number" or "Sort By Date"."""
    changed = len(start.thing) > 1 and start.verb in small.TAKES_MEASURES and start.thing[-2] not in small.MEASURED_ACTS
    by_it = start.rest[0] in ("as", "by", "for", "from", "to", "with") and start.reading == "verb-first"
    return start.head in small.MEASURES and not (changed or by_it)


def _is_state_or_event(start: Start) -> bool:
    return start.head in small.STATES or (start.head in ("event", "events") and start.verb in small.CLOSING_VERBS)


def _closes_in_act(start: Start) -> bool:
    """Match "Offer Change", "Tag Search"."""
    closes = start.head in small.CLOSING_VERBS or start.head in ("change", "copy", "search")
    return start.is_pair and start.rest[0] not in small.PREPOSITIONS and closes and start.verb in small.THINGS_FIRST


def _closes_in_noun(start: Start) -> bool:
    """Match "Order Status", whose first word is as often noun as verb."""
    head = start.head
    return is_activity(head) or head in small.HEADS or head in small.OUTCOMES or head in small.CLOSING_VERBS


def _is_rather_done(start: Start) -> bool:
    return start.verb in ("schedule", "request", "review", "process", "support", "audit", "finance", "estimate")


def _takes_preposition(start: Start) -> bool:
    """Match "Order From Shop"."""
    first = start.rest[0]
    goes_with_it = first in ("as", "for", "to", "from", "with") or (start.verb, first) in small.WITH_PREPOSITION
    return first in small.PREPOSITIONS and goes_with_it


def _closes_in_command(start: Start) -> bool:
    head = start.head
    plural = head.endswith("s") and head[:-1] in small.CLOSING_VERBS
    return plural or is_command(head) or is_noun_of_verb(head)


_REASONS: tuple[tuple[Callable[[Start], bool], bool], ...] = (
    (_goes_somewhere, False),
    (_is_of_something, True),
    (_opens_noun_phrase, True),
    (_has_its_object, False),
    (_is_of_thing, True),
    (_is_screen, True),
    (_opens, True),
    (_is_going_on, True),
    (_has_its_preposition, False),
    (lambda start: start.reading == "noun", True),
    (lambda start: start.rest[:2] in small.PREPOSITIONS_OF_TWO, False),
    (_comes_of_it, True),
    (_closes_in_verb, True),
    (_closes_in_process, True),
    (_has_no_object, True),
    (_bears_command, True),
    (_is_in_state, True),
    (_says_outcome, True),
    (_is_listed, True),
    (_is_done_to_noun, True),
    (lambda start: start.reading == "verb", False),
    (_is_change_in, True),
    (_fits_all, True),
    (_is_measure, True),
    (_is_state_or_event, True),
    (lambda start: start.head in small.OBJECTS_OF_EITHER.get(start.verb, ()), False),
    (_closes_in_act, True),
    (lambda start: start.reading == "verb-first", False),
    (_closes_in_noun, True),
    (_is_rather_done, False),
    (_takes_preposition, False),
    (lambda start: start.rest[0] in small.PREPOSITIONS, True),
    (_closes_in_command, True),
    (lambda start: True, False),
)
"""Each reason with its verdict, in the order in which they are tried."""
