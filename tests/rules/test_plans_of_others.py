"""What plans of other products hold and is no fault of theirs: rules that once took it for one are silent."""

import pytest

from tests.rules.properties import event as event_with
from tests.rules.told import told


def event(event_id: str, name: str) -> str:
    return f'[[events]]\nid = "{event_id}"\nname = "{name}"\n'


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
        (
            event_with('name = "client_id"\ntype = "string"', name="Authorize Application"),
            "property-describes-the-person",
        ),
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
        (event_with('name = "client_id"\ntype = "string"'), "property-describes-the-person"),
    ],
)
def test_it_is_not_for_what_they_are_about(text: str, rule: str) -> None:
    assert told(text, rule)
