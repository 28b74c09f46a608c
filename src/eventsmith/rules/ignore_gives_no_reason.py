"""A rule is ignored without a reason, so it is not silent.

Whoever reads the file next year must know whether what was right then is right still. A few words are enough: who says
it so, or until when.

Bad:

    [[events]]
    id = "login"
    name = "Login"

    [events.ignore]
    event-unused = ""

Good:

    [[events]]
    id = "login"
    name = "Login"

    [events.ignore]
    event-unused = "The security team wants it"
"""

from eventsmith.model import Campaign, Catalog, Event, ListField
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning")
def check(thing: Catalog | Event | ListField | Campaign, settings: Settings) -> Findings:
    """Check also entries for unknown rules, which another rule reports besides."""
    for name, reason in thing.ignore.items():
        if not reason.strip():
            yield Finding(("ignore", name), f"“{name}” is ignored without a reason: say why, or take the entry out")
