"""The names of all rules, and what is found where a catalog names one that does not exist."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cache, lru_cache
from typing import Any

from eventsmith.edits import Edit, Remove, Set, Together
from eventsmith.ground.one_per_file import names_in, title_of
from eventsmith.model import Catalog, Place, value_at
from eventsmith.rules._nearest import Near, nearest
from eventsmith.rules._rule import Finding, Fix


def unknown_rules(key: str, names: Iterable[str], action: str) -> Iterator[Finding]:
    """Find the names that no rule has in the table at a key, and suggest the rule with the nearest name.

    `action` says what the table does to a rule, as in “to ignore”.
    """
    for name in names:
        if name in _known():
            continue
        near = _nearest_rule(name)
        if near is None:
            yield Finding((key, name), f"There is no rule “{name}” to {action}: remove the entry")
        else:
            message = f"There is no rule “{name}” to {action}: did you mean “{near.word}”?"
            yield Finding((key, name), message, _rename_entry(key, name, near))


def _rename_entry(key: str, old: str, near: Near) -> Fix:
    label = f"name the rule “{near.word}”"

    def make(catalog: Catalog, thing: Place) -> Edit:
        place = (*thing, key)
        entries: Mapping[str, Any] = value_at(catalog, place)
        value = entries.get(near.word) or entries[old]
        return Together([Remove((*place, old)), Set((*place, near.word), value)], label)

    return Fix(label, make, near.sure, within=(key, old))


@cache
def _known() -> frozenset[str]:
    """Return the name of every rule without loading any."""
    return frozenset(title_of(name) for name in names_in(__package__))


@lru_cache(maxsize=1 << 14)
def _nearest_rule(name: str) -> Near | None:
    """Return the nearest rule, remembered: this is asked at every key, and comparing all names is expensive."""
    return nearest(name, sorted(_known()))
