"""Where a catalog can start: presets, an industry a file, each a catalog. Parses only what is asked for."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from difflib import get_close_matches
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.model import Catalog

_TITLE = re.compile(r'^name\s*=\s*"([^"\\]*)"', re.MULTILINE)
_HEAD = 4096
"""Bytes within which a preset's name stands."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A preset that can be picked; its catalog is read by `preset_catalog`."""

    name: str
    """As `industries` and the command line name it: its file's name."""
    title: str
    path: Path


class NoSuchPresetError(LookupError):
    """There is no preset of that name. Its text names the nearest one, or all."""


def preset_folder() -> Path:
    """The presets of the installed package, or of the checkout."""
    package = Path(__file__).parent
    shipped = package / "_presets"
    return shipped if shipped.is_dir() else package.parents[1] / "presets"


@cache
def all_presets() -> tuple[Preset, ...]:
    """Every preset by title. Reads the head of each file and parses none."""
    return tuple(sorted(map(_preset, preset_folder().glob("*.toml")), key=lambda preset: preset.title.casefold()))


@cache
def preset_catalog(name: str) -> Catalog:
    """The catalog of a preset. Raises NoSuchPresetError, and the store's CannotReadError for one that is broken."""
    from eventsmith.store import read_file

    found = next((preset for preset in all_presets() if preset.name == name), None)
    if found is None:
        names = [preset.name for preset in all_presets()]
        near = get_close_matches(name.casefold(), names, n=1)
        cure = f"did you mean “{near[0]}”?" if near else f"there are: {', '.join(names)}"
        raise NoSuchPresetError(f"There is no preset “{name}”; {cure}")
    return read_file(found.path).catalog


def presets_of(industries: Iterable[str]) -> list[Catalog]:
    """The catalogs of the industries that there are presets for."""
    names = {preset.name for preset in all_presets()}
    return [preset_catalog(name) for name in dict.fromkeys(industries) if name in names]


def _preset(path: Path) -> Preset:
    with path.open("rb") as file:
        head = file.read(_HEAD).decode("utf-8", "replace")
    title = _TITLE.search(head)
    return Preset(path.stem, title[1] if title else path.stem, path)
