"""The options that say where a project keeps its presets and its destinations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.cli._command import CommandError
from eventsmith.ground import disk
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.cli._command import Parser

PRESETS, DESTINATIONS = "--presets", "--destinations"


def presets_option(parser: Parser) -> None:
    """Add the option to a command."""
    parser.add_argument(PRESETS, metavar="DIR", help="the folder of the project's own presets (default: presets)")


def use_presets_in(folder: str | None) -> None:
    """Take the project's presets from a folder, if one is given. Raises CommandError if it does not exist."""
    if folder is not None:
        from eventsmith import presets

        presets.look_in(_existing(PRESETS, folder))


def use_destinations_in(folder: str) -> None:
    """Take the project's destinations from a folder. Raises CommandError if it does not exist."""
    from eventsmith import destinations

    destinations.look_in(_existing(DESTINATIONS, folder))


def _existing(option: str, folder: str) -> Path:
    path = Path(folder)
    if disk.kind(path) in ("file", "other", "nothing"):
        raise CommandError(f"{option} {visible(folder)}: there is no such folder")
    return path
