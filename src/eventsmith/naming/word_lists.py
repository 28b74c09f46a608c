"""A reader for the word lists that lie beside this code; each file is read once."""

from __future__ import annotations

import os
from functools import cache


@cache
def sections(file: str) -> dict[str, tuple[str, ...]]:
    """Return the words of a list file by `[section]`; words before the first section stand under `""`."""
    found: dict[str, list[str]] = {"": []}
    words = found[""]
    for line in _lines(file):
        if line.startswith("["):
            words = found.setdefault(line[1:-1], [])
        else:
            words.extend(line.split())
    return {section: tuple(listed) for section, listed in found.items()}


@cache
def rows(file: str) -> tuple[tuple[str, ...], ...]:
    """Return the rows of a list file in which every line is one entry of several words."""
    return tuple(tuple(line.split()) for line in _lines(file))


def _lines(file: str) -> list[str]:
    # Not pathlib, nor dataclasses in the modules beside: importing them takes longer than all of this.
    with open(os.path.join(os.path.dirname(__file__), file), encoding="utf-8") as lines:
        return [line for line in lines.read().splitlines() if line and not line.startswith("#")]
