"""Lists of names in messages, shortened to the first few."""

from __future__ import annotations

from collections.abc import Sequence

_NAMED = 5
_LISTED = 24
"""The limit for names that nearly every catalog lists in full, such as its stages."""


def plain_list(names: Sequence[str]) -> str:
    """Join names by commas; beyond a limit, add how many more there are."""
    more = len(names) - _LISTED
    return f"{', '.join(names[:_LISTED])} and {more} more" if more > 0 else ", ".join(names)


def quoted_list(names: Sequence[str]) -> str:
    """Quote the first few names, and add how many more there are: “A”, “B” and 3 more."""
    more = len(names) - _NAMED
    said = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return f"{said} and {more} more" if more > 0 else said
