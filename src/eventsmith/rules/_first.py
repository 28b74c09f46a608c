"""The first few of many names, for a message. Knows no rule."""

from __future__ import annotations

from collections.abc import Sequence

_NAMED = 5


def first_of(names: Sequence[str]) -> str:
    """“A”, “B” and 3 more."""
    more = len(names) - _NAMED
    said = ", ".join(f"“{name}”" for name in names[:_NAMED])
    return f"{said} and {more} more" if more > 0 else said
