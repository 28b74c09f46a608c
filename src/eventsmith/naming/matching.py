"""Keys to match names that readers take for the same, by letters (case, separators, look-alikes) or by meaning."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from eventsmith.naming import small_words as small
from eventsmith.naming.parts import Parse
from eventsmith.naming.recognise import parse_name
from eventsmith.naming.verbs import kind
from eventsmith.naming.word_lists import rows, sections
from eventsmith.naming.words import REMEMBERED, split

# Letters of other scripts that look like Latin ones, small or capital. From the shapes of the letters; digits and
# signs are left out, since "Level 1" and "Level l" are hardly ever meant alike.
_LOOK_ALIKE = (
    "аa вb еe ёe нh кk мm оo рp сc тt уy хx іi їi јj ѕs ԁd һh ԛq ԝw ӏl ґr ѵv ү y"
    " αa βb εe ηh ιi κk μm νn οo ρp τt υy χx ζz γy ϲc ϳj"
    " օo սu հh ոn ցg զq ı i ɑa ɡg ɩi ʏy"
)
_SEPARATING = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Pd", "Pc"))


@lru_cache(maxsize=REMEMBERED)
def same_key(name: str) -> str:
    """Return a key that is equal for names that differ only in case, separators, normalisation and look-alikes."""
    if name.isascii():
        return name.casefold().translate(_ascii_separators()) or name.casefold()
    # The dot of "İ" stays as a mark of its own when it becomes small.
    small_letters = unicodedata.normalize("NFKC", name).casefold().replace("i\u0307", "i")
    folded = unicodedata.normalize("NFKC", small_letters)
    key = "".join(_letter(letter) for letter in folded).translate(_look_alikes())
    return key or folded


@lru_cache(maxsize=REMEMBERED)
def meaning_key(name: str) -> str:
    """Return a key that is equal for names with one meaning in any form: "View Item", "Item Viewed", `item_view`.

    Words count in any order. Synonymous verbs (delete, remove) have different keys here; see `meaning_keys`.
    """
    return meaning_keys(name)[0]


@lru_cache(maxsize=REMEMBERED)
def meaning_keys(name: str) -> tuple[str, str]:
    """Return a key for a name's exact meaning, and one for its broad meaning, good for a hint but not for an error.

    Broadly, synonymous verbs are one, and so are "Registration" and "Sign Up", "Payment Made" and "Pay", "Add To
    Cart" and "Product Added To Cart", "Pricing Page Viewed" and "View Pricing", plurals and spellings.
    """
    parse = parse_name(name)
    verb, particle = parse.verb or "", parse.particle.lower()
    words = [same_key(word) for word in (*split(parse.label), *parse.adverb, *parse.object, *parse.tail)]
    if not verb and len(words) > 1 and parse.form in ("noun-only", "ambiguous") and words[-1] in _closing():
        closing = words.pop()
        verb, _, particle = small.NOUNS_OF_VERBS.get(closing, closing).partition(" ")
    if len(words) == 1 and words[0] in small.GENERIC_DOERS and _by_somebody(verb, particle):
        # "User Signed Up" says no more than "Sign Up".
        words = []
    exactly = " ".join((verb + particle, *sorted(word for word in words if word not in small.ARTICLES)))
    return exactly, _broadly(parse, verb, particle, words)


def _broadly(parse: Parse, verb: str, particle: str, words: list[str]) -> str:
    words = [base_spelling(word) for word in words if word not in small.DETERMINERS or word in _listed("how-many")]
    if not verb and len(words) == 1 and (words[0] in small.NOUNS_OF_VERBS or parse.form == "ambiguous"):
        (verb, _, particle), words = small.NOUNS_OF_VERBS.get(words[0], words[0]).partition(" "), []
    if verb in _listed("empty-verbs") and words and (told := _verb_of(words[-1])):
        (verb, _, particle), words = told.partition(" "), words[:-1]
    if (verb, particle) in small.WITH_PREPOSITION:
        # The object of "Add To Cart" goes without saying.
        words, particle = [particle, *words], ""
    if len(words) > 2 and words[0] in _listed("any-thing") and words[1] in small.PREPOSITIONS:
        words = words[1:]
    phrase = f"{verb} {particle}".strip()
    verb, _, particle = _told_as("phrasal").get(phrase, phrase).partition(" ")
    synonym = _synonyms().get(_american(verb), _american(verb))
    with_object = [f"{verb} {words[0]}", f"{synonym} {words[0]}"] if len(words) == 1 and not particle else []
    verb = synonym
    if told := next(filter(None, map(_told_as("with-object").get, with_object)), None):
        verb, *words = told.split()
    elif verb == "view" and len(words) > 1 and words[-1] in _listed("pages"):
        words = words[:-1]
    return " ".join((verb + particle, *sorted(words)))


def _verb_of(noun: str) -> str | None:
    """Return the verb that a noun is derived from or identical to; None without one."""
    return small.NOUNS_OF_VERBS.get(noun) or (noun if kind(noun) in ("verb-first", "either") else None)


def base_spelling(word: str) -> str:
    """Return a word in American spelling and in the singular."""
    if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
        word = (
            word[:-3] + "y"
            if word.endswith("ies")
            else word[:-2]
            if word.endswith(("shes", "ches", "xes"))
            else word[:-1]
        )
    return _american(word)


def _american(word: str) -> str:
    for british, american in _told_as("spellings").items():
        if word.endswith(british) and len(word) > len(british) + 1:
            return word.removesuffix(british) + american
    return word


def _by_somebody(verb: str, particle: str) -> bool:
    """Return whether a verb needs no object for what a person does."""
    return (verb, particle) in small.INTRANSITIVE_PHRASAL or (verb in small.DONE_BY_PERSON and not particle)


def _letter(letter: str) -> str:
    if letter.isalnum():
        return letter
    category = unicodedata.category(letter)
    if category in _SEPARATING or "\ufe00" <= letter <= "\ufe0f" or letter in ".:/,'’|\\":
        return ""
    return letter


@cache
def _look_alikes() -> dict[int, str]:
    letters = _LOOK_ALIKE.replace(" ", "")
    return {ord(other): latin for other, latin in zip(letters[::2], letters[1::2], strict=True)}


@cache
def _ascii_separators() -> dict[int, None]:
    controls = [*range(0x21), 0x7F]
    return dict.fromkeys([*controls, *map(ord, "_-.:/,'|\\")])


@cache
def _closing() -> frozenset[str]:
    return small.CLOSING_VERBS | small.NOUNS_OF_VERBS.keys() | {"search", "order"}


@cache
def _synonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for group in rows("synonyms.txt"):
        for verb in group:
            found.setdefault(verb, group[0])
    return found


@cache
def _listed(section: str) -> frozenset[str]:
    return frozenset(sections("meanings.txt")[section])


@cache
def _told_as(section: str) -> dict[str, str]:
    pairs = (pair.replace("-", " ").partition("=") for pair in sections("meanings.txt")[section])
    return {said: told for said, _, told in pairs}
