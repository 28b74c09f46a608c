"""Finding events in all presets."""

import pytest

from eventsmith.queries.search import find_in_presets, read_all_presets


@pytest.mark.parametrize(
    ("text", "event", "why"),
    [
        ("play song", "playSong", ""),
        ("PLAYSONG", "playSong", ""),
        ("Registration", "register", "also called “Registration”"),
        ("viewed insurance", "viewInsuranceOffer", "also called “Viewed Insurance Offer”"),
        ("deliveryDuration", "receiveOrder", "property deliveryDuration"),
        ("streak length", "breakStreak", "property streakLength"),
        ("abandoned cart", "addToCart", "for “Abandoned cart”"),
        ("turn the heating down", "detectHighUsage", "Bad news that is welcome early: there is still time"),
    ],
)
def test_by_name_alias_property_or_what_it_is_for(text: str, event: str, why: str) -> None:
    read_all_presets()
    found = {one.event.id: one for one in find_in_presets(text)}
    assert event in found
    assert found[event].why.startswith(why) if why else found[event].why == ""


def test_the_best_comes_first_and_one_event_of_many_presets_once() -> None:
    found = find_in_presets("search")
    assert found[0].event.id == "search"
    assert {"e-commerce", "music-streaming"} <= set(found[0].presets)
    assert len({one.event.id for one in found}) == len(found)


def test_words_may_stand_in_different_texts() -> None:
    assert "completePurchase" in {one.event.id for one in find_in_presets("purchase currency")}


def test_nothing() -> None:
    assert find_in_presets("") == []
    assert find_in_presets("xyzzy") == []
