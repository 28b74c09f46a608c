"""What is remembered between two starts: files one had open, where one was in each, how the
screen looks and is divided.

Nothing anybody made is in it: lost or damaged, it is begun anew. Only its owner can read it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eventsmith.ground import disk
from eventsmith.ground.catalog_files import catalogs_here

MOST = 30
"""Files. Who has more open forgets the oldest."""
MOST_BYTES = 1024 * 1024
_LOSS = "which files you had open, and where you were in them, is not known"


@dataclass
class Memory:
    """Empty, it remembers nothing; without a path of its own it is forgotten at the end."""

    path: Path | None = None
    theme: str = ""
    files: dict[str, str] = field(default_factory=dict)
    """Paths, the latest first -> the place of the guided path one was at."""
    shares: dict[str, float] = field(default_factory=dict)
    """Names of places -> what its list has of the width, in percent, where somebody has changed that."""

    def recent(self) -> list[Path]:
        """Files one had open that are there still, the latest first."""
        return [path for path in map(Path, self.files) if disk.is_file(path, "it is not offered")]

    def known_catalogs(self) -> tuple[list[Path], list[Path]]:
        """The catalogs of this folder, and those elsewhere that one had open lately."""
        here = catalogs_here()
        near = {disk.real(path) for path in here}
        return here, [path for path in self.recent() if disk.real(path) not in near]

    def place_in(self, path: Path) -> str:
        """Where one was in a file; empty where that is not known."""
        return self.files.get(_name(path), "")

    def note(self, path: Path, place: str) -> None:
        """Remembers that a file was open, and where one was in it."""
        rest = {name: where for name, where in self.files.items() if name != _name(path)}
        self.files = dict(list({_name(path): place, **rest}.items())[:MOST])

    def keep(self) -> None:
        """Writes it down; that this cannot be done is among the news, unless something was told of it before."""
        if self.path is None:
            return
        kept = {"theme": self.theme, "files": self.files, "shares": self.shares}
        if why := disk.written(self.path, json.dumps(kept, indent=1).encode()):
            disk.note(str(self.path), why, "where you were could not be kept")


def recall(path: Path | None) -> Memory:
    """What was written down there; nothing where that cannot be read, as nothing depends on it."""
    if path is None or not disk.may_be_there(path):
        return Memory(path)
    # No link is followed: what is kept there is of no use to anything else, and takes the place of the link.
    read = disk.content(path, MOST_BYTES, follow=False)
    if read.error is not None:
        disk.note(str(path), disk.why(read.error), _LOSS)
        return Memory(path)
    try:
        return _sound(path, json.loads(read.data) if len(read.data) <= MOST_BYTES else None)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        disk.note(str(path), "it is damaged, and is begun anew", _LOSS)
        return Memory(path)


def memory_path() -> Path | None:
    """Where it is kept: in the person's folder of states; nowhere without one."""
    folder = disk.own_folder("state")
    return None if folder is None else folder / "memory.json"


def _sound(path: Path, kept: Any) -> Memory:
    """What was kept, once it is sure that it is what `keep` writes. Raises where it is not."""
    theme, files, shares = kept["theme"], kept["files"], kept.get("shares", {})
    if not all(isinstance(text, str) for text in (theme, *files, *files.values(), *shares)):
        raise TypeError
    if not all(type(share) in (int, float) and 0 < share < 100 for share in shares.values()):
        raise TypeError
    return Memory(path, theme, dict(list(files.items())[:MOST]), shares)


def _name(path: Path) -> str:
    return str(disk.absolute(path))
