"""The names of all rules, and the one that somebody meant."""

from __future__ import annotations

from functools import cache, lru_cache

from eventsmith.ground.one_per_file import names_in, title_of
from eventsmith.rules._nearest import Near, nearest


@cache
def known_rules() -> dict[str, None]:
    """Return the name of every rule, in order, without loading any."""
    return dict.fromkeys(title_of(name) for name in names_in(__package__))


@lru_cache(maxsize=1 << 14)
def meant_rule(name: str) -> Near | None:
    """Return the nearest rule, remembered: this is asked at every key, and comparing all names is expensive."""
    return nearest(name, known_rules())
