"""What plans of other products hold and is no fault of theirs: rules that once took it for one are silent."""

import pytest

from tests.rules.properties import event as event_with
from tests.rules.told import issues, mended, told


def event(event_id: str, name: str, settings: str = "", more: str = "") -> str:
    return f'{settings}\n[[events]]\nid = "{event_id}"\nname = "{name}"\n{more}\n'


GA4 = 'destinations = ["ga4"]'
AMOUNT = 'name = "inputAmount"\ntype = "decimal"'
TIMESTAMP = 'name = "timestamp"\ntype = "decimal"'
LONG = "Open Recommended Item List Filter"


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (event("send", "Send $AUDIO"), "event-name-holds-a-value"),
        (event("open", "Open Botany 101"), "event-name-holds-a-value"),
        (event("a", "Coins: Start Creation") + event("b", "Coins: Creation Failure"), "event-starts-without-end"),
        (event("a", "New Wallet Start") + event("b", "Connect New Wallet"), "event-starts-without-end"),
        (event("a", "Unsafe Redirect"), "event-name-is-a-noun"),
        (event_with('name = "imageHeight"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "ssnEditDistance"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "scrollDepth"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "promptLength"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "selectedItemsLength"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "variantWeight"\ntype = "decimal"'), "property-lacks-unit"),
        (
            event_with('name = "client_id"\ntype = "string"', name="Authorize Application"),
            "property-describes-the-person",
        ),
        (
            event_with('name = "vip_status"\ndescription = "Whether the playlist is for VIPs"', name="Open Playlist"),
            "property-describes-the-person",
        ),
        (event_with('name = "vipStatus"', name="Enter Lounge"), "property-describes-the-person"),
        (event_with(AMOUNT, 'name = "inputTokenSymbol"'), "property-lacks-currency"),
        (event_with(AMOUNT, 'name = "inputToken"'), "property-lacks-currency"),
        (event_with(AMOUNT, 'name = "outputMint"'), "property-lacks-currency"),
        (event_with(AMOUNT, name="Withdraw USDC"), "property-lacks-currency"),
        (event_with('name = "usdAmount"\ntype = "decimal"'), "property-lacks-currency"),
        (event_with('name = "rows_total"\ntype = "decimal"'), "property-lacks-currency"),
        (event_with('name = "xp_total"\ntype = "decimal"'), "property-lacks-currency"),
        (event_with('name = "modelTemperature"\ntype = "decimal"'), "property-lacks-unit"),
        (event_with(f"{TIMESTAMP}\nexample = 12.5"), "property-repeats-the-event"),
        (event_with(f'{TIMESTAMP}\ndescription = "Where in the track"'), "property-repeats-the-event"),
        (event_with(TIMESTAMP, name="Copy Timestamp"), "property-repeats-the-event"),
        (event_with('name = "song name"'), "property-name-is-malformed"),
        (event_with('name = "song.name"'), "property-name-is-malformed"),
        (event_with('name = "song.name"', settings='destinations = ["segment"]'), "destination-refuses-property"),
        (
            event("a", "Signed Up")
            + event("b", "account.created", more='[[events.properties]]\nname = "account_name"'),
            "event-has-another-verb-for-it",
        ),
        (event("page_view", "View Page", GA4), "destination-refuses-event"),
        (event("page_view", "View Page", GA4, 'source = "system"'), "destination-collects-it-already"),
        (event("error", "Error", GA4, 'source = "system"'), "destination-refuses-event"),
        (
            event("firebase_campaign", "Follow Campaign", 'destinations = ["firebase"]', 'source = "system"'),
            "destination-refuses-event",
        ),
        (event("view_page", "View Page", GA4), "destination-collects-it-already"),
        (event("a", f"Discover Weekly Page: {LONG}"), "event-name-is-long"),
        (event("a", f"Account - {LONG}"), "event-name-is-long"),
    ],
)
def test_it_is_silent(text: str, rule: str) -> None:
    assert told(text, rule) == {}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        (event("send", "Send $item"), "event-name-holds-a-value"),
        (event("open", "Open Course 4711"), "event-name-holds-a-value"),
        (event("a", "Coins: Start Creation") + event("b", "Coins: Share Coin"), "event-starts-without-end"),
        (event_with('name = "imageWeight"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "queryDuration"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "classLength"\ntype = "integer"'), "property-lacks-unit"),
        (event_with('name = "client_id"\ntype = "string"'), "property-describes-the-person"),
        (
            event_with('name = "vip_status"\ndescription = "Of the user of the playlist"', name="Open Playlist"),
            "property-describes-the-person",
        ),
        (event_with(AMOUNT, 'name = "cardToken"'), "property-lacks-currency"),
        (event_with('name = "sales_total"\ntype = "decimal"'), "property-lacks-currency"),
        (event_with('name = "rideTotal"\ntype = "decimal"'), "property-lacks-currency"),
        (event_with(f"{TIMESTAMP}\nexample = 1767225600"), "property-repeats-the-event"),
        (event_with('name = "timestamp"\ntype = "datetime"'), "property-repeats-the-event"),
        (event_with('name = "song name "'), "property-name-is-malformed"),
        (event_with('name = "song name"', settings=GA4), "destination-refuses-property"),
        (
            event_with('name = "song.name"', settings='destinations = ["mixpanel", "ga4"]'),
            "destination-refuses-property",
        ),
        (
            event("a", "Signed Up") + event("b", "Account Created", more='[[events.properties]]\nname = "method"'),
            "event-has-another-verb-for-it",
        ),
        (event("error", "Error", GA4), "destination-refuses-event"),
        (event("play-song", "Play Song", GA4, 'source = "system"'), "destination-refuses-event"),
        (event("a", f"Account: {LONG} Settings"), "event-name-is-long"),
    ],
)
def test_it_is_not_for_what_they_are_about(text: str, rule: str) -> None:
    assert told(text, rule)


@pytest.mark.parametrize(
    ("event_id", "destinations", "says"),
    [
        (
            "page_view",
            '"ga4"',
            "GA4 collects “page_view” without code: say so with the source “platform”, or, to send it yourself, first"
            " set send_page_view to false in the Google tag",
        ),
        (
            "session_start",
            '"firebase", "ga4"',
            "Firebase and GA4 collect “session_start” without code: say so with the source “platform”, or give an"
            " event of your own another ID",
        ),
    ],
)
def test_what_a_platform_collects_is_told_with_how_it_is_sent_by_hand(
    event_id: str, destinations: str, says: str
) -> None:
    text = event(event_id, "View Page", f"destinations = [{destinations}]")
    (issue,) = issues(text, "destination-collects-it-already")
    assert (issue.message, issue.rule.severity) == (says, "hint")
    assert mended(text, "destination-collects-it-already").events[0].source == "platform"
