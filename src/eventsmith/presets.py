"""Presets: catalogs to start from, one industry per file.

Some are shipped; a user and a project may each have a folder of their own. An own preset replaces a shipped one of the
same name. Only the presets asked for are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from eventsmith.ground import disk
from eventsmith.ground.nearest import nearest_name
from eventsmith.ground.shelf import Broken, DataFile, Shelf

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_TITLE = re.compile(r'^name\s*=\s*"([^"\\\n]*)"', re.MULTILINE)
_CATALOG = re.compile(r"^(format\s*=|\[\[\s*(events|campaigns)\s*\]\])", re.MULTILINE)

Preset = DataFile
"""A preset to pick; `preset_catalog` reads its catalog."""


class PresetError(LookupError):
    """A preset is not available; the text says why and what would help."""


class NoSuchPresetError(PresetError):
    """There is no preset of that name; the text names the nearest one, or all."""


class BrokenPresetError(PresetError):
    """A preset's file cannot be read whole; the text says where and why."""


def preset_folder() -> Path:
    """Return the folder of the shipped presets: that of the installed package, or of the checkout."""
    package = Path(__file__).parent
    shipped = package / "_presets"
    return package.parents[1] / "presets" if disk.kind(shipped) == "nothing" else shipped


SHELF = Shelf("preset", preset_folder, _CATALOG, _TITLE)


def own_folders() -> dict[str, Path]:
    """Return the folders of own presets, existing or not, the project's first; `yours` only where there is a home."""
    return SHELF.own_folders()


def look_in(folder: Path) -> None:
    """Set the project's presets folder, `presets` by default; call it before any preset is asked for."""
    SHELF.project = folder


def all_presets() -> tuple[Preset, ...]:
    """List every preset, own ones first, by title. Reads the head of each file and parses none."""
    return SHELF.files()


def own_presets() -> list[Preset]:
    """List the presets that are not shipped."""
    return [preset for preset in all_presets() if preset.whose]


def preset_catalog(name: str) -> Catalog:
    """Return the catalog of a preset. Raises NoSuchPresetError and BrokenPresetError."""
    found = SHELF.find(name)
    if found is None:
        names = [preset.name for preset in all_presets()]
        near = nearest_name(name, names)
        cure = f"did you mean “{near}”?" if near else f"there are: {', '.join(names)}"
        among = "" if SHELF.is_known_whole() else " among those that can be read"
        raise NoSuchPresetError(f"There is no preset “{name}”{among}; {cure}")
    catalog, broken = _read(found.path)
    if broken is not None:
        raise BrokenPresetError(f"The preset “{name}” is broken: {found.path}:{broken.message}")
    return catalog


def presets_of(industries: Iterable[str]) -> list[Catalog]:
    """Return the catalogs of the presets for the given industries, without missing and broken ones."""
    wanted = dict.fromkeys(industries)
    paths = {preset.name: preset.path for preset in all_presets()} if wanted else {}
    read = [_read(paths[name]) for name in wanted if name in paths]
    return [catalog for catalog, broken in read if broken is None]


def broken_presets() -> dict[str, Broken]:
    """Return why each broken preset among the own ones cannot be read whole, by the preset's name."""
    return {preset.name: broken for preset in own_presets() if (broken := _read(preset.path)[1])}


def forget_presets() -> None:
    """Forget all folders and catalogs read so far, so that a new preset is found."""
    SHELF.forget()
    _read.cache_clear()


@cache
def _read(path: Path) -> tuple[Catalog, Broken | None]:
    """Return the catalog of a file and None; or an empty catalog and why the file cannot be read whole."""
    from eventsmith.model import Catalog, written_out
    from eventsmith.store import CannotReadError, read_file
    from eventsmith.store.errors import UNREADABLE

    try:
        document = read_file(path)
    except CannotReadError as error:
        problems = [error.problem]
    else:
        problems = list(document.problems)
        if not problems:
            return written_out(document.catalog), None
    told = [(problem.line, problem.column, problem.message) for problem in problems]
    return Catalog(), SHELF.broken(path, told, is_hidden=problems[0].rule == UNREADABLE)
