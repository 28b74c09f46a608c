"""A team's own words: names rewritten so that they use one word for a thing or an action and never another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache

from eventsmith.naming.guess_verb import ends_short
from eventsmith.naming.rewrite import join_like
from eventsmith.naming.verbs import kind, participle, past
from eventsmith.naming.words import label_of, split

Words = tuple[str, ...]


def with_house_words(name: str, instead: Mapping[str, str]) -> str:
    """Return the name with the word on the right for each on the left, in the number and tense that it stands in.

    Words are compared without case: `{"basket": "cart", "click": "select"}` makes “Baskets Clicked” “Carts Selected”. A
    word may be a phrase. The same name where nothing is to be replaced, or the replacement has no words.
    """
    chunks = name.split("_")
    if len(chunks) > 1 and any(len(split(chunk)) > 1 for chunk in chunks):
        # “catalogItem_clicked”: what stands between underscores keeps its humps.
        return "_".join(with_house_words(chunk, instead) for chunk in chunks)
    label = label_of(name)
    old = split(name[len(label) :])
    new: list[str] = []
    at = 0
    while at < len(old):
        found = next(_matches(old, at, instead), None)
        if found is None:
            new.append(old[at])
            at += 1
        else:
            size, words = found
            new += words
            at += size
    return name if tuple(new) == old else label + join_like(name[len(label) :], tuple(new))


def _matches(words: Words, at: int, instead: Mapping[str, str]) -> Iterator[tuple[int, Words]]:
    """Yield how many words match there and what replaces them, for every word of the team's that does."""
    lower = tuple(word.lower() for word in words)
    for left, right in instead.items():
        old, new = _words(left), _words(right)
        if not old or not new or old == new:
            continue
        here = lower[at : at + len(old)]
        if len(here) < len(old) or _is_within(lower, at, old, new):
            continue
        for form, inflected in _inflected(old, new):
            if here == form:
                yield len(old), inflected


def _is_within(lower: Words, at: int, old: Words, new: Words) -> bool:
    """Return whether the words stand within what would replace them: “cart” in “Shopping Cart”."""
    return any(
        new[start : start + len(old)] == old and at >= start and lower[at - start : at - start + len(new)] == new
        for start in range(len(new) - len(old) + 1)
    )


@lru_cache(maxsize=1024)
def _words(text: str) -> Words:
    return tuple(word.lower() for word in split(text))


@lru_cache(maxsize=1024)
def _inflected(old: Words, new: Words) -> tuple[tuple[Words, Words], ...]:
    """Return each form of the old words with that of the new: as they are, in the plural, and in a verb's tenses."""
    forms = {old: new}
    (verb, *rest), (other, *others) = old, new
    for inflect in (past, participle, _going_on) if kind(verb) and kind(other) else ():
        forms.setdefault((inflect(verb), *rest), (inflect(other), *others))
    forms.setdefault((*old[:-1], _several(old[-1])), (*new[:-1], _several(new[-1])))
    return tuple(forms.items())


def _several(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "i", "o", "u"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _going_on(verb: str) -> str:
    if ends_short(verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"
