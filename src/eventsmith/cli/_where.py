"""Where an issue is, for tools that show files: the path from here, and the column where its text ends."""

from __future__ import annotations

from pathlib import Path

from eventsmith.cli._reports import Row
from eventsmith.ground import disk


def path_from_here(name: str) -> str:
    """Return a path relative to the working directory, with slashes; absolute if the file is elsewhere."""
    return disk.from_here(Path(name)).as_posix()


class Ends:
    """The columns where issues end, each on the line where the issue begins."""

    def __init__(self, text: str) -> None:
        self._lines = text.split("\n")
        self._line_ends: dict[int, int] = {}
        """The column after each line's text, kept because a thousand issues may be on one long line."""

    def column(self, row: Row) -> int:
        """Return the column after what the issue is about; after the line's text if that spans lines or is nothing."""
        if row.end is not None and row.end[0] == row.line:
            return row.end[1]
        return max(row.column, self._line_end(row.line))

    def _line_end(self, line: int) -> int:
        """Return the column after the text of a line, not counting trailing spaces."""
        if line not in self._line_ends:
            self._line_ends[line] = len(self._lines[line - 1].rstrip()) + 1
        return self._line_ends[line]
