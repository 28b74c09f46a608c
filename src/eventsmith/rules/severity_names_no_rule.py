"""A severity is set for a rule that does not exist.

Somebody wanted a rule to weigh more or less, or to be off. As no rule has that name, nothing has changed.

Bad:

    format = 2

    [severity]
    Too-Many-Events = "error"

Good:

    format = 2

    [severity]
    too-many-events = "error"
"""

from eventsmith.model import Catalog
from eventsmith.rules._known_rules import unknown_rules
from eventsmith.rules._rule import Findings, Settings, rule


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Suggest the rule with the nearest name."""
    return unknown_rules("severity", catalog.severity, "set the severity of")
