import signal

import pytest

from eventsmith.presets import all_presets, preset_catalog
from tests.rules.told import issues, mended, named, told


@pytest.mark.parametrize(
    ("name", "value", "better"),
    [
        ("View Item 123", "123", "View Item"),
        ("viewItem4711", "4711", "viewItem"),
        ("item_123_viewed", "123", "item_viewed"),
        ("Order #10023 Shipped", "#10023", "Order Shipped"),
        ("View Item #4", "#4", "View Item"),
        ("View Item (12345)", "12345", "View Item"),
        ("Clicked {button}", "{button}", ""),
        ("View {{item}}", "{{item}}", ""),
        ("Item <id>", "<id>", ""),
        ("$id", "$id", ""),
        ("View $item Now", "$item", "View Now"),
        ("View %s Item", "%s", "View Item"),
        ("View Item id 5", "id 5", "View Item"),
        ("Open 5f2504e0-4f89-41d3-9a0c-0305e82c3301", "5f2504e0-4f89-41d3-9a0c-0305e82c3301", ""),
        ("Sign Up ann@example.com", "ann@example.com", "Sign Up"),
        ("Open Page https://example.com/a", "https://example.com/a", "Open Page"),
        ("Export Report 2026-01-31", "2026-01-31", "Export Report"),
    ],
)
def test_a_value_in_a_name(name: str, value: str, better: str) -> None:
    (issue,) = issues(named(name), "event-name-holds-a-value")
    assert issue.message.startswith(f"“{value}” in “{name}” is a value")
    assert bool(issue.fix) == bool(better)
    assert not issue.fix or not issue.fix.safe
    assert mended(named(name), "event-name-holds-a-value").events[0].name == (better or name)


@pytest.mark.parametrize(
    "name",
    [
        "Enable 2FA",
        "Choose Plan 2",
        "Connect Web3 Wallet",
        "Submit Form 1099",
        "Show Error 404",
        "Open Office365",
        "Buy iPhone 15",
        "View Catalog 2026",
        "Reach 1000",
        "Walk 1000 Steps",
        "Level 100 Reached",
        "Play MP3",
        "Call 24/7",
        "Watch 50%",
        "Save $10",
        "$pageview",
        "#1 Song Played",
        "Reach #1",
        "I <3 Songs",
        "Use COVID19 Test",
        "A & B",
        "購入 123",
        "🎵 100",
        "",
    ],
)
def test_numbers_and_marks_that_belong_to_a_name(name: str) -> None:
    assert not told(named(name), "event-name-holds-a-value")


@pytest.mark.parametrize(
    "name",
    [
        "Click Button",
        "Button Clicked",
        "Clicked the Login Button",
        "plus_button_clicked",
        "Tap Menu",
        "Tap Add To Cart",
        "Press Back Button",
        "Button Press",
        "Scroll Page",
        "Page Scrolled",
        "Hover Card",
        "Clicked",
        "Open Modal",
        "Popup Closed",
        "Toggle Sidebar",
    ],
)
def test_what_the_finger_does(name: str) -> None:
    (issue,) = issues(named(name), "event-name-tells-the-gesture")
    assert issue.rule.severity == "hint"
    assert issue.message.endswith("say what the customer achieves by it, as “Play Song” does")


@pytest.mark.parametrize(
    "name",
    [
        "Click Product",
        "Click Ad",
        "Email Link Clicked",
        "Email Button Clicked",
        "Push Notification Tapped",
        "Choose Click And Collect",
        "Click And Collect",
        "Tap To Pay",
        "Press Release Published",
        "Swipe Right",
        "Push Button",
        "View Button",
        "View Menu",
        "Open Account",
        "Press",
        "",
        " ",
    ],
)
def test_what_the_customer_does(name: str) -> None:
    assert not told(named(name), "event-name-tells-the-gesture")


@pytest.mark.parametrize("name", ["Clicked {button}", "view <item>", "open https://x.example/y", "view item %s"])
def test_what_stands_for_a_value_is_not_respelt(name: str) -> None:
    rules = ("event-name-holds-a-value", "event-name-in-other-case", "event-name-breaks-form")
    assert [issue.rule.name for issue in issues(named(name), *rules)] == ["event-name-holds-a-value"]


def test_gestures_are_judged_in_english_only() -> None:
    assert not told(named("Click Button", settings='language = "nl"'), "event-name-tells-the-gesture")


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("Add Item To The Wish List", "has 6 words"),
        ("addItemToTheBigWishList", "has 7 words"),
        ("add_item_to_the_wish_list", "has 6 words"),
        ("Straßenbahnfahrkartenautomatenbenutzungsanleitung", "has 49 characters"),
        ("購" * 41, "has 41 characters"),
    ],
)
def test_names_that_are_long(name: str, says: str) -> None:
    (message,) = told(named(name), "event-name-is-long").values()
    assert says in message


@pytest.mark.parametrize(
    "name", ["Add Item To Wish List", "addItemToWishList", "A & B – C - D (E)", "購" * 40, "", "x"]
)
def test_names_that_are_short_enough(name: str) -> None:
    assert not told(named(name), "event-name-is-long")


@pytest.mark.parametrize("preset", [preset.name for preset in all_presets()])
def test_what_presets_call_things_is_well_said(preset: str) -> None:
    catalog = preset_catalog(preset)
    names = [name for event in catalog.events for name in (event.name, *event.aliases)]
    template = catalog.events[0].model_copy(update={"aliases": ()})
    events = tuple(template.model_copy(update={"id": f"e{n}", "name": name}) for n, name in enumerate(names))
    rules = ("event-name-holds-a-value", "event-name-tells-the-gesture", "event-name-is-long")
    assert not told(catalog.model_copy(update={"events": events, "campaigns": ()}), *rules)


def test_the_longest_name_does_not_hang_what_judges_it() -> None:
    """All together take a second or so; what tries all ways to read such a name does not end at all."""

    def too_long(*_: object) -> None:
        raise TimeoutError("a name of 100,000 letters is judged for longer than 30 seconds of CPU")

    before = signal.signal(signal.SIGVTALRM, too_long)
    signal.setitimer(signal.ITIMER_VIRTUAL, 30)
    try:
        _judge_the_longest()
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def _judge_the_longest() -> None:
    for name in ("a1" * 50_000, "$" + "_" * 50_000, "{" * 50_000, "<a " * 30_000, "1 " * 30_000):
        issues(named(name), "event-name-holds-a-value", "event-name-tells-the-gesture", "event-name-is-long")
