"""Lists of names in messages, shortened to the first few."""

from __future__ import annotations

from collections.abc import Sequence

_NAMED = 5
_LISTED = 24
"""The limit for names that should nearly always be listed in full, such as stages."""


def plain_list(names: Sequence[str]) -> str:
    """Join names with commas; if there are too many, end with how many more there are."""
    more = len(names) - _LISTED
    return f"{', '.join(names[:_LISTED])} and {more} more" if more > 0 else ", ".join(names)


def quoted_list(names: Sequence[str]) -> str:
    """Join the first few names, quoted, and end with how many more there are: “A”, “B” and 3 more."""
    more = len(names) - _NAMED
    said = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return f"{said} and {more} more" if more > 0 else said
