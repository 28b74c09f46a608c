"""The rules as a team takes them: as bad as the catalog says, and without those it turns off."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache

from eventsmith.model import Level
from eventsmith.rules._rule import Rule, Severity


def at_levels(rules: Iterable[Rule], levels: Mapping[str, Level]) -> list[Rule]:
    """Return the rules to ask, each with the severity under its name in `levels`, by default its own."""
    asked = []
    for rule in rules:
        level = levels.get(rule.name, rule.level)
        if level != "off":
            asked.append(rule if level == rule.severity else _as_severe(rule, level))
    return asked


@lru_cache(maxsize=1024)
def _as_severe(rule: Rule, severity: Severity) -> Rule:
    """Return the same object for the same severity: issues before and after an edit are compared by their rules."""
    return replace(rule, severity=severity)
