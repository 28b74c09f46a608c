"""Cases recognised, judged and applied."""

from typing import get_args

import pytest

from eventsmith.naming import Case, case_of, fits_case, in_case


@pytest.mark.parametrize(
    ("name", "case"),
    [
        ("Play Song", "title"),
        ("Add to Cart", "title"),
        ("Play song", "sentence"),
        ("Open the page", "sentence"),
        ("play_song", "snake"),
        ("playSong", "camel"),
        ("PlaySong", "pascal"),
        ("play-song", "kebab"),
        ("Checkout", None),
        ("checkout", None),
        ("song.played", None),
        ("PLAY_SONG", "upper-snake"),
        ("Play_Song", "title-snake"),
        ("Add_to_Cart", "title-snake"),
        ("catalogList_selected", "camel-snake"),
        ("Play_song", None),
        ("播放 歌曲", None),
        ("", None),
    ],
)
def test_recognises(name: str, case: Case | None) -> None:
    assert case_of(name) == case


@pytest.mark.parametrize("case", ["title", "sentence", "pascal"])
def test_one_word_fits_several(case: Case) -> None:
    assert fits_case("Checkout", case)


@pytest.mark.parametrize("case", get_args(Case))
def test_scripts_without_case_fit(case: Case) -> None:
    assert fits_case("購入完了", case)
    assert in_case("購入完了", case) == "購入完了"


@pytest.mark.parametrize(
    ("name", "case", "expected"),
    [
        ("csv_upload_clicked", "title", "CSV Upload Clicked"),
        ("openIOSApp", "snake", "open_ios_app"),
        ("user_id", "camel", "userId"),
        ("order ID", "camel", "orderID"),
        ("id_checked", "camel", "idChecked"),
        ("Open iOS App", "camel", "openIOSApp"),
        ("Open iOS App", "sentence", "Open iOS app"),
        ("Export PDF", "camel", "exportPDF"),
        ("PDF Exported", "camel", "pdfExported"),
        ("AI API Called", "camel", "aiAPICalled"),
        ("Call AI API", "pascal", "CallAIApi"),
        ("ADD_TO_CART", "title", "Add To Cart"),
        ("In-App Message", "snake", "in_app_message"),
        ("Product Added to Wishlist", "title", "Product Added to Wishlist"),
        ("customer's order", "kebab", "customers-order"),
        ("Заказ оплачен", "snake", "заказ_оплачен"),
        ("Product Added to Wishlist", "title-snake", "Product_Added_To_Wishlist"),
        ("play song", "title-snake", "Play_Song"),
        ("openIOSApp", "upper-snake", "OPEN_IOS_APP"),
        ("Catalog List Selected", "camel-snake", "catalogList_selected"),
        ("SELECT_CATALOG_LIST", "camel-snake", "select_catalogList"),
        ("Product Added to Wishlist", "camel-snake", "product_addedToWishlist"),
        ("Pricing Page", "camel-snake", "pricingPage"),
        ("account: Page Viewed", "camel-snake", "account: page_viewed"),
    ],
)
def test_puts_into(name: str, case: Case, expected: str) -> None:
    assert in_case(name, case) == expected
    assert fits_case(expected, case)
