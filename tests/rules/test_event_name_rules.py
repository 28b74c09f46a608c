import pytest

from tests.rules.told import ALL_OF_EVENTS, issues, mended, named, told


@pytest.mark.parametrize(
    ("form", "name", "better"),
    [
        ("verb-noun", "Song Played", "Play Song"),
        ("verb-noun", "Played Song", "Play Song"),
        ("verb-noun", "song_played", "Play Song"),
        ("noun-verb-past", "Play Song", "Song Played"),
        ("verb-past-noun", "Song Played", "Played Song"),
    ],
)
def test_another_form_is_recognised(form: str, name: str, better: str) -> None:
    text = named(name, settings=f'[naming]\nform = "{form}"')
    assert told(text, "event-name-breaks-form") == {"events[0].name": f"“{name}” should be “{better}”"}
    assert mended(text, "event-name-breaks-form").events[0].name == better


@pytest.mark.parametrize(
    "name",
    [
        "Play Song",
        "Registration",
        "Checkout",
        "P",
        "Pl",
        "Play",
        "",
        " ",
        "🎵",
        "Lied abgespielt",
        "購入",
        "Premium Plan",
        "?",
    ],
)
def test_what_cannot_be_told_is_left_alone(name: str) -> None:
    assert not told(named(name), "event-name-breaks-form")


def test_form_is_judged_in_english_only() -> None:
    assert not told(named("Song Played", settings='language = "de"'), "event-name-breaks-form")
    assert not told(named("Song Played", event='language = "de-AT"'), "event-name-breaks-form")
    assert told(named("Song Played", settings='language = "de"', event='language = "en-GB"'), "event-name-breaks-form")


def test_form_and_case_are_mended_together() -> None:
    text = named("Song Played", settings='[naming]\ncase = "snake"')
    assert told(text, "event-name-breaks-form") == {"events[0].name": "“Song Played” should be “play_song”"}


def test_renaming_what_a_destination_is_sent_is_not_safe() -> None:
    live = 'status = "live"'
    (issue,) = issues(named("Song Played", event=live), "event-name-breaks-form")
    assert issue.fix
    assert issue.fix.safe
    (issue,) = issues(named("Song Played", event=live, settings='destinations = ["segment"]'), "event-name-breaks-form")
    assert issue.fix
    assert not issue.fix.safe


def test_a_noun_has_its_verb_as_a_hint() -> None:
    text = named("Registration")
    (issue,) = issues(text, "event-name-is-a-noun", "event-name-breaks-form")
    assert (
        issue.message
        == "“Registration” names a thing, not an action: “Register” would follow the form of the other names"
    )
    assert issue.rule.severity == "hint"
    assert issue.fix
    assert not issue.fix.safe


@pytest.mark.parametrize("name", ["Register", "Play Song", "Song Played", "Song", "", "Anmeldung"])
def test_no_hint_where_there_is_no_verb_behind(name: str) -> None:
    assert not told(named(name), "event-name-is-a-noun")


@pytest.mark.parametrize(
    "name", ["Add To Cart", "Add to Cart", "View FAQ", "Open iOS App", "Register", "購入", "", "🎵"]
)
def test_title_case(name: str) -> None:
    assert not told(named(name), "event-name-in-other-case")


@pytest.mark.parametrize(
    ("case", "name", "better"),
    [
        ("", "play song", "Play Song"),
        ("", "play_song", "Play Song"),
        ("", "Play song", "Play Song"),
        ("sentence", "Play Song", "Play song"),
        ("snake", "Play Song", "play_song"),
        ("camel", "Play Song", "playSong"),
    ],
)
def test_another_case(case: str, name: str, better: str) -> None:
    settings = f'[naming]\ncase = "{case}"' if case else ""
    (message,) = told(named(name, settings=settings), "event-name-in-other-case").values()
    assert f"“{name}” should be written “{better}”" in message
    assert mended(named(name, settings=settings), "event-name-in-other-case").events[0].name == better


def test_in_other_languages_case_is_judged_where_it_is_set() -> None:
    assert not told(named("Lied abspielen", settings='language = "de"'), "event-name-in-other-case")
    german = 'language = "de"\n[naming]\ncase = "snake"'
    assert told(named("Lied abspielen", settings=german), "event-name-in-other-case")


@pytest.mark.parametrize(("name", "event_id"), [("", ""), (" ", ""), ("", "playSong")])
def test_an_event_without_a_name_has_one_issue(name: str, event_id: str) -> None:
    text = named(name, event_id=event_id, settings='destinations = ["infobip", "ga4", "segment"]')
    assert list(told(text, *ALL_OF_EVENTS)) == ["events[0].name"]
