"""A team's own words in names: in the number, tense and casing in which they stand, and nowhere else."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventsmith.naming import split, with_house_words

INSTEAD = {
    "basket": "cart",
    "click": "select",
    "log in": "sign in",
    "cart": "shopping cart",
    "item": "product",
    "buy": "purchase",
    "stop": "end",
    "Kunde": "Käufer",
}


@pytest.mark.parametrize(
    ("name", "better"),
    [
        ("Add Basket", "Add Cart"),
        ("Baskets Clicked", "Carts Selected"),
        ("basket_clicked", "cart_selected"),
        ("basketClicked", "cartSelected"),
        ("BASKET_CLICKED", "CART_SELECTED"),
        ("Clicking Link", "Selecting Link"),
        ("Logged In", "Signed In"),
        ("View Carts", "View Shopping Carts"),
        ("Shopping Cart Viewed", "Shopping Cart Viewed"),
        ("[Docs] View Cart", "[Docs] View Shopping Cart"),
        ("Item Bought", "Product Purchased"),
        ("add-to-basket", "add-to-cart"),
        ("stopped_song", "ended_song"),
        ("catalogItem_clicked", "catalogProduct_selected"),
        ("Kunde gewonnen", "Käufer gewonnen"),
        ("Breadbasket Viewed", "Breadbasket Viewed"),
        ("Play Song", "Play Song"),
        ("", ""),
        ("🎁", "🎁"),
    ],
)
def test_a_word_gives_way_to_the_teams(name: str, better: str) -> None:
    assert with_house_words(name, INSTEAD) == better


@pytest.mark.parametrize("instead", [{"": "x"}, {"song": ""}, {"song": "  "}, {"song": "song"}, {"song": "SONG"}, {}])
def test_what_replaces_nothing_changes_nothing(instead: dict[str, str]) -> None:
    assert with_house_words("Play Song", instead) == "Play Song"


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=6), st.text(max_size=6), max_size=3))
def test_any_text_and_any_words(name: str, instead: dict[str, str]) -> None:
    """Without one of the words a name stays to the letter."""
    after = with_house_words(name, instead)
    if not {word.lower() for key in instead for word in split(key)} & {word.lower() for word in split(name)}:
        inflected = any(word.lower().endswith(("s", "ed", "ing")) for word in split(name))
        assert after == name or inflected
