"""A campaign has no goal, so nobody can tell whether it works.

A message is sent so that somebody does something. With a goal, or better still the event that shows it was reached, a
report can tell after a month whether to keep the message, change it or stop it.

Bad:

    [[events]]
    id = "register"
    name = "Register"

    [[campaigns]]
    name = "Welcome"
    trigger = "register"

Good:

    [[events]]
    id = "register"
    name = "Register"

    [[events]]
    id = "playSong"
    name = "Play Song"

    [[campaigns]]
    name = "Welcome"
    goal = "activate"
    trigger = "register"
    goal_event = "playSong"
"""

from collections.abc import Mapping

from eventsmith.model import Campaign, Event
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("hint")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """Skip campaigns without a trigger, which are still being written."""
    if not campaign.trigger or campaign.goal_event:
        return
    if campaign.goal_within.strip():
        message = f"“{campaign.name}” has {campaign.goal_within.strip()} to reach its goal, but no event that shows it"
        yield Finding(("goal_event",), f"{message}: choose what the customer should do by then")
    elif not campaign.goal:
        message = f"“{campaign.name}” has no goal: say what it is for, or which event shows that it worked"
        yield Finding(("goal",), message)
