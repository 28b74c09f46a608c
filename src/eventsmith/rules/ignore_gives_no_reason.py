"""A rule is ignored without a reason, so it is not silenced.

Whoever reads the file next year must know whether what was right then is still right. A few words are enough: who
decided it, or until when it holds.

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

from eventsmith.model import Campaign, Catalog, Event, PropertyField
from eventsmith.rules._rule import Finding, Findings, Settings, rule


@rule("warning")
def check(thing: Catalog | Event | PropertyField | Campaign, settings: Settings) -> Findings:
    """Check entries for unknown rules too, though another rule reports those as well."""
    for name, reason in thing.ignore.items():
        if not reason.strip():
            yield Finding(("ignore", name), f"“{name}” is ignored without a reason: say why, or remove the entry")
