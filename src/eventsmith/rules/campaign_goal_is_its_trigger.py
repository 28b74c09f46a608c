"""A campaign's goal is the event that triggers it.

By the time the message goes out, its trigger has already happened, so every such campaign looks like a success. Choose
the event that the message should lead to. If the customer is to do the same thing once more, say within what time: then
only what happens after the message counts.

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
    """Accept a goal with a deadline, which implies that the event is to happen again."""
    if campaign.goal_event and campaign.goal_event == campaign.trigger and not campaign.goal_within.strip():
        event = events.get(campaign.trigger)
        name = (event and event.name) or campaign.trigger
        message = (
            f"“{name}” starts the campaign and is also its goal: choose the event it should lead to,"
            " or say within what time it should happen again, such as “30 days”"
        )
        yield Finding(("goal_event",), message)
