"""What a command would change in a file, as a unified diff on standard output."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.cli._line_diff import unified
from eventsmith.cli._output import say
from eventsmith.ground.sanitise import visible

_UNENDED = "\n\\ No newline at end of file"


def show_difference(name: str, before: bytes, after: bytes, done: str) -> None:
    """Print the difference between two states of a file; `done` is a word for the second: fixed, renamed."""
    shown = visible(name)
    for number, line in enumerate(unified(_lines(before), _lines(after))):
        if not number:
            say(f"--- {shown}\n+++ {shown} ({done})")
        say(line.rstrip("\r"))


def _lines(data: bytes) -> Sequence[str]:
    # Not splitlines: text may contain characters that Unicode takes for line ends.
    *lines, last = data.decode("utf-8-sig").split("\n")
    return [*lines, last + _UNENDED] if last else lines
