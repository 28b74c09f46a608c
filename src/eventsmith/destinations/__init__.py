"""Destinations: the platforms that events are sent to, with their limits, one data file each.

A file says what a platform receives as the event (`sends`), what it accepts, and where that is documented
(`sources`). A platform that shows people exactly what it receives gets the name; one that takes only what program code
can spell gets the ID. An absent limit is one that the platform does not state; where its pages differ, the file has
the strictest and says so.

Some are shipped; a user and a project may each have a folder of their own. An own destination replaces a shipped one of
the same name, even if it cannot be read: falling back on other limits would go unnoticed.
"""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.destinations._destination import Destination
from eventsmith.destinations._refusals import all_of, excess, refusal
from eventsmith.destinations._wording import Wording
from eventsmith.ground import disk
from eventsmith.ground.shelf import Broken, DataFile, Shelf

if TYPE_CHECKING:
    from eventsmith.destinations._data_file import DestinationFile

__all__ = [
    "SHELF",
    "Destination",
    "Wording",
    "all_destinations",
    "all_of",
    "broken_destinations",
    "destination",
    "excess",
    "forget_destinations",
    "look_in",
    "refusal",
    "shipped_destination",
    "shipped_destinations",
    "why_broken",
]

_MARK = re.compile(
    r"^\s*[\"']?(title|sends|sources|max_(events|properties|lists))[\"']?\s*="
    r"|^\s*\[\s*(event|label|property|text|by_hand)\s*\]",
    re.MULTILINE,
)
_TITLE = re.compile(r'^title\s*=\s*"([^"\\\n]*)"', re.MULTILINE)

SHELF = Shelf("destination", lambda: Path(__file__).parent, _MARK, _TITLE)


def look_in(folder: Path) -> None:
    """Set the project's folder of destinations, `destinations` by default; call it before any is asked for."""
    SHELF.project = folder


def all_destinations() -> tuple[DataFile, ...]:
    """List every destination, own ones first, by title. Reads the head of each file and parses none."""
    return SHELF.files()


@cache
def destination(name: str) -> Destination | None:
    """Return the destination of that name; None if there is none, or its own file is broken.

    Cached, because it is asked for every event. Raises OSError if a shipped file cannot be read.
    """
    file = SHELF.find(name)
    if file is None:
        return None
    return _read(name, file.path).destination if file.whose else shipped_destination(name)


def shipped_destination(name: str) -> Destination | None:
    """Return the destination as shipped, ignoring the own folders. Raises OSError as `destination` does."""
    return _read(name, SHELF.shipped() / f"{name}.toml").destination


def shipped_destinations() -> list[str]:
    """List the names of the shipped destinations, sorted."""
    return sorted(path.stem for path in disk.list_folder(SHELF.shipped(), "those shipped are not offered", ".toml"))


def broken_destinations() -> dict[str, Broken]:
    """Return why each broken own destination cannot be read whole, by name."""
    own = [file for file in all_destinations() if file.whose]
    return {file.name: broken for file in own if (broken := _broken(file))}


def why_broken(name: str) -> str:
    """Return where and why the file of a destination cannot be read whole; empty if it can, or if there is none."""
    file = SHELF.find(name)
    broken = None if file is None else _broken(file)
    return "" if broken is None else f"{disk.from_here(broken.path)}:{broken.message}"


def forget_destinations() -> None:
    """Forget all folders and files read so far, so that a new one is found."""
    SHELF.forget()
    destination.cache_clear()
    _read.cache_clear()


def _broken(file: DataFile) -> Broken | None:
    reading = _read(file.name, file.path)
    return SHELF.broken(file.path, reading.problems, is_hidden=reading.error is not None) if reading.problems else None


@cache
def _read(name: str, path: Path) -> DestinationFile:
    # Loaded with the first file that is read: the first paint reads none.
    from eventsmith.destinations._data_file import read_destination

    reading = read_destination(name, path)
    if reading.error is not None and path.parent == SHELF.shipped():
        # Going on without its limits would go unnoticed.
        raise reading.error
    return reading
