"""A team's own words: names rewritten so that they use one word for a thing or an action and never another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import NamedTuple

from eventsmith.naming.guess_verb import ends_short
from eventsmith.naming.rewrite import join_like
from eventsmith.naming.verbs import kind, participle, past
from eventsmith.naming.words import label_of, split

Words = tuple[str, ...]


class _Form(NamedTuple):
    """A word to replace in one number or tense, and what replaces it there; all in lower case."""

    words: Words
    instead: Words
    old: Words
    new: Words
    """Both as the team wrote them."""


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
    lower = tuple(word.lower() for word in old)
    forms = _forms(tuple(instead.items()))
    new: list[str] = []
    at = 0
    while at < len(old):
        form = next((form for form in forms.get(lower[at], ()) if _stands_at(form, lower, at)), None)
        new += form.instead if form else old[at : at + 1]
        at += len(form.words) if form else 1
    return name if tuple(new) == old else label + join_like(name[len(label) :], tuple(new))


def _stands_at(form: _Form, lower: Words, at: int) -> bool:
    """Return whether a form is there, and not within what replaces it already: “cart” in “Shopping Cart”."""
    size = len(form.words)
    return lower[at : at + size] == form.words and not any(
        form.new[start : start + size] == form.old
        and at >= start
        and lower[at - start : at - start + len(form.new)] == form.new
        for start in range(len(form.new) - size + 1)
    )


@lru_cache(maxsize=16)
def _forms(instead: tuple[tuple[str, str], ...]) -> Mapping[str, list[_Form]]:
    """Return all forms of the words to replace, by the first word of each, so that a name costs one look-up a word."""
    forms: dict[str, list[_Form]] = {}
    for left, right in instead:
        old, new = _words(left), _words(right)
        if old and new and old != new:
            for form in _inflected(old, new):
                forms.setdefault(form.words[0], []).append(form)
    return forms


def _words(text: str) -> Words:
    return tuple(word.lower() for word in split(text))


def _inflected(old: Words, new: Words) -> Iterator[_Form]:
    """Yield the form of the old words as they are, those of a verb in its tenses, and the plural."""
    (verb, *rest), (other, *others) = old, new
    yield _Form(old, new, old, new)
    for inflect in (past, participle, _going_on) if kind(verb) and kind(other) else ():
        yield _Form((inflect(verb), *rest), (inflect(other), *others), old, new)
    yield _Form((*old[:-1], _several(old[-1])), (*new[:-1], _several(new[-1])), old, new)


def _several(noun: str) -> str:
    if noun.endswith("y") and noun[-2:-1] not in ("a", "e", "i", "o", "u"):
        return f"{noun[:-1]}ies"
    return f"{noun}es" if noun.endswith(("s", "x", "z", "ch", "sh")) else f"{noun}s"


def _going_on(verb: str) -> str:
    if ends_short(verb):
        return f"{verb}{verb[-1]}ing"
    return f"{verb[:-1] if verb.endswith('e') and not verb.endswith('ee') else verb}ing"
