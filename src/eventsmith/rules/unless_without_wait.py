"""An event should call a campaign off, but the campaign does not wait for it.

“Unless the purchase is completed” needs time in which that can happen. Without a wait the message goes out at once,
also to people who are about to pay. Say how long to wait.

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
        message = "The message goes out at once, so nothing can call it off: say how long to wait, such as “1 hour”"
        yield Finding(("unless",), message)
