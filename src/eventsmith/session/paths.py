"""Checks of typed paths for files to write."""

from __future__ import annotations

from pathlib import Path

from eventsmith.ground import disk


def path_of(text: str) -> Path:
    """Convert typed text to a path."""
    return disk.expand_home(text.strip())


def why_not_writable(text: str) -> str:
    """Explain why no file can be written at a typed path; empty where nothing speaks against it."""
    if not text.strip():
        return "A file needs a name"
    path = path_of(text)
    there, around = disk.kind(path), disk.kind(path.parent)
    if there == "folder":
        return f"{path} is a folder; add a file name"
    if around in ("nothing", "file", "other"):
        return f"There is no folder {path.parent}"
    return "This cannot be the name of a file" if "unknown" in (there, around) else ""
