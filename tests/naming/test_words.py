"""Names taken apart."""

import pytest

from eventsmith.naming import split
from eventsmith.naming.words import own_casing


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("Song Played", "Song Played"),
        ("Song played", "Song played"),
        ("song_played", "song played"),
        ("SONG_PLAYED", "SONG PLAYED"),
        ("songPlayed", "song Played"),
        ("SongPlayed", "Song Played"),
        ("song-played", "song played"),
        ("song.played", "song played"),
        ("song:played", "song played"),
        ("payment_info.entered", "payment info entered"),
        ("user.signedUp", "user signed Up"),
        ("PDFExported", "PDF Exported"),
        ("exportPDF", "export PDF"),
        ("enable2FA", "enable 2FA"),
        ("2FAEnabled", "2FA Enabled"),
        ("iOSAppOpened", "iOS App Opened"),
        ("openiOSApp", "open iOS App"),
        ("connectGitHub", "connect GitHub"),
        ("OAuth2Connected", "OAuth2 Connected"),
        ("eSIMActivated", "eSIM Activated"),
        ("createCard", "create Card"),
        ("removeWalletLink", "remove Wallet Link"),
        ("viewiPhoneOffer", "view iPhone Offer"),
        ("FAQsViewed", "FAQs Viewed"),
        ("step2Completed", "step2 Completed"),
        ("In-App Message Viewed", "In-App Message Viewed"),
        ("x-ray_clicked", "x-ray clicked"),
        ("ÉcranVuÀParis", "Écran Vu À Paris"),
        ("播放歌曲", "播放歌曲"),
        ("v1.2_released", "v1.2 released"),
        ("", ""),
        (" __ ", "__"),
    ],
)
def test_splits(name: str, words: str) -> None:
    assert " ".join(split(name)) == (words if words != "__" else "")


def test_words_with_a_casing_of_their_own() -> None:
    assert [own_casing(word) for word in ("pdf", "github", "faqs", "song")] == ["PDF", "GitHub", "FAQs", None]
