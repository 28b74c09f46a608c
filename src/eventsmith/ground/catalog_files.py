"""The naming convention of catalog files, and those in the current folder. Imports little: start-up needs it."""

from pathlib import Path

from eventsmith.ground import disk

ENDING = ".events.toml"
"""The conventional ending of a catalog file's name."""


def catalogs_here() -> list[Path]:
    """List the catalog files in the current folder, by name."""
    found = disk.list_folder(Path(), "the catalogs there are not offered", ENDING)
    return [path for path in found if disk.is_file(path, "it is not offered")]
