"""IDs from names."""

import pytest

from eventsmith.naming import BY_LOOKS, derive_id, is_guess, make_unique


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


@pytest.mark.parametrize(
    ("name", "language", "expected"),
    [
        ("Größe gewählt", "de", "groesseGewaehlt"),
        ("Größe gewählt", "de-AT", "groesseGewaehlt"),
        ("GRÖSSE ÄNDERN", "de", "groesseAendern"),
        ("Größe gewählt", "en", "grosseGewahlt"),
        ("Ürün İncele", "tr", "urunIncele"),
        ("Søknad åpnet", "nb", "soeknadAapnet"),
        ("Rødgrød på Ærø", "da", "roedgroedPaaAeroe"),
        ("Ägg åt Örebro", "sv", "aggAtOrebro"),
        ("Đak kupio narudžbu", "hr", "djakKupioNarudzbu"),
        ("Đak kupio narudžbu", "sr-Latn", "djakKupioNarudzbu"),
        ("Đường", "vi", "duong"),
        ("Щастие ъгъл жълт хляб юни яма", "bg", "shtastieAgalZhaltHlyabYuniYama"),
        ("История на поръчка", "bg", "istoriaNaPorachka"),
        ("Просмотр щуки", "ru", "prosmotrShchuki"),
        ("Άνοιγμα λογαριασμού", "el", "anoigmaLogariasmou"),
        ("노래 재생", "ko", "nolaeJaesaeng"),
        ("노래 재생", "en", "nolaeJaesaeng"),
        ("노래 재생", BY_LOOKS, "noLaeJaeSaeng"),
    ],
)
def test_letters_are_written_as_the_language_writes_them(name: str, language: str, expected: str) -> None:
    assert derive_id(name, language=language) == expected


@pytest.mark.parametrize("name", ["曲を再生", "ﾃｽﾄ", "تشغيل الأغنية", "پخش آهنگ", "השמע שיר", "เล่นเพลง", "Play 曲を"])
def test_scripts_that_do_not_say_how_a_word_sounds(name: str) -> None:
    assert is_guess(name)


def test_what_can_be_read_aloud_is_no_guess() -> None:
    assert not any(map(is_guess, ("Play Song", "Größe", "Просмотр", "노래 재생", "播放歌曲", "🎵", "")))
    assert is_guess("購入", "ja-JP")


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
