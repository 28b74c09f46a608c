"""IDs from names."""

import pytest

from eventsmith.naming import derive_id, make_unique


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Play Song", "playSong"),
        ("In-App Message Viewed", "inAppMessageViewed"),
        ("PDF Exported", "pdfExported"),
        ("2FA Enabled", "event2FAEnabled"),
        ("Customer's Order", "customersOrder"),
        ("Terms & Conditions", "termsAndConditions"),
        ("ADD_TO_CART", "addToCart"),
        ("🎉 Party Joined", "partyJoined"),
        ("🎉", ""),
        ("", ""),
        ("!!!", ""),
        ("Größe gewählt", "grosseGewahlt"),
        ("Đường", "duong"),
        ("Просмотр товара", "prosmotrTovara"),
        ("播放歌曲", "boFangGeQu"),
        ("ﾃｽﾄ", "tesuto"),
    ],
)
def test_derives(name: str, expected: str) -> None:
    assert derive_id(name) == expected


def test_shortens_at_a_word() -> None:
    name = "View Very Long Product Recommendation Carousel Item"
    assert derive_id(name, max_length=36) == "viewVeryLongProductRecommendation"
    assert derive_id("Donaudampfschifffahrtsgesellschaft", max_length=10) == "donaudampf"


def test_only_letters_and_digits() -> None:
    assert derive_id("Play Song", "snake", letters_and_digits_only=True) == "playSong"
    assert derive_id("Play Song", "snake") == "play_song"


def test_unique() -> None:
    assert make_unique("addToCart", set().__contains__) == "addToCart"
    assert make_unique("addToCart", {"addToCart", "addToCart2"}.__contains__) == "addToCart3"
    assert make_unique("add_to_cart", {"add_to_cart"}.__contains__) == "add_to_cart_2"
    assert make_unique("addToCart", {"addToCart"}.__contains__, max_length=9) == "addToCar2"


def test_of_very_many_that_are_one_each_is_found_in_few_tries() -> None:
    taken = {"song", *(f"song{number}" for number in range(2, 5000))}
    tries = []

    def is_taken(text: str) -> bool:
        tries.append(text)
        return text in taken

    assert make_unique("song", is_taken) == "song5000"
    assert len(tries) < 100
