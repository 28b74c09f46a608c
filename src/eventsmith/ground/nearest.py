"""The name that somebody probably meant, among those that there are."""

from __future__ import annotations

import re
from collections.abc import Iterable

_LETTERS_A_SLIP = 5
"""One slip more is forgiven for each so many letters: “next” is no slip of “export”."""


def nearest_name(typed: str, known: Iterable[str]) -> str | None:
    """Return the name that differs by the fewest slips, or that has what was typed as a part; None if none is near.

    A slip is a letter too many, too few or wrong, or two that have changed places.
    """
    word = typed.casefold()
    ranked = []
    for number, name in enumerate(known):
        other = name.casefold()
        slips = _slips(word, other, 1 + len(word) // _LETTERS_A_SLIP)
        if slips is None and _is_part(word, other):
            # Nearer than a wrong letter, further than a letter too many.
            slips = 1
        if slips is not None:
            ranked.append((slips, abs(len(other) - len(word)), number, name))
    return min(ranked)[-1] if ranked else None


def _is_part(word: str, name: str) -> bool:
    return len(word) > 1 and (name.startswith(word) or word in re.split(r"[-.]", name))


def _slips(one: str, other: str, most: int) -> int | None:
    """Count the slips between two words; None if there are more than `most`."""
    if abs(len(one) - len(other)) > most:
        return None
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        older, before, row = before, row, [i]
        for j, another in enumerate(other, 1):
            slips = min(before[j] + 1, row[-1] + 1, before[j - 1] + (letter != another))
            if i > 1 and j > 1 and letter == other[j - 2] and one[i - 2] == another:
                slips = min(slips, older[j - 2] + 1)
            row.append(slips)
    return row[-1] if row[-1] <= most else None
