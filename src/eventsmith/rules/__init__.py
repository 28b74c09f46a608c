"""What can be wrong with a catalog, one rule per file."""

from collections.abc import Sequence
from functools import cache

from eventsmith.ground.one_per_file import modules_in
from eventsmith.rules._issues import Issue, Issues, Kind
from eventsmith.rules._judge import Judge
from eventsmith.rules._rule import Finding, Fix, Rule, Settings, Severity

__all__ = ["Finding", "Fix", "Issue", "Issues", "Judge", "Kind", "Rule", "Settings", "Severity", "all_rules"]


@cache
def all_rules() -> Sequence[Rule]:
    """Return every rule, sorted by name."""
    found = [value for module in modules_in(__name__) for value in vars(module).values() if isinstance(value, Rule)]
    return sorted(found, key=lambda rule: rule.name)
