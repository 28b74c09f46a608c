"""Two campaigns have the same name, or names that differ only in case, separators or look-alike letters.

In a report the two become one line, or two lines that nobody can tell apart. Put what makes them different into the
name: who gets the message, or what it follows.

Bad:

    [[events]]
    id = "register"
    name = "Register"

    [[events]]
    id = "startTrial"
    name = "Start Trial"

    [[campaigns]]
    name = "Welcome"
    trigger = "register"

    [[campaigns]]
    name = "welcome"
    trigger = "startTrial"

Good:

    [[events]]
    id = "register"
    name = "Register"

    [[events]]
    id = "startTrial"
    name = "Start Trial"

    [[campaigns]]
    name = "Welcome"
    trigger = "register"

    [[campaigns]]
    name = "Welcome to the trial"
    trigger = "startTrial"
"""

from collections.abc import Iterator, Sequence

from eventsmith.model import Campaign
from eventsmith.naming import same_key
from eventsmith.rules._rule import Finding, Findings, Settings, Twin, rule


def names(campaign: Campaign) -> Iterator[tuple[str, Twin[Campaign]]]:
    """Yield the campaign's name."""
    if campaign.name.strip():
        yield same_key(campaign.name), Twin(campaign, ("name",), campaign.name)


@rule("warning", compares=names)
def check(twins: Sequence[Twin[Campaign]], settings: Settings) -> Findings:
    """Report it at each of them, so that it shows under the field being typed in."""
    for number, twin in enumerate(twins):
        other = twins[0 if number else 1].text
        if other == twin.text:
            message = f"Another campaign is also called “{other}”: give each its own name"
        else:
            message = f"This reads the same as another campaign, “{other}”: give each its own name"
        yield Finding(("name",), message, of=number)
