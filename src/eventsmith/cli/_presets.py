"""The option that says where a project has its presets."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.cli._command import CommandError
from eventsmith.ground.sanitise import visible

if TYPE_CHECKING:
    from eventsmith.cli._command import Parser


def presets_option(parser: Parser) -> None:
    """Has the command take it."""
    parser.add_argument("--presets", metavar="DIR", help="the project's own presets; default: presets, where it is")


def look_where_told(folder: str | None) -> None:
    """Looks for the project's presets in that folder, where one is told."""
    if folder is None:
        return
    from eventsmith.ground import disk
    from eventsmith.presets import look_in

    path = Path(folder)
    if disk.kind(path) in ("file", "other", "nothing"):
        raise CommandError(f"--presets {visible(folder)}: there is no such folder")
    look_in(path)
