"""A campaign has no name.

Campaigns are found by name, in lists and in reports. Without one, nobody can say which message is meant. Name the
campaign after what it should achieve.

Bad:

    [[events]]
    id = "register"
    name = "Register"

    [[campaigns]]
    name = ""
    trigger = "register"

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
    """Treat spaces alone as no name."""
    if not campaign.name.strip():
        yield Finding(("name",), "Name the campaign after what it should do, for example “Welcome”")
