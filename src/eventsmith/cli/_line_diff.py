"""Where two texts differ, line by line, in time that grows linearly with their length.

`difflib` looks for the best of all answers, which takes minutes for a file in which every event was renamed. Here, as
in a “patience” diff, a line that occurs once in each text is taken to be the same line, and what lies between two such
lines is compared by itself: mostly a line or two.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

from eventsmith.ground.subsequence import longest_increasing

_CONTEXT = 3
_SMALL = 4096
"""The most pairs of lines for which every pair is compared."""
_DEPTH = 8
"""How many times to look for lines that occur once, each time between those found before."""
_REACH = 64
"""How many lines ahead to look for an equal one, where no line occurs once."""


class Change(NamedTuple):
    """Lines `old` to `old_end` of the one text that became `new` to `new_end` of the other; one range may be empty."""

    old: int
    old_end: int
    new: int
    new_end: int


def changes(old: Sequence[str], new: Sequence[str]) -> list[Change]:
    """Return the changes between two texts, in order and with equal lines between them."""
    found: list[Change] = []
    for change in _between(old, new, Change(0, len(old), 0, len(new)), _DEPTH):
        last = found[-1] if found else None
        if last and last.old_end == change.old and last.new_end == change.new:
            found[-1] = Change(last.old, change.old_end, last.new, change.new_end)
        else:
            found.append(change)
    return found


def unified(old: Sequence[str], new: Sequence[str]) -> Iterator[str]:
    """Yield the hunks of a unified diff, with three lines around each change and no line ends."""
    group: list[Change] = []
    for change in changes(old, new):
        if group and change.old - group[-1].old_end > 2 * _CONTEXT:
            yield from _hunk(old, new, group)
            group = []
        group.append(change)
    if group:
        yield from _hunk(old, new, group)


def _hunk(old: Sequence[str], new: Sequence[str], group: Sequence[Change]) -> Iterator[str]:
    before = min(_CONTEXT, group[0].old)
    after = min(_CONTEXT, len(old) - group[-1].old_end)
    ranges = (
        _range(group[0].old - before, group[-1].old_end + after),
        _range(group[0].new - before, group[-1].new_end + after),
    )
    yield f"@@ -{ranges[0]} +{ranges[1]} @@"
    here = group[0].old - before
    for change in group:
        yield from (f" {line}" for line in old[here : change.old])
        yield from (f"-{line}" for line in old[change.old : change.old_end])
        yield from (f"+{line}" for line in new[change.new : change.new_end])
        here = change.old_end
    yield from (f" {line}" for line in old[here : here + after])


def _range(start: int, end: int) -> str:
    """Format a range of lines: a length of one is left out, and an empty range has the number of the line before it."""
    size = end - start
    return f"{start + 1}" if size == 1 else f"{start + 1 if size else start},{size}"


def _between(old: Sequence[str], new: Sequence[str], within: Change, depth: int) -> Iterator[Change]:
    """Yield the changes within a stretch of both texts."""
    start, end, new_start, new_end = within
    while start < end and new_start < new_end and old[start] == new[new_start]:
        start, new_start = start + 1, new_start + 1
    while start < end and new_start < new_end and old[end - 1] == new[new_end - 1]:
        end, new_end = end - 1, new_end - 1
    size, new_size = end - start, new_end - new_start
    if not size and not new_size:
        return
    rest = Change(start, end, new_start, new_end)
    if not size or not new_size or size == new_size == 1:
        yield rest
    elif size * new_size <= _SMALL:
        matcher = SequenceMatcher(None, old[start:end], new[new_start:new_end], autojunk=False)
        for tag, first, last, new_first, new_last in matcher.get_opcodes():
            if tag != "equal":
                yield Change(start + first, start + last, new_start + new_first, new_start + new_last)
    elif depth and (same := _standing_once(old, new, rest)):
        for at, new_at in (*same, (end, new_end)):
            yield from _between(old, new, Change(start, at, new_start, new_at), depth - 1)
            start, new_start = at + 1, new_at + 1
    else:
        yield from _step_by_step(old, new, rest)


def _standing_once(old: Sequence[str], new: Sequence[str], within: Change) -> list[tuple[int, int]]:
    """Return the pairs of lines that occur once in each text: the longest run of them that is in the same order."""
    start, end, new_start, new_end = within
    both = _once(old[start:end]) & _once(new[new_start:new_end])
    places = {line: at for at, line in enumerate(new[new_start:new_end], new_start) if line in both}
    pairs = [(at, places[line]) for at, line in enumerate(old[start:end], start) if line in both]
    return [pairs[number] for number in longest_increasing([new_at for _, new_at in pairs])]


def _once(lines: Sequence[str]) -> set[str]:
    return {line for line, number in Counter(lines).items() if number == 1}


def _step_by_step(old: Sequence[str], new: Sequence[str], within: Change) -> Iterator[Change]:
    """Yield changes, each ending at the nearest equal lines ahead, or a stretch further if there are none."""
    start, end, new_start, new_end = within
    at, new_at = start, new_start
    while start < end and new_start < new_end:
        if old[start] == new[new_start]:
            if (start, new_start) != (at, new_at):
                yield Change(at, start, new_at, new_start)
            start, new_start = start + 1, new_start + 1
            at, new_at = start, new_start
            continue
        ahead, new_ahead = old[start : min(end, start + _REACH)], new[new_start : min(new_end, new_start + _REACH)]
        places: dict[str, int] = {}
        for number, line in enumerate(new_ahead):
            places.setdefault(line, number)
        meetings = [
            (number + places[line], number, places[line]) for number, line in enumerate(ahead) if line in places
        ]
        _, skipped, new_skipped = min(meetings, default=(0, len(ahead), len(new_ahead)))
        start, new_start = start + skipped, new_start + new_skipped
    if (at, new_at) != (end, new_end):
        yield Change(at, end, new_at, new_end)
