"""Finding events in all presets."""

import pytest

from eventsmith.model import Catalog, Event
from eventsmith.queries.search import find_in, find_in_presets, read_all_presets


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


OWNED = Catalog(
    format=2,
    owner="Growth team",
    events=(
        Event(
            id="startCheckout", name="Start Checkout", owner="Checkout", platforms=("web", "iOS"), stage="conversion"
        ),
        Event(id="shareSong", name="Share Song", status="idea", tags=("social", "workshop 3")),
        Event(id="checkoutNote", name="Checkout: Note", source="server"),
    ),
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("owner:checkout", [0]),
        ("OWNER:Growth", [1, 2]),
        ("owner:checkout start", [0]),
        ("owner:checkout share", []),
        ("platform:ios", [0]),
        ("platform:", [0]),
        ("tag:social", [1]),
        ("social", [1]),
        ("growth", []),
        ("status:idea", [1]),
        ("status:planned stage:conversion", [0]),
        ("source:server", [2]),
        ("checkout:", [2]),
        ("nothing:of", []),
        ("", [0, 1, 2]),
    ],
)
def test_filters(text: str, found: list[int]) -> None:
    """A filter looks at one fact; a word with a colon that is no filter is a word."""
    assert find_in(OWNED, text) == found


def test_filters_in_presets() -> None:
    found = find_in_presets("stage:conversion checkout")
    assert found
    assert {one.event.stage for one in found} == {"conversion"}
    assert find_in_presets("owner:nobody") == []


def test_nothing() -> None:
    assert find_in_presets("") == []
    assert find_in_presets("xyzzy") == []
