"""A three-way merge of texts by lines, with conflict markers as git writes them."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from eventsmith.cli._line_diff import Change, changes

_Form = TypeVar("_Form")
_OURS, _BETWEEN, _THEIRS = "<<<<<<< ours", "=======", ">>>>>>> theirs"


class Stretch(NamedTuple):
    """Some lines of the base, perhaps none, and the lines of ours and theirs that correspond to them."""

    base: Sequence[str]
    ours: Sequence[str]
    theirs: Sequence[str]

    def settled(self) -> Sequence[str] | None:
        """Return the lines both sides agree on, or of the only side that changed; None if both changed otherwise."""
        if self.ours in (self.base, self.theirs):
            return self.theirs
        return self.ours if self.theirs == self.base else None


@dataclass(frozen=True, slots=True)
class LineEnds:
    """The line endings of a merge: those of theirs if only theirs changed them, otherwise those of ours."""

    end: str
    is_cut: bool
    """Whether the last line has no line ending."""

    @classmethod
    def of(cls, base: str, ours: str, theirs: str) -> LineEnds:
        """Determine the line endings from three texts; an empty base is ignored."""
        texts = (base or theirs, ours, theirs)
        is_cut = of_who_changed(*(not text.endswith("\n") for text in texts))
        return cls(of_who_changed(*map(_end_of, texts)), is_cut)

    def lines(self, text: str) -> list[str]:
        """Split a text into lines, each with this line ending."""
        if _end_of(text) != self.end:
            text = text.replace("\r\n", "\n").replace("\n", self.end)
        *lines, last = text.split("\n")
        return [*(f"{line}\n" for line in lines), *([f"{last}{self.end}"] if last else [])]

    def text(self, lines: Sequence[str]) -> str:
        """Join the lines of a merge; the last one keeps its line ending if it is a marker."""
        text = "".join(lines)
        return text.removesuffix(self.end) if self.is_cut and lines[-1:] != [_THEIRS + self.end] else text

    def marked(self, ours: Sequence[str], theirs: Sequence[str]) -> list[str]:
        """Return the lines of both sides, those that differ between markers."""
        lines: list[str] = []
        here = 0
        for old, old_end, new, new_end in _changes_from_headers(ours, theirs):
            lines += [*ours[here:old], _OURS + self.end, *ours[old:old_end], _BETWEEN + self.end]
            lines += [*theirs[new:new_end], _THEIRS + self.end]
            here = old_end
        return [*lines, *ours[here:]]


def merged_by_lines(base: str, ours: str, theirs: str) -> str:
    """Merge three texts as git does, with markers where both sides changed the same lines."""
    ends = LineEnds.of(base, ours, theirs)
    lines: list[str] = []
    for stretch in stretches(*map(ends.lines, (base, ours, theirs))):
        settled = stretch.settled()
        lines += ends.marked(stretch.ours, stretch.theirs) if settled is None else settled
    return ends.text(lines)


def stretches(base: Sequence[str], ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Stretch]:
    """Cut three texts into corresponding stretches, each equal in all three or changed by one side or both.

    Changes of adjacent lines are separate, while git wants an unchanged line between two changes.
    """
    sides = [deque(changes(base, side)) for side in (ours, theirs)]
    shifts = [0, 0]
    """By how many lines ours and theirs are shifted against the base after the changes so far."""
    here = 0
    while any(sides):
        start, end, *_ = min(side[0] for side in sides if side)
        before = [start + shift for shift in shifts]
        grows = True
        while grows:
            grows = False
            for number, side in enumerate(sides):
                if side and _touches(side[0], start, end):
                    change = side.popleft()
                    end, shifts[number], grows = max(end, change.old_end), change.new_end - change.old_end, True
        after = [end + shift for shift in shifts]
        yield Stretch(*[base[here:start]] * 3)
        yield Stretch(base[start:end], ours[before[0] : after[0]], theirs[before[1] : after[1]])
        here = end
    yield Stretch(*[base[here:]] * 3)


def _changes_from_headers(ours: Sequence[str], theirs: Sequence[str]) -> Iterator[Change]:
    """Yield the changes; what only one side has starts at a header or comment where equal lines leave a choice."""
    behind = 0
    for old, old_end, new, new_end in changes(ours, theirs):
        lines, start, end = (ours, old, old_end) if new == new_end else (theirs, new, new_end)
        most = old - behind if old == old_end or new == new_end else 0
        up = 0
        while up < most and not _is_start(lines[start - up]) and lines[start - up - 1] == lines[end - up - 1]:
            up += 1
        if not _is_start(lines[start - up]):
            up = 0
        yield Change(old - up, old_end - up, new - up, new_end - up)
        behind = old_end


def _is_start(line: str) -> bool:
    return line.lstrip().startswith(("[", "#"))


def _touches(change: Change, start: int, end: int) -> bool:
    """Return whether a change overlaps these lines, or inserts at the same position."""
    return change[:2] == (start, end) or (change.old < end and start < change.old_end)


def of_who_changed(base: _Form, ours: _Form, theirs: _Form) -> _Form:
    """Return the value of ours, or of theirs if only theirs changed it."""
    return theirs if ours == base else ours


def _end_of(text: str) -> str:
    """Return the line ending of most lines."""
    return "\r\n" if text.count("\r\n") * 2 > text.count("\n") else "\n"
