"""Standard output and standard error: how to cope when they are closed or full, and how wide they are.

The caller sanitises what it writes.
"""

from __future__ import annotations

import os
import sys
from contextlib import suppress
from typing import TextIO

MOST_COLUMNS, MOST_LINES = 1000, 500
"""More characters than anyone can read on an 8K screen: a terminal may claim any size, and all of it is drawn."""


def tell(text: str) -> None:
    """Write a line to standard error; never fail, as there is nobody else to tell."""
    if sys.stderr is None:
        return
    try:
        sys.stderr.write(f"{text}\n")
        sys.stderr.flush()
    except OSError:
        give_up(sys.stderr)


def flush(stream: TextIO | None) -> OSError | None:
    """Flush a stream; on failure give the stream up and return the error."""
    try:
        if stream is not None:
            stream.flush()
    except OSError as error:
        give_up(stream)
        return error
    return None


def give_up(stream: TextIO | None) -> None:
    """Redirect a stream to nowhere, lest Python try again at exit, complain, and replace our exit status with 120."""
    if stream is None:
        return
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        try:
            os.dup2(nowhere, stream.fileno())
        finally:
            os.close(nowhere)


def plausible_size(columns: int, lines: int) -> tuple[int, int]:
    """Limit the size that a terminal claims to what a terminal can have."""
    return min(columns, MOST_COLUMNS), min(lines, MOST_LINES)


def terminal_size() -> tuple[int, int]:
    """Return how many columns and lines the terminal has."""
    import shutil  # as slow to import as all that `--version` needs otherwise

    return plausible_size(*shutil.get_terminal_size())
