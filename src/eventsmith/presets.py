"""Presets: catalogs to start from, one industry per file.

Some are shipped; a user and a project may each have a folder of their own. An own preset replaces a shipped one of the
same name. Only the presets asked for are parsed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from eventsmith.ground import disk

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_TITLE = re.compile(r'^name\s*=\s*"([^"\\]*)"', re.MULTILINE)
_CATALOG = re.compile(r"^(format\s*=|\[\[\s*(events|campaigns)\s*\]\])", re.MULTILINE)
_HEAD = 16384
"""The number of leading bytes that hold a preset's name and distinguish a catalog from another TOML file."""
_LOSS = "the presets there are left out"
_LEFT_OUT = "the preset is left out"


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset to pick; `preset_catalog` reads its catalog."""

    name: str
    """The file's name without its ending, as `industries` and the command line write it."""
    title: str
    path: Path
    whose: str = ""
    """Empty for a shipped preset, otherwise `yours` or `project`."""


class Broken(NamedTuple):
    """A preset that cannot be read whole."""

    path: Path
    message: str
    """Line, column and reason."""
    is_hidden: bool
    """Whether the file could not be read at all, rather than read and found wrong."""


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


def own_folders() -> dict[str, Path]:
    """Return the folders of own presets, existing or not, the project's first; `yours` only where there is a home."""
    folders = {"project": disk.absolute(_project)}
    if (own := disk.own_folder("data")) is not None:
        folders["yours"] = own / "presets"
    return folders


def look_in(folder: Path) -> None:
    """Set the project's presets folder, `presets` by default; call it before any preset is asked for."""
    global _project
    _project = folder


_project = Path("presets")


def all_presets() -> tuple[Preset, ...]:
    """List every preset, own ones first, by title. Reads the head of each file and parses none."""
    return _all_in(tuple(_folders().items()))


def _folders() -> dict[str, Path]:
    """Return the own folders and, under an empty name, that of the shipped presets."""
    return {**own_folders(), "": preset_folder()}


def own_presets() -> list[Preset]:
    """List the presets that are not shipped."""
    return [preset for preset in all_presets() if preset.whose]


def preset_catalog(name: str) -> Catalog:
    """Return the catalog of a preset. Raises NoSuchPresetError and BrokenPresetError."""
    found = next((preset for preset in all_presets() if preset.name == name), None)
    if found is None:
        names = [preset.name for preset in all_presets()]
        near = get_close_matches(name.casefold(), names, n=1)
        cure = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names)}"
        among = " among those that can be read" if any(map(disk.is_amiss, _folders().values())) else ""
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
    _all_in.cache_clear()
    _read.cache_clear()


@lru_cache(maxsize=8)
def _all_in(folders: tuple[tuple[str, Path], ...]) -> tuple[Preset, ...]:
    """List the presets in the folders, reading each folder once; of presets with one name, the first is kept."""
    found: dict[str, Preset] = {}
    seen: set[Path] = set()
    ours = disk.real(folders[-1][1])
    for whose, folder in folders:
        real = disk.real(folder)
        if real in seen or (whose and real == ours):
            continue
        seen.add(real)
        presets = [preset for path in disk.list_folder(folder, _LOSS, ".toml") if (preset := _preset(path, whose))]
        for preset in sorted(presets, key=lambda preset: (preset.title.casefold(), preset.name)):
            found.setdefault(preset.name, preset)
    return tuple(found.values())


def _preset(path: Path, whose: str) -> Preset | None:
    """Return the preset in a file; None for another kind of TOML file. An unreadable file counts as a broken preset."""
    if disk.kind(path) in ("folder", "nothing"):
        return None
    read = disk.content(path, _HEAD)
    if read.error is not None:
        disk.note(str(path), disk.why(read.error), _LEFT_OUT)
        return Preset(path.stem, path.stem, path, whose)
    head = read.data[:_HEAD].decode("utf-8", "replace")
    if not _CATALOG.search(head):
        return None
    title = _TITLE.search(head)
    return Preset(path.stem, (title[1] if title else "") or path.stem, path, whose)


@cache
def _read(path: Path) -> tuple[Catalog, Broken | None]:
    """Return the catalog of a file and None; or an empty catalog and why the file cannot be read whole."""
    from eventsmith.model import Catalog
    from eventsmith.store import CannotReadError, read_file
    from eventsmith.store.errors import UNREADABLE

    try:
        document = read_file(path)
    except CannotReadError as error:
        problems = [error.problem]
    else:
        problems = list(document.problems)
        if not problems:
            return document.catalog, None
    first, more = problems[0], len(problems) - 1
    rest = f" (and {more} more)" if more else ""
    is_hidden = first.rule == UNREADABLE
    if is_hidden:
        disk.note(str(path), first.message, _LEFT_OUT)
    return Catalog(), Broken(path, f"{first.line}:{first.column}: {first.message}{rest}", is_hidden)
