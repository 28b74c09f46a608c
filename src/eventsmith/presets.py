"""Where a catalog can start: presets, an industry a file, each a catalog. Parses only what is asked for.

Ours are shipped; a person keeps own ones in a folder, and so does a project. One's own goes before ours of that name.
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
"""Bytes within which a preset's name stands, and what tells it from another TOML file."""
_LOSS = "the presets there are left out"
_LEFT_OUT = "the preset is left out"


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset that can be picked; its catalog is read by `preset_catalog`."""

    name: str
    """As `industries` and the command line name it: its file's name."""
    title: str
    path: Path
    whose: str = ""
    """Empty for ours, else `yours` or `project`."""


class Broken(NamedTuple):
    """A preset that cannot be read whole."""

    path: Path
    told: str
    """Line, column and reason."""
    is_hidden: bool
    """Whether the disk does not give it out; else it is what stands in it that is wrong."""


class PresetError(LookupError):
    """A preset cannot be had. Its text says why, and what would help."""


class NoSuchPresetError(PresetError):
    """There is no preset of that name. Its text names the nearest one, or all."""


class BrokenPresetError(PresetError):
    """The file of a preset cannot be read whole. Its text says where and why."""


def preset_folder() -> Path:
    """The presets of the installed package, or of the checkout."""
    package = Path(__file__).parent
    shipped = package / "_presets"
    return package.parents[1] / "presets" if disk.kind(shipped) == "nothing" else shipped


def own_folders() -> dict[str, Path]:
    """The folders of one's own presets, the project's first, whether they exist or not; yours only with a home."""
    folders = {"project": disk.absolute(_project)}
    if (own := disk.own_folder("data")) is not None:
        folders["yours"] = own / "presets"
    return folders


def look_in(folder: Path) -> None:
    """Has the project's presets in another folder than `presets` where one is. Said once, before any is asked for."""
    global _project
    _project = folder


_project = Path("presets")


def all_presets() -> tuple[Preset, ...]:
    """Every preset, one's own first, by title. Reads the head of each file and parses none."""
    return _all_in(tuple(_folders().items()))


def _folders() -> dict[str, Path]:
    """One's own folders, and ours, which is nobody's."""
    return {**own_folders(), "": preset_folder()}


def own_presets() -> list[Preset]:
    """Those that are not ours."""
    return [preset for preset in all_presets() if preset.whose]


def preset_catalog(name: str) -> Catalog:
    """The catalog of a preset. Raises NoSuchPresetError and BrokenPresetError."""
    found = next((preset for preset in all_presets() if preset.name == name), None)
    if found is None:
        names = [preset.name for preset in all_presets()]
        near = get_close_matches(name.casefold(), names, n=1)
        cure = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names)}"
        among = " among those that can be read" if any(map(disk.is_amiss, _folders().values())) else ""
        raise NoSuchPresetError(f"There is no preset “{name}”{among}; {cure}")
    catalog, broken = _read(found.path)
    if broken is not None:
        raise BrokenPresetError(f"The preset “{name}” is broken: {found.path}:{broken.told}")
    return catalog


def presets_of(industries: Iterable[str]) -> list[Catalog]:
    """The catalogs of the industries that there are presets for. Those that are broken are left out."""
    wanted = dict.fromkeys(industries)
    paths = {preset.name: preset.path for preset in all_presets()} if wanted else {}
    read = [_read(paths[name]) for name in wanted if name in paths]
    return [catalog for catalog, broken in read if broken is None]


def broken_presets() -> dict[str, Broken]:
    """Names of one's own presets that cannot be read whole -> what is wrong."""
    return {preset.name: broken for preset in own_presets() if (broken := _read(preset.path)[1])}


def forget_presets() -> None:
    """Has all folders looked at anew: a preset was written."""
    _all_in.cache_clear()
    _read.cache_clear()


@lru_cache(maxsize=8)
def _all_in(folders: tuple[tuple[str, Path], ...]) -> tuple[Preset, ...]:
    """The presets of the folders; of one name the first, and of one folder once."""
    found: dict[str, Preset] = {}
    seen: set[Path] = set()
    ours = disk.real(folders[-1][1])
    for whose, folder in folders:
        real = disk.real(folder)
        if real in seen or (whose and real == ours):
            continue
        seen.add(real)
        presets = [preset for path in disk.listed(folder, _LOSS, ".toml") if (preset := _preset(path, whose))]
        for preset in sorted(presets, key=lambda preset: (preset.title.casefold(), preset.name)):
            found.setdefault(preset.name, preset)
    return tuple(found.values())


def _preset(path: Path, whose: str) -> Preset | None:
    """The preset in the file; None where it is another TOML file. One that cannot be read is one, and broken."""
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
    """The catalog of a file; or an empty one, and why it cannot be read whole."""
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
