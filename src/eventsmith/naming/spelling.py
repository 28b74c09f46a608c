"""The American and the British spelling of a past form: "canceled" or "cancelled".

Only the verbs in -l whose last syllable is not stressed differ:
https://en.wikipedia.org/wiki/American_and_British_English_spelling_differences#Doubled_consonants
"""

from __future__ import annotations

from functools import cache
from typing import Literal

from eventsmith.naming.word_lists import sections
from eventsmith.naming.words import split

Spelling = Literal["american", "british"]


def spelling_of_language(tag: str) -> Spelling | None:
    """Return the spelling of a language tag: en-US is American, en with any other country British, en alone neither."""
    country = next((part for part in tag.split("-")[1:] if len(part) == 2 and part.isalpha()), "")
    return None if not country else "american" if country.upper() == "US" else "british"


def spelling_in(name: str) -> Spelling | None:
    """Return the spelling in a name: American for "Order Canceled"; None where no word shows one."""
    if "led" not in name.lower():
        return None
    return next((told for word in split(name) if (told := _pasts().get(word.lower()))), None)


def spell_past(past: str, spelling: Spelling | None) -> str:
    """Return a past form in a spelling; unchanged where both spellings agree."""
    own = _pasts().get(past) if spelling else None
    if own in (None, spelling):
        return past
    return past.removesuffix("led") + "ed" if spelling == "american" else past.removesuffix("ed") + "led"


@cache
def _pasts() -> dict[str, Spelling]:
    verbs = sections("exceptions.txt")["one-l-in-america"]
    found: dict[str, Spelling] = {verb + "ed": "american" for verb in verbs}
    found.update((verb + "led", "british") for verb in verbs)
    return found
