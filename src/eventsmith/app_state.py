"""State kept between two runs of the app: recent files, the page each was left on, the theme, and the pane widths.

It holds no work: if it is lost or damaged, it starts afresh. Only its owner can read it.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from eventsmith.ground import disk
from eventsmith.ground.catalog_files import catalogs_here

MOST = 30
"""The number of files kept; the oldest is dropped first."""
MOST_BYTES = 1024 * 1024
_LOSS = "which files you had open, and where you were in them, is not known"


@dataclass
class Memory:
    """The remembered state, empty by default. Without a path it is never written."""

    path: Path | None = None
    theme: str = ""
    files: dict[str, str] = field(default_factory=dict)
    """Paths, the latest first -> the page each was left on."""
    shares: dict[str, float] = field(default_factory=dict)
    """Names of pages -> the width of their list in percent, where the user has changed it."""

    def recent(self) -> list[Path]:
        """Return the recently opened files that still exist, the latest first."""
        return [path for path in map(Path, self.files) if disk.is_file(path, "it is not offered")]

    def known_catalogs(self) -> tuple[list[Path], list[Path]]:
        """Return the catalogs in the current folder, and recently opened catalogs elsewhere."""
        here = catalogs_here()
        near = {disk.real(path) for path in here}
        return here, [path for path in self.recent() if disk.real(path) not in near]

    def page_in(self, path: Path) -> str:
        """Return the page a file was left on; empty where none is known."""
        return self.files.get(_name(path), "")

    def note(self, path: Path, page: str) -> None:
        """Record that a file was open, and on which page."""
        rest = {name: known for name, known in self.files.items() if name != _name(path)}
        self.files = dict(list({_name(path): page, **rest}.items())[:MOST])

    def keep(self) -> None:
        """Write the state to its file; `disk.news` reports a failure, once for that file."""
        if self.path is None:
            return
        kept = {"theme": self.theme, "files": self.files, "shares": self.shares}
        if why := disk.write_file(self.path, json.dumps(kept, indent=1).encode()):
            disk.note(str(self.path), why, "where you were cannot be remembered")


def recall(path: Path | None) -> Memory:
    """Read the state from its file; return an empty one where it cannot be read, as nothing depends on it."""
    if path is None or not disk.may_be_there(path):
        return Memory(path)
    # Links are not followed: writing the state replaces a link rather than the file behind it.
    read = disk.content(path, MOST_BYTES, follow=False)
    if read.error is not None:
        disk.note(str(path), disk.why(read.error), _LOSS)
        return Memory(path)
    try:
        return _sound(path, json.loads(read.data) if len(read.data) <= MOST_BYTES else None)
    except (ValueError, LookupError, TypeError, AttributeError, RecursionError):
        disk.note(str(path), "it is damaged and was started afresh", _LOSS)
        return Memory(path)


def memory_path() -> Path | None:
    """Return the path of the state file in the user's state folder; None without a home."""
    folder = disk.own_folder("state")
    return None if folder is None else folder / "memory.json"


def _sound(path: Path, kept: Any) -> Memory:
    """Return parsed JSON of the shape that `keep` writes as Memory. Raises TypeError and others for another shape."""
    theme, files, shares = kept["theme"], kept["files"], kept.get("shares", {})
    if not all(isinstance(text, str) for text in (theme, *files, *files.values(), *shares)):
        raise TypeError
    if not all(type(share) in (int, float) and 0 < share < 100 for share in shares.values()):
        raise TypeError
    return Memory(path, theme, dict(list(files.items())[:MOST]), shares)


def _name(path: Path) -> str:
    return str(disk.absolute(path))
