"""Where an issue is, for tools that show files: the path from here, and where on its line the thing ends."""

from __future__ import annotations

from pathlib import Path

from eventsmith.ground import disk
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
        self._known: dict[int, int] = {}
        """By the offset at which something begins: many issues may stand at one big list, as at one long line."""
        self._line_ends: dict[int, int] = {}

    def column(self, line: int, column: int) -> int:
        """The column behind the header, key or value that begins there, or behind its first line where it has more."""
        start = self._starts[line - 1] + column - 1
        end = self._known.get(start)
        if end is None:
            end = self._known[start] = self._end(start, self._line_end(line))
        return column + end - start

    def _end(self, start: int, line_end: int) -> int:
        try:
            end = value_ends(self._text, start)
        except UnclosedError:  # an empty line, or a comment: where an issue of the whole file stands
            end = line_end
        return max(min(end, line_end), start)

    def _line_end(self, line: int) -> int:
        """Where the text of a line ends, without the spaces behind it."""
        end = self._line_ends.get(line)
        if end is None:
            start, stop = self._starts[line - 1], self._starts[line] - 1
            end = self._line_ends[line] = start + len(self._text[start:stop].rstrip())
        return end
