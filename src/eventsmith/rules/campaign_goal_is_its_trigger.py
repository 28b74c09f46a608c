"""A campaign counts the event that starts it as its success.

What starts the message has already happened when it goes out, so every such campaign looks like a triumph. If the
customer is to do it once more, say within what time: then only what comes after the message counts.

Bad:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[campaigns]]
    name = "Big spender thank-you"
    trigger = "completePurchase"
    goal_event = "completePurchase"

Good:

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[campaigns]]
    name = "Big spender thank-you"
    trigger = "completePurchase"
    goal_event = "completePurchase"
    goal_within = "30 days"
"""

from collections.abc import Mapping

from eventsmith.model import Campaign, Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Find nothing where the deadline implies that the event is to happen again."""
    if campaign.goal_event and campaign.goal_event == campaign.trigger and not campaign.goal_within.strip():
        event = events.get(campaign.trigger)
        name = (event and event.name) or campaign.trigger
        message = (
            f"“{name}” starts the campaign and is its goal too: choose what comes of it,"
            " or say within what time it is to happen again, such as “30 days”"
        )
        yield Finding(("goal_event",), message)
