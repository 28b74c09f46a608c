"""The team's words: what can be done about them, and what it would change in the names there are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import permutations
from typing import Literal

from eventsmith.edits import Edit, Set, say_verb
from eventsmith.model import Catalog
from eventsmith.naming import with_house_words
from eventsmith.queries.value_text import read_texts
from eventsmith.queries.verbs_in_use import VerbsInUse, verbs_alike

_SHOWN = 3
_PAIR = re.compile(r"\s*(.+?)\s*(?:=|->|→|:|,)\s*(.+?)\s*")


@dataclass(frozen=True, slots=True)
class WordChoice:
    """One thing that can be done about the team's words; some ask for a text first."""

    title: str
    edit: Edit | None = None
    asks: Literal["", "instead", "verbs"] = ""


def word_choices(catalog: Catalog) -> list[WordChoice]:
    """List what can be done about the catalog's words."""
    return [*_choices(catalog)]


def _choices(catalog: Catalog) -> Iterator[WordChoice]:
    instead, verbs = catalog.naming.instead, catalog.naming.verbs
    yield from _one_of_several(catalog)
    yield WordChoice("Never use a word, and say which to use instead …", asks="instead")
    for word, better in instead.items():
        rest = {other: said for other, said in instead.items() if other != word}
        edit = Set(("naming", "instead"), rest, f"allow “{word}” again")
        yield WordChoice(f"Allow “{word}” again: “{better}” is used instead now", edit)
    if not verbs:
        yield WordChoice("Allow only some verbs …", asks="verbs")
        return
    yield WordChoice(f"Allow other verbs than {', '.join(verbs)} …", asks="verbs")
    yield WordChoice("Allow any verb again", Set(("naming", "verbs"), (), "allow any verb"))


def _one_of_several(catalog: Catalog) -> Iterator[WordChoice]:
    """Yield a choice for each verb that might be said instead of another, the more frequent of two first."""
    counts = VerbsInUse().of(catalog)
    for verbs in verbs_alike(counts):
        for verb, other in permutations(verbs, 2):
            edit = say_verb(catalog, verb, other)
            number = sum(not isinstance(one, Set) for one in edit.edits)
            renames = f"renames {number} event{'' if number == 1 else 's'}"
            if number:
                yield WordChoice(f"Say “{verb}” ({counts[verb]}), never “{other}” ({counts[other]}): {renames}", edit)


def verbs_in_use(catalog: Catalog) -> list[str]:
    """Return the verbs of the catalog's names, the most frequent first."""
    counts = VerbsInUse().of(catalog)
    return sorted(counts, key=lambda verb: (-counts[verb], verb))


def text_asked(catalog: Catalog, choice: WordChoice) -> str:
    """Return the text to start from."""
    return ", ".join(catalog.naming.verbs or verbs_in_use(catalog)) if choice.asks == "verbs" else ""


def question(choice: WordChoice) -> str:
    """Return the question for the text that a choice asks for."""
    if choice.asks == "verbs":
        return "The only verbs that names may have, with commas between"
    return "The word never to use, and the one to use instead: basket = cart"


def edit_for(catalog: Catalog, choice: WordChoice, text: str) -> Edit | None:
    """Return the edit for the text that was asked for; None if it does not say enough."""
    if choice.asks == "verbs":
        verbs = tuple(read_texts(text))
        return Set(("naming", "verbs"), verbs, "allow only some verbs") if verbs else None
    pair = _pair(text)
    if pair is None:
        return None
    instead = {**catalog.naming.instead, pair[0]: pair[1]}
    return Set(("naming", "instead"), instead, f"say “{pair[1]}”, never “{pair[0]}”")


def what_changes(catalog: Catalog, choice: WordChoice, text: str) -> str:
    """Say what a text would mean for the names there are."""
    if choice.asks == "verbs":
        allowed = {verb.strip().lower() for verb in read_texts(text)}
        others = [verb for verb in verbs_in_use(catalog) if verb not in allowed]
        return f"Names also say {_few(others)}" if others else "No name has another verb"
    pair = _pair(text)
    if pair is None:
        return "For example: basket = cart"
    words = dict([pair])
    better = [(event.name, with_house_words(event.name, words)) for event in catalog.events]
    changes = [f"“{before}” should be “{after}” then" for before, after in better if before != after]
    return _few(changes) if changes else f"No name has “{pair[0]}”"


def _pair(text: str) -> tuple[str, str] | None:
    found = _PAIR.fullmatch(text)
    return (found[1], found[2]) if found and found[1].casefold() != found[2].casefold() else None


def _few(texts: Sequence[str]) -> str:
    more = f" and {len(texts) - _SHOWN} more" if len(texts) > _SHOWN else ""
    return ", ".join(texts[:_SHOWN]) + more
