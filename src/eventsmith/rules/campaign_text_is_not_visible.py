r"""A text of a campaign holds characters that cannot be seen.

Control and bidirectional characters come in with copy and paste. They turn text around, or make a condition ask for a
value that nobody sends.

Bad:

    [[events]]
    id = "register"
    name = "Register"

    [[campaigns]]
    name = "Wel\u202ecome"
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
from eventsmith.rules._rule import Findings, Settings, rule
from eventsmith.rules._texts import hidden_in, texts_of_campaign


@rule("warning")
def check(campaign: Campaign, events: Mapping[str, Event], settings: Settings) -> Findings:
    """All texts of the campaign and its conditions."""
    return hidden_in(texts_of_campaign(campaign))
