"""The longest increasing subsequence: it tells which items of a reordered list need not move."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence


def longest_increasing(numbers: Sequence[int]) -> list[int]:
    """Return the positions of the longest increasing subsequence of distinct numbers, ascending."""
    ends: list[int] = []
    """By length: the smallest number that ends an increasing subsequence of that length, and its index in `last`."""
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
