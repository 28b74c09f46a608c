import pytest

from tests.rules.told import catalog, issues, mended, told

SAME = ("event-said-in-other-words", "event-has-another-verb-for-it", "event-name-breaks-form", "event-name-is-taken")
START = "event-starts-without-end"


def events(*names: str, more: str = "", settings: str = "") -> str:
    return f"{settings}\n" + "".join(
        f'[[events]]\nid = "e{number}"\nname = "{name}"\n{more}\n' for number, name in enumerate(names)
    )


@pytest.mark.parametrize(
    ("first", "second"),
    [("View Item", "Item Viewed"), ("view_item", "Viewed Item"), ("Checkout Started", "Start Checkout")],
)
def test_the_same_words_in_another_order_are_told_once_at_each(first: str, second: str) -> None:
    assert list(told(events(first, second), *SAME)) == ["events[0].name", "events[1].name"]


def test_a_form_is_not_mended_into_a_name_that_is_there() -> None:
    text = events("View Item", "Item Viewed", "Song Played")
    assert {issue.message for issue in issues(text, "event-name-breaks-form")} == {
        "“Song Played” should be “Play Song”"
    }
    assert mended(events("Item Viewed"), "event-name-breaks-form").events[0].name == "View Item"


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("View Item", "View Items List"),
        ("Add Item", "Item Removed"),
        ("Song Playing", "Video Playing"),
        ("購入", "購入完了"),
        ("Level 1", "Level 2"),
    ],
)
def test_other_words(first: str, second: str) -> None:
    assert not told(events(first, second), "event-said-in-other-words", "event-has-another-verb-for-it")


def test_two_verbs_for_one_thing() -> None:
    (issue,) = issues(events("Delete Item", "Remove Item"), *SAME)
    assert issue.message == "“Remove Item” may mean the same as “Delete Item”: if so, keep only one of them"
    assert (issue.rule.severity, issue.place) == ("hint", ("events", 1, "name"))
    german = events("Delete Item", "Remove Item", settings='language = "de"')
    assert not told(german, *SAME)


def test_a_deprecated_event_may_say_what_its_successor_says() -> None:
    old = '[[events]]\nid = "songPlayed"\nname = "Song Played"\nstatus = "deprecated"\n'
    new = '[[events]]\nid = "playSong"\nname = "Play Song"\nstatus = "live"\naliases = ["Song Played"]\n'
    assert not told(f'{old}replaced_by = "playSong"\n{new}', *SAME)
    assert told(old + new.replace("aliases", "# "), *SAME) == {
        "events[0].name": "“Song Played” is deprecated and says the same as “Play Song”: make that its successor"
    }
    assert mended(old + new, "event-said-in-other-words") == catalog(f'{old}replaced_by = "playSong"\n{new}')
    assert not told(old + new.replace("Play Song", "Stream Song"), "event-has-another-verb-for-it")


def test_many_of_one_name_take_no_longer_than_as_many_others() -> None:
    text = events(*["Item Viewed"] * 3000, "View Item")
    assert len(told(text, "event-said-in-other-words")) == 3001


def test_a_mistyped_name_is_told_once_and_there() -> None:
    names = ("Pruchase Item", "Item Purchased", "View Item")
    assert told(events(*names), *SAME[:2], "event-name-is-mistyped") == {
        "events[0].name": "“Pruchase Item” looks mistyped next to “Item Purchased”: keep only one of the two"
    }
    assert not told(events(*names, settings='language = "de"'), "event-name-is-mistyped")
    assert not told(events(*names, more='status = "deprecated"'), "event-name-is-mistyped")


def test_of_many_objects_of_one_verb_the_mistyped_one_is_found() -> None:
    parts = ("ab", "ol", "im", "urr", "esk", "ond", "ast", "ep", "ung", "ith")
    names = [f"View p{a}{b}{c}o" for a in parts for b in parts for c in parts]
    found = told(events(*names, "View Registration", "View Registraton"), "event-name-is-mistyped")
    assert list(found) == [f"events[{len(names) + 1}].name"]


@pytest.mark.parametrize(
    ("names", "told_at"),
    [
        (("Start Checkout",), [0]),
        (("Start Course", "View Item", "Checkout Started"), [0, 2]),
        (("Begin Onboarding", "View Onboarding"), [0]),
        (("level_start",), [0]),
        (("Start Course", "Complete Lesson"), [0]),
    ],
)
def test_what_begins_and_never_ends(names: tuple[str, ...], told_at: list[int]) -> None:
    assert list(told(events(*names), START)) == [f"events[{number}].name" for number in told_at]


@pytest.mark.parametrize(
    "names",
    [
        ("Start Checkout", "Complete Checkout"),
        ("Start Checkout", "Purchase Completed"),
        ("Start Checkout", "Purchase"),
        ("Initiate Checkout", "Abandon Cart"),
        ("Start Trial", "Subscribe"),
        ("Start Trial", "Cancel Subscription"),
        ("Begin Onboarding", "Sign Up"),
        ("Start Mortgage Application", "Submit Form"),
        ("Checkout Flow Started", "Cancel Order"),
        ("Start Free Course", "Course Completed"),
        ("Start Courses", "Finish Course"),
        ("level_start", "level_end"),
        ("Tutorial Begin", "Tutorial Complete"),
        ("Start App",),
        ("Session Started",),
        ("Start",),
        ("View Item",),
        ("開始",),
        ("",),
    ],
)
def test_what_begins_and_may_end(names: tuple[str, ...]) -> None:
    assert not told(events(*names), START)


def test_the_end_is_proposed_in_the_form_of_the_catalog() -> None:
    (message,) = told(events("Course Started", settings='[naming]\nform = "noun-verb-past"'), START).values()
    assert "such as “Course Completed”" in message
    (message,) = told(events("start_course", settings='[naming]\ncase = "snake"'), START).values()
    assert "such as “complete_course”" in message


def test_no_end_is_asked_for_where_it_is_not_judged() -> None:
    assert not told(events("Start Course", more='language = "nl"'), START)
    assert not told(events("Start Course", more='status = "deprecated"'), START)
