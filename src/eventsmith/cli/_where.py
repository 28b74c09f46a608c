"""Where an issue is, for tools that show files: the path from here, and where on its line the thing ends."""

from __future__ import annotations

from pathlib import Path

from eventsmith.cli._reports import Row
from eventsmith.ground import disk


def path_from_here(name: str) -> str:
    """The path within the working directory, with slashes; absolute where the file is elsewhere."""
    return disk.from_here(Path(name)).as_posix()


class Ends:
    """Finds the ends of what issues stand at, within the line where that begins."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._line_ends: dict[int, int] = {}
        """By the number of the line: a thousand issues may stand on one long line."""

    def column(self, row: Row) -> int:
        """The column behind what the issue stands at; behind the line where that has more lines, or is nothing."""
        if row.end is not None and row.end[0] == row.line:
            return row.end[1]
        return max(row.column, self._line_end(row.line))

    def _line_end(self, line: int) -> int:
        """The column behind the text of a line, without the spaces behind it."""
        if line not in self._line_ends:
            self._line_ends[line] = len(self._lines[line - 1].rstrip()) + 1
        return self._line_ends[line]
