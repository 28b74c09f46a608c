"""Recognition of a bare verb at the start of a name, or of names without a verb: nouns, activities, states."""

from __future__ import annotations

from eventsmith.naming import small_words as small
from eventsmith.naming.compounds import is_compound, is_noun_of_verb, is_only_verb
from eventsmith.naming.parts import Parse, after_verb, is_activity, is_command, is_particle
from eventsmith.naming.verbs import gerund_of, kind, lemma_of, third_person


def bare_verb(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    """Parse "Play Song", "Sign Up", "Add To Cart", and the third person "Views Content"; None without such a verb."""
    manner = lower[0].endswith("ly") or lower[0] in small.MANNERS
    start = 1 if len(words) > 2 and manner and is_command(lower[1]) else 0
    if start and lower[0] in small.MANNERS and lower[-1] in small.HEADS:
        # "Force Update Modal"
        return None
    verb, reading = lower[start], kind(lower[start])
    rest = lower[start + 1 :]
    if reading is None or not rest:
        return _third_person(words, lower)
    if rest[0] in ("and", "or") or (len(rest) > 1 and rest[-1] in ("click", "tap")):
        return None
    particle = is_particle(verb, lower, start + 1) and not (rest[0] == "in" and verb == "drop")
    if particle and len(rest) > 1 and (rest[-1] in small.MEASURES or _is_phrasal_noun(verb, rest)):
        return None
    if particle and any(rest[: len(phrase)] == phrase for phrase in small.NOUN_PHRASES.get(verb, ())):
        return None
    determined = rest[0] in small.DETERMINERS
    if particle and (verb, rest[0]) in small.INTRANSITIVE_PHRASAL - small.TRANSITIVE_TOO and len(rest) > 1:
        if (
            rest[1] not in small.PREPOSITIONS
            and rest[1] not in small.ADVERBS
            and rest[1] not in small.DOERS
            and rest[1] != "of"
        ):
            return None
    elif particle and (is_command(verb) or verb in small.PHRASAL.get(rest[0], ())):
        pass
    elif not determined and (command := _command_behind(verb, reading, rest)) is not None:
        why = f"The verb “{words[start + 1 + command]}” stands in the middle"
        return Parse("other", why, object=words, sure=False, rewritable=False)
    elif not determined and is_compound(verb, reading, rest):
        return None
    why = f"“{words[start]}” is a verb in the present and comes first"
    parse = after_verb("verb-noun", why, verb, words, lower, start, reading == "verb" or reading == "verb-first")
    if len(rest) > 1 and not particle and is_only_verb(rest, 0) and verb not in small.TAKES_COMMANDS:
        # "close_convert_lead" closes one of some kind.
        return parse._replace(sure=False, rewritable=False)
    become = verb == "get" and (past := lemma_of(rest[0])) is not None and past.verb != rest[0]
    # "Get Started": there is no object.
    return parse._replace(rewritable=False) if become else parse


def _is_phrasal_noun(verb: str, rest: tuple[str, ...]) -> bool:
    """Return whether verb and particle make a noun with what follows: "Pick Up Location", not "Pick Up Parcel"."""
    return f"{verb} {rest[0]}" in small.PHRASAL_NOUNS and rest[-1] in small.PHRASAL_HEADS


def _command_behind(verb: str, reading: str, rest: tuple[str, ...]) -> int | None:
    """Return the index of the command behind a word that could be a verb: "chat_send_message", "Filter Apply"."""
    command = rest[0]
    in_front = next((at for at, word in enumerate(rest) if word in small.PREPOSITIONS), len(rest) - 1)
    if reading == "noun" or verb in small.TAKES_COMMANDS or (reading == "verb" and verb not in small.NOUNS_TOO):
        return None
    if len(rest) > 1 and is_command(command):
        if rest[1] in small.BEFORE_NOUNS:
            # A noun has no adjective after it: "transform_trigger_manual_run".
            return 0
        if command in small.POINTING and rest[1] not in small.HEADS and rest[1] not in small.PREPOSITIONS:
            return 0
    inside = next((at for at in range(1, in_front) if is_only_verb(rest, at)), None)
    if inside is not None:
        # "message_reaction_remove_all"
        return inside
    also_past = lemma_of(command) and command not in small.PAST_BEFORE_PREPOSITION
    if reading == "verb" or command in small.NOUNS_TOO or also_past or kind(command) != "verb":
        return None
    return 0 if len(rest) > 1 or verb not in small.POINTING else None


def _third_person(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse | None:
    verb = third_person(lower[0])
    if not verb or lower[1] in ("and", "or", "&") or lower[-1] in small.MEASURES:
        return None
    # "Adds Item To Cart", but "Orders Page".
    plain = (kind(verb) == "verb" and verb not in small.NOUNS_TOO) or verb in (
        "click",
        "open",
        "read",
        "tap",
        "view",
        "visit",
    )
    if not plain and (
        lower[-1] in small.HEADS or lower[-1] in small.CLOSING_VERBS or is_only_verb(lower, len(lower) - 1)
    ):
        return None
    why = f"“{words[0]}” is how one tells what somebody does; “{verb}” is the verb"
    return after_verb("other", why, verb, words, lower, 0, False)


def leftover(words: tuple[str, ...], lower: tuple[str, ...]) -> Parse:
    """Parse a name without a verb where a form has one: nouns, activities, states."""
    last = lower[-1]
    if lower[0] in small.DOERS and third_person(lower[1]):
        why = f"“{words[1]}” tells what “{words[0]}” does"
        return Parse("other", why, object=words, sure=False, rewritable=False)
    if lower[0] in small.STATES and lower[1] in small.PREPOSITIONS:
        return Parse("other", f"“{words[0]}” is a state, not an action", object=words, rewritable=False)
    switched = last in ("on", "off") and len(words) > 1 and lower[-2] not in small.PHRASAL[last]
    if switched or last in small.STATES or (last.startswith("un") and lemma_of(last[2:])):
        return Parse("other", f"“{words[-1]}” is a state, not an action", object=words, rewritable=False)
    first_gerund = gerund_of(lower[0])
    if is_activity(last) and len(words) > 1:
        return Parse("gerund", f"“{words[-1]}” is going on, not done", gerund_of(last), words[-1], rewritable=False)
    if (
        first_gerund
        and kind(first_gerund) in ("verb", "verb-first")
        and is_activity(lower[0])
        and kind(last) != "verb-first"
    ):
        return Parse("gerund", f"“{words[0]}” is going on, not done", first_gerund, words[0], rewritable=False)
    for at in range(1, len(words) - 1):
        going = gerund_of(lower[at]) if is_activity(lower[at]) else None
        by_itself = (
            going in small.HAPPENS or going in ("approach", "end", "start", "near") or lower[at + 1] in small.ADVERBS
        )
        if going and (lower[at - 1] in small.DOERS or by_itself):
            return Parse("gerund", f"“{words[at]}” is going on, not done", going, words[at], rewritable=False)
    opening = lower[0] in small.PREPOSITIONS or lower[0] in small.QUESTIONS or lower[0] in small.PRONOUNS
    if opening and lower[:2] != ("in", "app"):
        return Parse("other", f"It begins with “{words[0]}”, not with a noun or verb", object=words, rewritable=False)
    if any(word in small.PREPOSITIONS for word in lower[1:-1]) and kind(lower[0]) is None:
        return Parse("noun-only", "It has no verb", object=words, sure=False, rewritable=False)
    for at in range(1, len(words) - 1):
        in_the_middle = kind(lower[at]) == "verb" or lower[at] in small.VERBS_ANYWHERE
        in_the_middle = in_the_middle and not (lower[at] in small.NOUNS_TOO and is_noun_of_verb(last))
        if in_the_middle and not is_command(last) and last not in small.NAMES_OF_THINGS:
            why = f"The verb “{words[at]}” stands in the middle"
            return Parse("other", why, object=words, sure=False, rewritable=False)
    told_of = next((word for word in lower[1:] if _tells(word)), None)
    if told_of:
        why = f"“{words[lower.index(told_of)]}” tells what somebody does"
        return Parse("other", why, object=words, sure=False, rewritable=False)
    if kind(last) == "verb" and lemma_of(last) is None and last not in small.CLOSING_VERBS:
        return Parse(
            "noun-only", f"“{words[-1]}” comes last but is not in the past", object=words, sure=False, rewritable=False
        )
    return Parse("noun-only", "It names a thing and has no verb", object=words, rewritable=False)


def _tells(word: str) -> bool:
    """Return whether a word is a third person and nothing else: "requires", not "exports"."""
    verb = third_person(word)
    return verb is not None and kind(verb) == "verb" and verb not in small.NOUNS_TOO
