"""Whether what somebody typed can be the path of a file to write."""

from __future__ import annotations

from pathlib import Path

from eventsmith.ground import disk


def path_of(text: str) -> Path:
    """Return the path that somebody means."""
    return disk.expand_home(text.strip())


def why_not_to(text: str) -> str:
    """Why nothing can be written there; empty where nothing speaks against it."""
    if not text.strip():
        return "A file needs a name"
    path = path_of(text)
    there, around = disk.kind(path), disk.kind(path.parent)
    if there == "folder":
        return f"{path} is a folder; add a file name"
    if around in ("nothing", "file", "other"):
        return f"There is no folder {path.parent}"
    return "This cannot be the name of a file" if "unknown" in (there, around) else ""
