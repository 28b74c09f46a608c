"""The first few of many names, for a message. Knows no rule."""

from __future__ import annotations

from collections.abc import Sequence

_NAMED = 5
_LISTED = 24
"""Of what is listed whole in nearly every catalog, such as its stages."""


def some_of(names: Sequence[str]) -> str:
    """All of a handful of names; of many the first, and how many more there are."""
    more = len(names) - _LISTED
    return f"{', '.join(names[:_LISTED])} and {more} more" if more > 0 else ", ".join(names)


def first_of(names: Sequence[str]) -> str:
    """“A”, “B” and 3 more."""
    more = len(names) - _NAMED
    said = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return f"{said} and {more} more" if more > 0 else said
