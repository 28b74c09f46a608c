"""Wrapping of text by the cells that it takes on the screen, which for some scripts are two a character."""

from __future__ import annotations

from functools import lru_cache

from rich.cells import cell_len, chop_cells

from eventsmith.ground.sanitise import visible

GLUE = "\N{NO-BREAK SPACE}"
"""Between words that stay on one line where that is possible; it is shown as a space."""


@lru_cache(maxsize=4096)
def wrap(text: str, room: int) -> tuple[str, ...]:
    """Split a text into lines of at most `room` cells, between words where that is possible; at least one line.

    Remembered, as at each edit nearly all texts are what they were.
    """
    text = visible(text)
    if _cells(text) <= room:
        return (text.replace(GLUE, " "),)
    lines, left = [""], room
    for word in filter(None, text.split(" ")):
        for part in chop_cells(word, room) if _cells(word) > room else (word,):
            size = _cells(part)
            if lines[-1] and size < left:
                lines[-1] += f" {part}"
                left -= size + 1
            elif lines[-1]:
                lines.append(part)
                left = room - size
            else:
                lines[-1] = part
                left -= size
    return tuple(line.replace(GLUE, " ") for line in lines)


def _cells(text: str) -> int:
    return len(text) if text.isascii() else cell_len(text)
