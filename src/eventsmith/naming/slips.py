"""Which names differ in one letter that somebody mistyped: "Registraton", "Pruchase". Knows words that are alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import takewhile

from eventsmith.naming import small_words as small
from eventsmith.naming.matching import same_key, spelled
from eventsmith.naming.verbs import is_listed, lemma_of
from eventsmith.naming.word_lists import sections
from eventsmith.naming.words import split

_LONG = 5
"""Letters from which on one that differs is a slip: "Card" and "Cart" are two words."""


@lru_cache(maxsize=8192)
def slip_keys(name: str) -> tuple[tuple[str, str], ...]:
    """Each word of a name that may be mistyped, after a key that all names share which differ in that word at most.

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
    """Where in `words` two differ in one letter, or in two that changed places: the one that is no word, and the other.

    Of two that are both none the later one is taken for the slip. Costs no more for each word where there are many.
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
    """The word, and what is left of it without one letter."""
    yield word
    for at in range(len(word)):
        yield word[:at] + word[at + 1 :]


def _is_slip(one: str, other: str) -> bool:
    bare, other_bare = _bare(one), _bare(other)
    if bare == other_bare or not (_is_one_off(one, other) or _is_one_off(bare, other_bare)):
        return False
    return not (_is_word(one) and _is_word(other))


def _is_one_off(one: str, other: str) -> bool:
    """Whether one letter is missing, too much or wrong, or two are exchanged."""
    if max(len(one), len(other)) < _LONG:
        return False
    alike = sum(1 for _ in takewhile(lambda both: both[0] == both[1], zip(one, other, strict=False)))
    one, other = one[alike:], other[alike:]
    if len(one) != len(other):
        return one[1:] == other or one == other[1:]
    return one[1:] == other[1:] or (one[:2] == other[1::-1] and one[2:] == other[2:])


@lru_cache(maxsize=8192)
def _bare(word: str) -> str:
    """A word without tense and number."""
    past = lemma_of(word)
    return spelled(past.verb if past else word)


def _is_word(word: str) -> bool:
    """Whether a word is a verb that we list, or known to be one letter from another word."""
    return any(one in _alike() or is_listed(one) for one in (word, _bare(word)))


@cache
def _alike() -> frozenset[str]:
    return frozenset(sections("alike.txt")[""])
