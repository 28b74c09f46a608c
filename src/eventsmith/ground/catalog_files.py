"""How catalog files are called, and which ones there are in this folder. Needs nothing loaded: it is asked at once."""

from pathlib import Path

from eventsmith.ground import disk

ENDING = ".events.toml"
"""How catalog files are called by convention."""


def catalogs_here() -> list[Path]:
    """The catalog files of this folder, by name."""
    found = disk.listed(Path(), "the catalogs there are not offered", ENDING)
    return [path for path in found if disk.is_file(path, "it is not offered")]
