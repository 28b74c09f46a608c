"""Whether what somebody typed can be the path of a file to write. Knows no screen."""

from __future__ import annotations

from pathlib import Path


def path_of(text: str) -> Path:
    """The path that somebody means."""
    return Path(text.strip()).expanduser()


def why_not_to(text: str) -> str:
    """Why nothing can be written there; empty where nothing speaks against it."""
    if not text.strip():
        return "A file needs a name"
    try:
        path = path_of(text)
        if path.is_dir():
            return f"{path} is a folder; add a file name"
        if not path.parent.is_dir():
            return f"There is no folder {path.parent}"
    except (OSError, RuntimeError, ValueError):  # RuntimeError: there is no such person's home
        return "This cannot be the name of a file"
    return ""
