"""Names that are one."""

import pytest

from eventsmith.naming import meaning_key, meaning_keys, same_key


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("View Item", "view_item"),
        ("viewItem", "VIEW-ITEM"),
        ("Vіew Item", "View Item"),
        ("Ｖｉｅｗ Item", "View Item"),
        ("Caf\u00e9", "Cafe\u0301"),
        ("Straße", "STRASSE"),
        ("View\u200bItem", "View Item"),
        ("İade", "iade"),
    ],
)
def test_same(one: str, other: str) -> None:
    assert same_key(one) == same_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("View Item", "View Items"), ("🎉", "🚀"), ("!!!", "???"), ("购买", "付款")]
)
def test_not_same(one: str, other: str) -> None:
    assert same_key(one) != same_key(other)


def test_same_meaning() -> None:
    assert len({meaning_key(name) for name in ("View Item", "Item Viewed", "item_view", "Viewed an Item")}) == 1
    assert meaning_key("User Signed Up") == meaning_key("Sign Up")
    assert meaning_key("Courier Signed Up") != meaning_key("Sign Up")
    assert meaning_key("Order Cancellation") == meaning_key("Cancel Order")
    assert meaning_key("Customer Registration") == meaning_key("Registered")
    assert meaning_key("Delete Item") != meaning_key("Remove Item")
    assert meaning_keys("Delete Item")[1] == meaning_keys("Item Removed")[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Registration", "Sign Up"),
        ("Register", "User Signed Up"),
        ("Login", "Signed In"),
        ("Payment Made", "Pay"),
        ("Search Performed", "Search"),
        ("Order Placed", "Order"),
        ("Add To Cart", "Product Added to Cart"),
        ("Pricing Page Viewed", "View Pricing"),
        ("View Products", "Product Viewed"),
        ("Colour Selected", "Select Color"),
        ("Personalise Feed", "Feed Personalized"),
        ("App Opened", "Launch App"),
        ("Account Created", "Registered"),
        ("Delete Photo", "Photos Removed"),
    ],
)
def test_broadly_the_same(one: str, other: str) -> None:
    assert meaning_keys(one)[1] == meaning_keys(other)[1]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Search", "Search Results Viewed"),
        ("Add To Cart", "Add To Wishlist"),
        ("View Product", "View Product List"),
        ("Order Placed", "Order Paid"),
        ("Open App", "Open Door"),
        ("Login", "Login Failed"),
        ("Make Offer", "Offer Accepted"),
        ("Remove From Cart", "Remove Cart"),
        ("Message", "Message Sent"),
        ("Mark All Messages As Read", "Mark Message As Read"),
        ("Create Playlist", "Create Account"),
    ],
)
def test_not_even_broadly_the_same(one: str, other: str) -> None:
    assert meaning_keys(one)[1] != meaning_keys(other)[1]
