"""Recognition of the past form that makes a name an event: at its end, inside before a tail, or at its start."""

from __future__ import annotations

from eventsmith.naming import small_words as small
from eventsmith.naming.parts import (
    Parse,
    after_verb,
    in_phrase,
    is_adverb,
    is_command,
    is_particle,
    is_switched,
    qualifies,
)
from eventsmith.naming.verbs import kind, lemma_of


def past_at_end(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    """Parse "Song Played", "Form Filled Out", "Email Soft Bounced"; None where no past form ends the name."""
    end = len(words) - 1
    particle = ""
    past = lemma_of(lower[end])
    if past is None and lower[end] in small.PARTICLES | small.PREPOSITIONS and end > 0:
        past, particle = lemma_of(lower[end - 1]), words[end]
        end -= 1
        if past and particle.lower() in ("in", "on") and end == 0 and past.verb not in small.PHRASAL[particle.lower()]:
            return None
    if end and lower[end] in small.DIRECTIONS:
        moved = lemma_of(lower[end - 1])
        if (moved.verb if moved else lower[end - 1]) in small.MOVING:
            return None
    own = past is not None and past.verb == lower[end]
    if past is None or (own and not _past_in_disguise(lower, end, words[0].islower() and words[end].istitle())):
        return None
    if end == 0:
        why = f"“{words[0]}” is the past of “{past.verb}” and comes first"
        return Parse("verb-past-noun", why, past.verb, words[0], particle, sure=past.known)
    before = lower[end - 1]
    first = lemma_of(lower[0])
    if before in small.MAKES_A_LABEL and (first or kind(lower[0])):
        return None
    if end == 1 and kind(lower[0]) == "verb" and lower[0] not in small.NOUNS_TOO and not past.known:
        return None
    if end > 1 and before in small.PREPOSITIONS and (first or kind(lower[0])) and not in_phrase(lower, end - 1, 0):
        # "Mark As Completed", "Moved To Archived".
        return None
    if any(_begins_clause(lower, at) for at in range(1, end - 1)):
        why = f"“{words[end]}” belongs to a clause of its own"
        return Parse("other", why, object=words, sure=False, rewritable=False)
    earlier = None if end > 1 and lower[end - 2] in small.MAKES_A_LABEL else lemma_of(before)
    if (
        earlier
        and earlier.verb != before
        and not (end > 1 and lower[end - 2].endswith("ly"))
        and before not in small.DESCRIBING
    ):
        why = f"“{words[end - 1]}” and “{words[end]}” are both in the past"
        return Parse("other", why, object=words, sure=False, rewritable=False)
    start = end
    while start > 1 and (lower[start - 1] in small.BEFORE_PAST or is_adverb(lower[start - 1])):
        start -= 1
    if start == 1 and (lower[0] in small.BEFORE_PAST or is_adverb(lower[0])):
        start = 0
    noun = words[:start]
    why = f"“{words[end]}” is the past of “{past.verb}” and comes last"
    return Parse(
        "noun-verb-past" if noun else "verb-past-noun",
        why,
        past.verb,
        words[end],
        particle,
        words[start:end],
        noun,
        sure=past.known,
    )


def _begins_clause(lower: tuple[str, ...], at: int) -> bool:
    """Return whether a past form is followed by another clause: "Login Failed Due To Password Expired"."""
    if lower[at + 1] not in small.SUBORDINATING:
        return False
    past = lemma_of(lower[at])
    return past is not None and past.verb != lower[at]


def _past_in_disguise(lower: tuple[str, ...], at: int, humps: bool) -> bool:
    """Return whether a last word that is its own past, like "set" or "read", stands for the past: "Password Reset"."""
    last = lower[at]
    if at and lower[at - 1] in small.PAST_AFTER.get(last, ()):
        return at > 1 or kind(lower[0]) != "verb"
    if at == 0 or last not in small.PAST_AS_PRESENT:
        return False
    before = lower[at - 1]
    if before in small.PREPOSITIONS | small.STATES | small.BEFORE_PAST or (last == "set" and before in small.SET_OF):
        return False
    first = kind(lower[0])
    thing = lower[0] in small.THINGS_FIRST if at == 1 else humps and last == "set"
    if first == "verb" or (first == "verb-first" and not thing):
        # "Click Reset" and "Mark As Read": the word is what was clicked or marked.
        return False
    if first == "either" and at > 1 and last != "set" and not (before.endswith("s") and not before.endswith("ss")):
        # "Request Password Reset", but "Search Filters Reset": plurals make no compound.
        return False
    start = lemma_of(lower[0])
    return start is None or start.verb == lower[0]


def past_inside(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    """Parse "Item Added To Cart", "Notification Clicked iOS"; None where no past form stands inside the name."""
    # "Ride Cancelled By Driver", but "Add Item Saved For Later".
    command = kind(lower[0]) == "verb" or lower[0] in ("view", "show", "open", "use", "get")
    first = lemma_of(lower[0])
    if first and first.verb != lower[0] and first.simple and lower[0] not in small.DESCRIBING:
        return None
    for at in range(len(words) - 2, 0, -1):
        past = lemma_of(lower[at])
        if past is None or not past.participle:
            continue
        if (past.verb == lower[at] or lower[at] in ("left", "used")) and not _put_somewhere(lower, at):
            continue
        after = at + 1
        particle = ""
        if is_particle(past.verb, lower, after):
            particle, after = words[after], after + 1
            if particle.lower() in small.PREPOSITIONS and _is_noun(lower[after:]):
                # The object comes before it: "Bill Paid In Full" is not "pay in".
                particle, after = "", at + 1
        rest = lower[after + 1 :] if lower[after : after + 1] == ("all",) and len(lower) > after + 1 else lower[after:]
        if (
            rest
            and rest[0] not in small.PREPOSITIONS
            and not all(map(qualifies, rest))
            and rest[0] not in small.ADVERBS
            and not (past.verb in small.MOVING and rest[0] in small.DIRECTIONS)
            and not (past.verb in small.AS_ADVERB and len(rest) == 1 and (rest[0] in small.STATES or lemma_of(rest[0])))
        ):
            continue
        if command and past.verb not in small.AFTER_COMMAND:
            return None
        start = at
        while start > 1 and (lower[start - 1] in small.BEFORE_PAST or is_adverb(lower[start - 1])):
            start -= 1
        why = f"“{words[at]}” is the past of “{past.verb}” and comes after the noun"
        return Parse(
            "noun-verb-past",
            why,
            past.verb,
            words[at],
            particle,
            words[start:at],
            words[:start],
            words[after:],
            sure=past.known,
        )
    return None


def _is_noun(rest: tuple[str, ...]) -> bool:
    """Return whether what follows a past form is a noun rather than a tail or a qualifier."""
    return bool(rest) and rest[0] not in small.PREPOSITIONS | small.ADVERBS and not all(map(qualifies, rest))


def _put_somewhere(lower: tuple[str, ...], at: int) -> bool:
    """Return whether a word like "put" or "left" is the past, judged by a noun before it and a preposition after it."""
    if at + 2 >= len(lower) or lower[at + 1] not in small.PREPOSITIONS - {"to"} | small.PARTICLES:
        return lower[at + 1] == "to" and lower[at - 1] in small.PAST_AFTER.get(lower[at], ())
    if lower[at - 1] in small.PAST_AFTER.get(lower[at], ()):
        return True
    command = is_command(lower[0]) and lower[0] not in small.THINGS_FIRST
    return lower[at] in small.PAST_BEFORE_PREPOSITION and not command


def past_at_start(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    """Parse "Played Song", "Signed Up For Newsletter", "Abandoned Cart"; None where no past form starts the name."""
    start = 1 if len(words) > 2 and (is_adverb(lower[0]) or lower[0] in small.BEFORE_PAST) and lemma_of(lower[1]) else 0
    past = lemma_of(lower[start])
    if past is None or past.verb == lower[start]:
        return None
    rest = lower[start + 1 :]
    if rest and rest[0] not in small.PREPOSITIONS and not is_particle(past.verb, lower, start + 1):
        of_thing = lower[start] in small.DESCRIBING and rest[-1] in small.OCCURRENCES
        by_itself = past.verb in small.HAPPENS and past.verb not in small.AS_ADVERB
        if not past.simple or lower[start] in small.NEVER_DONE or by_itself or of_thing:
            why = f"“{words[start]}” describes “{' '.join(words[start + 1 :])}”"
            return Parse("noun-only", why, object=words, sure=False, rewritable=False)
        command = kind(rest[-1]) == "verb" and rest[-1] not in small.NOUNS_TOO and past.verb not in small.TAKES_COMMANDS
        command = command and past.verb not in small.AS_ADVERB
        if command or rest[-1] in ("click", "tap"):
            return Parse(
                "noun-only", f"“{words[start]}” describes “{words[-1]}”", object=words, sure=False, rewritable=False
            )
        if lower[start] == "left" and rest[-1] in ("menu", "nav", "sidebar", "panel", "arrow", "button", "swipe"):
            return None
    if not past.known and lower[start] not in small.DESCRIBING and len(rest) == 0:
        return None
    if len(rest) > 1 and is_switched(past.verb, rest):
        return None
    why = f"“{words[start]}” is the past of “{past.verb}” and comes first"
    sure = past.known and lower[start] not in small.DESCRIBING
    return after_verb("verb-past-noun", why, past.verb, words, lower, start, sure)


def subject_and_past(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    """Parse "User Created Project": a person, a past form and a noun; None for anything else."""
    if is_command(lower[0]):
        return None
    for at in range(1, len(words) - 1):
        past = lemma_of(lower[at])
        if past and past.verb != lower[at] and past.simple and (past.known or lower[at - 1] in small.DOERS):
            if lower[at - 1] not in small.DOERS and lower[at] in small.DESCRIBING:
                continue
            if at == 1 and lower[0] in small.GENERIC_DOERS and past.verb in small.DONE_TO_PERSON:
                why = f"“{words[at]}” is the past of “{past.verb}” and was done to “{words[0]}”"
                return Parse("noun-verb-past", why, past.verb, words[1], object=words[:1], tail=words[2:], sure=False)
            why = f"“{' '.join(words[:at])}” did something to “{' '.join(words[at + 1 :])}”"
            return Parse("other", why, past.verb, words[at], object=words, sure=False, rewritable=False)
    return None
