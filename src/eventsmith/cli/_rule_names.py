"""The names of rules as the command line takes them."""

from __future__ import annotations

from collections.abc import Iterable

from eventsmith.cli._command import UsageError, did_you_mean
from eventsmith.ground.sanitise import visible


def refuse_unknown(command: str, names: Iterable[str]) -> None:
    """Raise UsageError for the first name that no rule has."""
    for name in names:
        if why := no_such_rule(name):
            raise UsageError(f"eventsmith {command}: {why}")


def no_such_rule(name: str) -> str:
    """Return that there is no rule of that name, with the nearest one; empty if there is."""
    from eventsmith.rules import all_rules

    known = [rule.name for rule in all_rules()]
    if name in known:
        return ""
    near = did_you_mean(name, known) or "; “eventsmith rules” lists them all"
    return f"there is no rule “{visible(name)}”{near}"
