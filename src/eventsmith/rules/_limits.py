"""The limits that properties set their values: whether a value keeps to them, and if not, how not."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from eventsmith.ground.linear_pattern import Pattern, PatternError
from eventsmith.ground.value_formats import VALUE_FORMATS
from eventsmith.model import LIMITS, LIMITS_OF, PropertyField
from eventsmith.rules._values import fits_type, holds, plain, quoted

_MOST_TESTED = 10_000
"""The number of characters of a text up to which it is matched with a pattern: no example is longer."""


def has_limits(prop: PropertyField) -> bool:
    """Return whether the property may limit its values, quickly for the many that do not."""
    return not prop.model_fields_set.isdisjoint(LIMITS)


def applies(prop: PropertyField, key: str) -> bool:
    """Return whether the property sets the limit, and its type has such a limit."""
    return getattr(prop, key) not in (None, "") and key in LIMITS_OF[prop.type]


@lru_cache(maxsize=1024)
def compiled(text: str) -> Pattern | PatternError:
    """Return a pattern, or what is wrong with it."""
    try:
        return Pattern(text)
    except PatternError as error:
        return error


def how_outside(value: Any, prop: PropertyField) -> tuple[str, str]:
    """Return which limit a value of the property's type breaks, and how, in words after the value; empty if none."""
    for key, operator, words in (("minimum", ">=", "less than"), ("maximum", "<=", "more than")):
        limit = getattr(prop, key)
        if applies(prop, key) and fits_type(limit, prop.type) and not holds(operator, value, limit):
            return key, f"is {words} the {key}, {plain(limit)}"
    for key, short in (("min_length", True), ("max_length", False)):
        limit = getattr(prop, key)
        if applies(prop, key) and (len(value) < limit if short else len(value) > limit):
            unit = "items" if prop.type == "list" else "characters"
            return key, f"has {len(value)} {unit}, {'fewer' if short else 'more'} than {limit}"
    if applies(prop, "format") and not VALUE_FORMATS[prop.format].fits(value):
        return "format", f"is not {VALUE_FORMATS[prop.format].words}"
    if applies(prop, "pattern") and len(value) <= _MOST_TESTED:
        pattern = compiled(prop.pattern)
        if isinstance(pattern, Pattern) and not pattern.matches(value):
            return "pattern", f"does not match the pattern {quoted(prop.pattern)}"
    return "", ""
