"""The catalog ignores a rule that does not exist.

Somebody wanted to silence a finding everywhere and gave a reason for it. With a name that no rule has nothing is
silenced, and the reason stands beside nothing.

Bad:

    [ignore]
    Too-Many-Events = "We are a large team"

Good:

    [ignore]
    too-many-events = "We are a large team"
"""

from eventsmith.model import Catalog
from eventsmith.rules._ignored import unknown_in
from eventsmith.rules._rule import Findings, Settings, rule


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """With the nearest rule there is; what events and campaigns ignore has rules of its own."""
    return unknown_in(catalog.ignore)
