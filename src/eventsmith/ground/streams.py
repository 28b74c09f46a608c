"""Standard output and standard error: what becomes of them when they are closed or full, and how wide they are.

Knows nothing else: what is told here was made harmless before.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

MOST_COLUMNS, MOST_LINES = 1000, 500
"""More than an 8K screen has of letters that one can read. A size is a mere claim, and a whole page is drawn for it."""


def tell(text: str) -> None:
    """Write a line to standard error. Never fail: there is nobody else to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def handed_over(stream: TextIO | None) -> OSError | None:
    """Write what a stream still holds back; answer with what is in the way of it, and give the stream up then."""
    try:
        if stream is not None:
            stream.flush()
    except OSError as error:
        give_up(stream)
        return error
    return None


def give_up(stream: TextIO | None) -> None:
    """Let the rest go nowhere. Python would try again at its end, complain, and put its status 120 in place of ours."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def believed(columns: int, lines: int) -> tuple[int, int]:
    """As much of the size that a terminal claims as a terminal can have."""
    return min(columns, MOST_COLUMNS), min(lines, MOST_LINES)


def terminal_size() -> tuple[int, int]:
    """How many columns and lines the terminal has."""
    import shutil  # takes as long as all else that tells a version

    return believed(*shutil.get_terminal_size())
