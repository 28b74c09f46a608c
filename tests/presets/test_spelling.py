"""What the presets say is spelled as a dictionary has it."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from spellchecker import SpellChecker

from eventsmith.model import Catalog
from eventsmith.presets import Preset, all_presets, preset_catalog

OUR_WORDS = {
    *("admin", "api", "app", "apps", "automations", "autopay", "cashback", "crm", "crypto", "cv", "dsl", "esim"),
    *("fintech", "hiit", "iap", "intro", "ios", "kyc", "livestream", "onboarding", "ons", "op", "paywall", "pc"),
    *("pdf", "playlist", "podcasts", "pre", "preapproved", "prebooked", "presale", "qr", "rebooked", "saas", "sim"),
    *("telecom", "tv", "unenroll", "vip", "waitlist", "watchlist", "xl"),
}
"""Words of the trades that the dictionary has not."""
DICTIONARY = SpellChecker(language="en")
_HUMP = re.compile(r"(?<=[a-z])(?=[A-Z][a-z])")
_WORD = re.compile(r"[^\W\d_]+(?:['’][a-z]+)?")


@pytest.mark.parametrize("preset", all_presets(), ids=lambda preset: preset.name)
def test_every_word_is_in_the_dictionary(preset: Preset) -> None:
    assert misspelled(" ".join(_texts(preset_catalog(preset.name)))) == set()


def test_a_word_that_is_not_is_found() -> None:
    assert misspelled("The custommer's adress, e.g. homeAdress") == {"custommer", "adress"}


def misspelled(text: str) -> set[str]:
    words = {word.lower().replace("’", "'").removesuffix("'s") for word in _WORD.findall(_HUMP.sub(" ", text))}
    return set(DICTIONARY.unknown(words)) - OUR_WORDS


def _texts(catalog: Catalog) -> Iterator[str]:
    """What is written in English: not examples, which are full of names."""
    yield catalog.name
    yield catalog.description
    for event in catalog.events:
        yield from (event.name, event.when, event.description, *event.aliases)
        for prop in event.properties:
            for told in (prop, *prop.fields):
                yield from (told.name, told.description, *(str(value) for value in told.values))
    for campaign in catalog.campaigns:
        yield from (campaign.name, campaign.message)
