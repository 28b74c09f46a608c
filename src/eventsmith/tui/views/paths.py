"""Paths as they are told on a line that has room for little else. Opens no files."""

from __future__ import annotations

import os
from pathlib import Path

from rich.cells import cell_len

from eventsmith.ground import disk

ROOM = 44
"""Cells: what the narrowest screen leaves to a path beside a few words."""


def short_path(path: Path, room: int = ROOM) -> str:
    """The path from one's home on, with … in its middle where it is too long: its end tells most."""
    home = disk.home()
    text = os.path.join("~", path.relative_to(home)) if home is not None and home in path.parents else str(path)
    if cell_len(text) <= room:
        return text
    head = text[: room // 4]
    tail = text[len(head) :]
    while tail and cell_len(f"{head}…{tail}") > room:
        tail = tail[1:]
    return f"{head}…{tail}"
