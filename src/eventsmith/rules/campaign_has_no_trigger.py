"""A campaign has no trigger, the event that starts it.

A message without a trigger is never sent. Choose the one thing a customer does after which the message is welcome.

Bad:

    [[campaigns]]
    name = "Welcome"

Good:

    [[events]]
    id = "register"
    name = "Register"

    [[campaigns]]
    name = "Welcome"
    trigger = "register"
"""

from collections.abc import Mapping

from eventsmith.model import Campaign, Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("error")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip campaigns without a name, which are still being written."""
    if not campaign.trigger and campaign.name.strip():
        yield Finding(("trigger",), f"Nothing starts “{campaign.name}”: choose the event that does")
