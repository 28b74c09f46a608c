"""A campaign ignores a rule that does not exist.

Somebody wanted to silence a finding and gave a reason for it. With a name that no rule has nothing is silenced, and the
reason stands beside nothing.

Bad:

    [[events]]
    id = "register"
    name = "Register"

    [[campaigns]]
    name = "Welcome"
    trigger = "register"

    [campaigns.ignore]
    unless-without-a-wait = "The platform waits by itself"

Good:

    [[events]]
    id = "register"
    name = "Register"

    [[campaigns]]
    name = "Welcome"
    trigger = "register"

    [campaigns.ignore]
    unless-without-wait = "The platform waits by itself"
"""

from collections.abc import Mapping

from eventsmith.model import Campaign, Event
from eventsmith.rules._ignored import unknown_in
from eventsmith.rules._rule import Findings, Settings, rule


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """With the nearest rule there is."""
    return unknown_in(campaign.ignore)
