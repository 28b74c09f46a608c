"""The option that says where a project's presets are."""

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


def look_where_told(folder: str | None) -> None:
    """Look for the project's presets in the folder, if one is given. Raises CommandError if it does not exist."""
    if folder is None:
        return
    from eventsmith.ground import disk
    from eventsmith.presets import look_in

    path = Path(folder)
    if disk.kind(path) in ("file", "other", "nothing"):
        raise CommandError(f"--presets {visible(folder)}: there is no such folder")
    look_in(path)
