"""The options that say where a project has its presets and its destinations."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.cli._command import CommandError
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.cli._command import Parser


def presets_option(parser: Parser) -> None:
    """Add the option to a command."""
    parser.add_argument("--presets", metavar="DIR", help="the folder of the project's own presets (default: presets)")


def look_where_told(folder: str | None, option: str = "--presets") -> None:
    """Looks for the project's presets, or its destinations, in that folder, where one is told."""
    if folder is None:
        return
    from eventsmith import destinations, presets
    from eventsmith.ground import disk

    path = Path(folder)
    if disk.kind(path) in ("file", "other", "nothing"):
        raise CommandError(f"{option} {visible(folder)}: there is no such folder")
    (presets if option == "--presets" else destinations).look_in(path)
