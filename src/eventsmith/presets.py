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
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_TITLE = re.compile(r'^name\s*=\s*"([^"\\]*)"', re.MULTILINE)
_CATALOG = re.compile(r"^(format\s*=|\[\[\s*(events|campaigns)\s*\]\])", re.MULTILINE)
_HEAD = 16384
"""Bytes within which a preset's name stands, and what tells it from another TOML file."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset that can be picked; its catalog is read by `preset_catalog`."""

    name: str
    """As `industries` and the command line name it: its file's name."""
    title: str
    path: Path
    whose: str = ""
    """Empty for ours, else `yours` or `project`."""


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
    return shipped if shipped.is_dir() else package.parents[1] / "presets"


def own_folders() -> dict[str, Path]:
    """The folders of one's own presets, the project's first, whether they exist or not."""
    from platformdirs import user_data_path

    return {"project": _project.absolute(), "yours": user_data_path("eventsmith", appauthor=False) / "presets"}


def look_in(folder: Path) -> None:
    """Has the project's presets in another folder than `presets` where one is. Said once, before any is asked for."""
    global _project
    _project = folder


_project = Path("presets")


def all_presets() -> tuple[Preset, ...]:
    """Every preset, one's own first, by title. Reads the head of each file and parses none."""
    return _all_in((*own_folders().items(), ("", preset_folder())))


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
        raise NoSuchPresetError(f"There is no preset “{name}”; {cure}")
    catalog, problem = _read(found.path)
    if catalog is None:
        raise BrokenPresetError(f"The preset “{name}” is broken: {found.path}:{problem}")
    return catalog


def presets_of(industries: Iterable[str]) -> list[Catalog]:
    """The catalogs of the industries that there are presets for. Those that are broken are left out."""
    wanted = dict.fromkeys(industries)
    paths = {preset.name: preset.path for preset in all_presets()} if wanted else {}
    catalogs = [_read(paths[name])[0] for name in wanted if name in paths]
    return [catalog for catalog in catalogs if catalog is not None]


def broken_presets() -> dict[str, tuple[Path, str]]:
    """Names of one's own presets that cannot be read whole -> the file, and line, column and reason."""
    return {preset.name: (preset.path, told) for preset in own_presets() if (told := _read(preset.path)[1])}


def forget_presets() -> None:
    """Has all folders looked at anew: a preset was written."""
    _all_in.cache_clear()
    _read.cache_clear()


@lru_cache(maxsize=8)
def _all_in(folders: tuple[tuple[str, Path], ...]) -> tuple[Preset, ...]:
    """The presets of the folders; of one name the first, and of one folder once."""
    found: dict[str, Preset] = {}
    seen: set[Path] = set()
    ours = folders[-1][1].resolve()
    for whose, folder in folders:
        real = folder.resolve()
        if real in seen or (whose and real == ours):
            continue
        seen.add(real)
        presets = [preset for path in folder.glob("*.toml") if (preset := _preset(path, whose))]
        for preset in sorted(presets, key=lambda preset: (preset.title.casefold(), preset.name)):
            found.setdefault(preset.name, preset)
    return tuple(found.values())


def _preset(path: Path, whose: str) -> Preset | None:
    """The preset in the file; None where it is another TOML file. One that cannot be read is one, and broken."""
    try:
        if not path.is_file():
            return None
        with path.open("rb") as file:
            head = file.read(_HEAD).decode("utf-8", "replace")
    except OSError:
        return Preset(path.stem, path.stem, path, whose)
    if not _CATALOG.search(head):
        return None
    title = _TITLE.search(head)
    return Preset(path.stem, (title[1] if title else "") or path.stem, path, whose)


@cache
def _read(path: Path) -> tuple[Catalog | None, str]:
    """The catalog of a file; or None, and line, column and reason why it cannot be read whole."""
    from eventsmith.store import CannotReadError, read_file

    try:
        document = read_file(path)
    except CannotReadError as error:
        problems = [error.problem]
    else:
        problems = list(document.problems)
        if not problems:
            return document.catalog, ""
    first, more = problems[0], len(problems) - 1
    rest = f" (and {more} more)" if more else ""
    return None, f"{first.line}:{first.column}: {first.message}{rest}"
