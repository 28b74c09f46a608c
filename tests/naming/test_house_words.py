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


PLAIN = {"basket": "cart", "click": "select", "log in": "sign in", "item": "product", "stop": "end"}
OTHERS = ["Song", "View", "cart", "Order", "in", "log", "Selected", "曲", "🎁", "(1)", "ID"]


@given(
    st.lists(st.sampled_from([*PLAIN, "Baskets", "clicked", "Stopping", "LOGGED", *OTHERS]), max_size=5),
    st.sampled_from([" ", "_", "-"]),
)
def test_none_of_the_words_is_left_and_all_others_stay(words: list[str], separator: str) -> None:
    name = separator.join(words)
    after = with_house_words(name, PLAIN)
    lower = [word.lower() for word in split(after)]
    phrases = {" ".join(lower[at : at + size]) for size in (1, 2) for at in range(len(lower))}
    assert phrases.isdisjoint([*PLAIN, "baskets", "clicked", "items", "stopped", "stopping", "logged in"])
    assert with_house_words(after, PLAIN) == after
    others = [word.lower() for word in split(name) if word in ("Song", "View", "Order", "曲", "🎁", "ID")]
    assert [word for word in lower if word in others] == others


@given(st.text(max_size=20), st.dictionaries(st.text(max_size=6), st.text(max_size=6), max_size=3))
def test_any_text_and_any_words(name: str, instead: dict[str, str]) -> None:
    """A name that is in the team's words is returned to the letter."""
    after = with_house_words(name, instead)
    assert with_house_words(name, {}) == name
    if split(after) == split(name):
        assert after == name
