"""How catalog files are called, and which ones there are in this folder. Needs nothing loaded: it is asked at once."""

from pathlib import Path

ENDING = ".events.toml"
"""How catalog files are called by convention."""


def catalogs_here() -> list[Path]:
    """The catalog files of this folder, by name."""
    try:
        return sorted(path for path in Path().glob(f"*{ENDING}") if path.is_file())
    except OSError:
        return []
