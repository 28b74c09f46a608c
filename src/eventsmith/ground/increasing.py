"""What of a sequence stands in order already: moved items and moved lines are what is left. Knows nothing of either."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_rising(numbers: Sequence[int]) -> list[int]:
    """Find the most places, in order, at which distinct numbers rise; the places between them are left out."""
    ends: list[int] = []
    """By length: the smallest number with which a rising row of that many ends, and its place in `last`."""
    last: list[int] = []
    before: list[int] = []
    for place, number in enumerate(numbers):
        length = bisect_left(ends, number)
        before.append(last[length - 1] if length else -1)
        ends[length : length + 1] = [number]
        last[length : length + 1] = [place]
    row: list[int] = []
    place = last[-1] if last else -1
    while place >= 0:
        row.append(place)
        place = before[place]
    return row[::-1]
