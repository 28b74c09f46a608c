"""Paths shortened to fit into a message."""

from __future__ import annotations

import os
from pathlib import Path

from rich.cells import cell_len

from eventsmith.ground import disk
from eventsmith.settings import settings_path

ROOM = 44
"""The number of cells that the narrowest screen leaves for a path beside a few words."""


def short_path(path: Path, room: int = ROOM) -> str:
    """Return a path relative to the home folder, with … in the middle if it is too long: its end tells most."""
    home = disk.home()
    text = os.path.join("~", path.relative_to(home)) if home is not None and home in path.parents else str(path)
    if cell_len(text) <= room:
        return text
    head = text[: room // 4]
    tail = text[len(head) :]
    while tail and cell_len(f"{head}…{tail}") > room:
        tail = tail[1:]
    return f"{head}…{tail}"


def short_mistake(mistake: str) -> str:
    """Return a mistake in the settings with the name of their file alone: a line has no room for its folder."""
    path = settings_path()
    return mistake if path is None else mistake.removeprefix(f"{path.parent}{os.sep}")
