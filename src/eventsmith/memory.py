"""What is remembered between two starts: files one had open, where one was in each, how the
screen looks and is divided.

Nothing anybody made is in it: lost or damaged, it is begun anew. Only its owner can read it.
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from eventsmith.catalog_files import catalogs_here

MOST = 30
"""Files. Who has more open forgets the oldest."""


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
        return [path for path in map(Path, self.files) if path.is_file()]

    def known_catalogs(self) -> tuple[list[Path], list[Path]]:
        """The catalogs of this folder, and those elsewhere that one had open lately."""
        here = catalogs_here()
        near = {path.resolve() for path in here}
        return here, [path for path in self.recent() if path.resolve() not in near]

    def place_in(self, path: Path) -> str:
        """Where one was in a file; empty where that is not known."""
        return self.files.get(_name(path), "")

    def note(self, path: Path, place: str) -> None:
        """Remembers that a file was open, and where one was in it."""
        rest = {name: where for name, where in self.files.items() if name != _name(path)}
        self.files = dict(list({_name(path): place, **rest}.items())[:MOST])

    def keep(self) -> None:
        """Writes it down. Raises OSError."""
        if self.path is None:
            return
        self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        beside = self.path.with_name(f"{self.path.name}.{os.getpid()}")
        try:
            with open(os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
                json.dump({"theme": self.theme, "files": self.files, "shares": self.shares}, file, indent=1)
            beside.replace(self.path)
        except OSError:
            with suppress(OSError):
                beside.unlink()
            raise


def recall(path: Path) -> Memory:
    """What was written down there; nothing where that cannot be read, as nothing depends on it."""
    try:
        kept = json.loads(path.read_text(encoding="utf-8"))
        theme, files, shares = kept["theme"], kept["files"], kept.get("shares", {})
        sound = isinstance(theme, str) and all(isinstance(text, str) for pair in files.items() for text in pair)
        sound = sound and all(isinstance(share, int | float) and 0 < share < 100 for share in shares.values())
    except (OSError, ValueError, LookupError, TypeError, AttributeError, RecursionError):
        return Memory(path)
    return Memory(path, theme, files, shares) if sound else Memory(path)


def memory_path() -> Path:
    """Where it is kept: in the person's folder of states."""
    from platformdirs import user_state_path

    return user_state_path("eventsmith") / "memory.json"


def _name(path: Path) -> str:
    return os.path.abspath(path)
