"""Detection of typing slips: names that differ in one mistyped letter, such as "Registraton" or "Pruchase"."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from eventsmith.naming import small_words as small
from eventsmith.naming.matching import base_spelling, same_key
from eventsmith.naming.verbs import is_listed, lemma_of
from eventsmith.naming.word_lists import sections
from eventsmith.naming.words import split

_LONG = 5
"""The length from which one different letter is a slip: "Card" and "Cart" are two words."""


@lru_cache(maxsize=8192)
def slip_keys(name: str) -> tuple[tuple[str, str], ...]:
    """Return each word of a name that may be mistyped, after a key shared by names that differ in that word at most.

    Words count in any order; the others without tense and number. Nobody mistypes the first letter.
    """
    words = [word for word in map(same_key, split(name)) if word not in small.ARTICLES]
    bare = [_bare(word) for word in words]
    found = {}
    for at, word in enumerate(words):
        if len(word) >= _LONG - 1 and word.isascii() and word.isalpha():
            found[" ".join((word[0], *sorted(bare[:at] + bare[at + 1 :])))] = word
    return tuple(found.items())


def slips(words: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield index pairs of words that differ in one letter or in two swapped ones: the misspelt word, and the other.

    If neither is a known word, the later one is taken for the slip. Costs no more per word where there are many.
    """
    having: dict[str, list[int]] = {}
    seen: set[str] = set()
    for at, word in enumerate(words):
        if word in seen:
            continue
        seen.add(word)
        pieces = dict.fromkeys((*_pieces(word), *_pieces(_bare(word))))
        near = dict.fromkeys(other for piece in pieces for other in having.get(piece, ()))
        other = next((other for other in near if _is_slip(word, words[other])), None)
        if other is not None:
            yield (other, at) if _is_word(word) else (at, other)
        for piece in pieces:
            having.setdefault(piece, []).append(at)


def _pieces(word: str) -> Iterator[str]:
    """Yield the word, and the word without each one of its letters."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_slip(one: str, other: str) -> bool:
    bare, other_bare = _bare(one), _bare(other)
    if bare == other_bare or not (_is_one_off(one, other) or _is_one_off(bare, other_bare)):
        return False
    return not (_is_word(one) and _is_word(other))


def _is_one_off(one: str, other: str) -> bool:
    """Return whether one letter is missing, added or wrong, or two are swapped."""
    if max(len(one), len(other)) < _LONG:
        return False
    alike = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
    one, other = one[alike:], other[alike:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    """Return a word without tense and number."""
    past = lemma_of(word)
    return base_spelling(past.verb if past else word)


def _is_word(word: str) -> bool:
    """Return whether a word is a listed verb, or known to be one letter from another word."""
    return any(one in _alike() or is_listed(one) for one in (word, _bare(word)))


@cache
def _alike() -> frozenset[str]:
    return frozenset(sections("alike.txt")[""])
