"""Where an issue is, for tools that show files: the path from here, and where on its line the thing ends."""

from __future__ import annotations

from pathlib import Path

from eventsmith import disk
from eventsmith.store.layout import UnclosedError, value_ends


def path_from_here(name: str) -> str:
    """The path within the working directory, with slashes; absolute where the file is elsewhere."""
    return disk.from_here(Path(name)).as_posix()


class Ends:
    """Finds the ends of what stands in a catalog's text."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._starts = [0]
        for line in text.split("\n"):
            self._starts.append(self._starts[-1] + len(line) + 1)

    def column(self, line: int, column: int) -> int:
        """The column behind the header, key or value that begins there, or behind its first line where it has more."""
        start = self._starts[line - 1] + column - 1
        rest = self._text[start : self._starts[line] - 1].rstrip()
        try:
            size = value_ends(self._text, start) - start
        except UnclosedError:  # an empty line, or a comment: where an issue of the whole file stands
            size = len(rest)
        return column + min(size, len(rest))
