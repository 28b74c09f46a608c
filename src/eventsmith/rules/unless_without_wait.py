"""A campaign is called off by an event, but does not wait for it.

“Unless the purchase is completed” needs time in which that can happen. Without a wait the message goes out at once,
also to those who are about to pay.

Bad:

    [[events]]
    id = "startCheckout"
    name = "Start Checkout"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[campaigns]]
    name = "Abandoned basket"
    trigger = "startCheckout"
    unless = ["completePurchase"]

Good:

    [[events]]
    id = "startCheckout"
    name = "Start Checkout"

    [[events]]
    id = "completePurchase"
    name = "Complete Purchase"

    [[campaigns]]
    name = "Abandoned basket"
    trigger = "startCheckout"
    wait = "1 hour"
    unless = ["completePurchase"]
"""

from collections.abc import Mapping

from eventsmith.model import Campaign, Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Report it at the events that cannot call the campaign off."""
    if campaign.unless and not campaign.wait.strip():
        message = "Nothing can call the message off before it is sent: say how long to wait, such as “1 hour”"
        yield Finding(("unless",), message)
