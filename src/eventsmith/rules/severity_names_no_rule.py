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

from eventsmith.edits import Edit, Remove, Set, Together
from eventsmith.model import Catalog, Place
from eventsmith.rules._known_rules import known_rules, meant_rule
from eventsmith.rules._rule import Finding, Findings, Fix, Settings, rule


@rule("warning")
def check(catalog: Catalog, settings: Settings) -> Findings:
    """Suggest the nearest rule."""
    for name in catalog.severity:
        if name not in known_rules():
            near = meant_rule(name)
            if near is None:
                yield Finding(("severity", name), f"There is no rule “{name}” to set the severity of: remove the entry")
            else:
                message = f"There is no rule “{name}” to set the severity of: did you mean “{near.word}”?"
                yield Finding(("severity", name), message, _respell(name, near.word, near.sure))


def _respell(old: str, new: str, safe: bool) -> Fix:
    label = f"set the severity of “{new}”"

    def make(catalog: Catalog, thing: Place) -> Edit:
        level = catalog.severity.get(new) or catalog.severity[old]
        return Together([Remove(("severity", old)), Set(("severity", new), level)], label)

    return Fix(label, make, safe, within=("severity", old))
