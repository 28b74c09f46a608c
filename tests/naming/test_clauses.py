import pytest

from eventsmith.naming import clause

DONE = [
    ("Start Checkout", "starts a checkout", "start a checkout", "started the checkout"),
    ("Song Played", "plays a song", "play a song", "played the song"),
    ("Played Song", "plays a song", "play a song", "played the song"),
    ("User Signed Up", "signs up", "sign up", "signed up"),
    ("Add To Cart", "adds something to the cart", "add something to the cart", "added something to the cart"),
    ("Add Item To Cart", "adds an item to the cart", "add an item to the cart", "added the item to the cart"),
    ("Search", "searches", "search", "searched"),
    ("Apply Coupon", "applies a coupon", "apply a coupon", "applied the coupon"),
    ("Buy Insurance", "buys insurance", "buy insurance", "bought insurance"),
    ("View Search Results", "views search results", "view search results", "viewed search results"),
    ("Open URL", "opens the URL", "open the URL", "opened the URL"),
    ("subscribe_to_newsletter", "subscribes to the newsletter", "subscribe to the newsletter", None),
]


@pytest.mark.parametrize(("name", "present", "plural", "done"), DONE)
def test_what_a_customer_does(name: str, present: str, plural: str, done: str | None) -> None:
    told = clause(name, "verb-noun")
    assert told is not None
    assert (told.subject, told.present, told.plural) == ("", present, plural)
    assert done is None or told.done == done


@pytest.mark.parametrize(
    ("name", "subject", "present", "done"),
    [
        ("Decline Payment", "a payment", "is declined", "been declined"),
        ("Order Delivered", "an order", "is delivered", "been delivered"),
        ("Release Music", "music", "is released", "been released"),
        ("Trial Expired", "a trial", "expires", "expired"),
        ("Payment Failed", "a payment", "fails", "failed"),
    ],
)
def test_what_happens_to_a_thing(name: str, subject: str, present: str, done: str) -> None:
    assert clause(name) == (subject, present, "", done)


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Registration",
        "Add Apple Pay",  # “the Apple pay” is wrong
        "Courier Arrived",
        "曲を再生する",
        "Unlock Level 5",
        "Order Placed (Server)",
        "Payment Not Received",
        "Orders Shipped",
        "Frobble Gizmo",
        "[/b]",
        "Successfully Complete Purchase",
    ],
)
def test_what_cannot_be_told_for_sure_is_not_told(name: str) -> None:
    assert clause(name, "verb-noun") is None
