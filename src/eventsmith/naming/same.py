"""Which names are one to a reader: by letters (case, separators, look-alikes) or meaning (order, form, synonym)."""

from __future__ import annotations

import unicodedata
from functools import cache, lru_cache

from eventsmith.naming import small_words as small
from eventsmith.naming.form import parse_name
from eventsmith.naming.lists import rows
from eventsmith.naming.words import split

# Letters of other scripts that look like Latin ones, small or capital. From the shapes of the letters; digits and
# signs are left out, since "Level 1" and "Level l" are hardly ever meant alike.
_LOOK_ALIKE = (
    "аa вb еe ёe нh кk мm оo рp сc тt уy хx іi їi јj ѕs ԁd һh ԛq ԝw ӏl ґr ѵv ү y"
    " αa βb εe ηh ιi κk μm νn οo ρp τt υy χx ζz γy ϲc ϳj"
    " օo սu հh ոn ցg զq ı i ɑa ɡg ɩi ʏy"
)
_SEPARATING = frozenset(("Zs", "Zl", "Zp", "Cc", "Cf", "Pd", "Pc"))


@lru_cache(maxsize=8192)
def same_key(name: str) -> str:
    """Equal for two names that are the same but for case, separators, Unicode normalisation and look-alike letters."""
    if name.isascii():
        return name.casefold().translate(_ascii_separators()) or name.casefold()
    # The dot of "İ" stays as a mark of its own when it becomes small.
    small_letters = unicodedata.normalize("NFKC", name).casefold().replace("i\u0307", "i")
    folded = unicodedata.normalize("NFKC", small_letters)
    key = "".join(_letter(letter) for letter in folded).translate(_look_alikes())
    return key or folded


@lru_cache(maxsize=8192)
def meaning_key(name: str) -> str:
    """Equal for names that say the same in another order or form: "View Item", "Item Viewed", `item_view`.

    Words count in any order. Verbs of one meaning (delete, remove) stay apart: `meaning_keys` has them together.
    """
    return meaning_keys(name)[0]


@lru_cache(maxsize=8192)
def meaning_keys(name: str) -> tuple[str, str]:
    """The meaning of a name exactly, and with the verb replaced by a common synonym: for a hint, not for an error."""
    parse = parse_name(name)
    verb, particle = parse.verb or "", parse.particle.lower()
    words = [same_key(word) for word in (*split(parse.label), *parse.adverb, *parse.object, *parse.tail)]
    if not verb and len(words) > 1 and parse.form in ("noun-only", "ambiguous") and words[-1] in _closing():
        closing = words.pop()
        verb, _, particle = small.NOUNS_OF_VERBS.get(closing, closing).partition(" ")
    if len(words) == 1 and words[0] in small.GENERIC_DOERS and _by_somebody(verb, particle):
        # "User Signed Up" says no more than "Sign Up".
        words = []
    words = sorted(word for word in words if word not in small.ARTICLES)
    return " ".join((verb + particle, *words)), " ".join((_synonyms().get(verb, verb) + particle, *words))


def _by_somebody(verb: str, particle: str) -> bool:
    """Whether a verb tells what a person does without an object."""
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
