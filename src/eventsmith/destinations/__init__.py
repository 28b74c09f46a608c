"""The platforms that events go to, with their limits: one data file each. Knows catalogs' words, but no catalogs.

A file says what a platform is sent as the event (`sends`: the ID or the name), what it takes, and where that is written
(`sources`). Lengths are in characters; a limit that is absent is a limit that the platform does not state.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal

_FOLDER = Path(__file__).parent
_TITLE = re.compile(r'^title\s*=\s*"([^"\\]*)"', re.MULTILINE)


@dataclass(frozen=True)
class Wording:
    """What a platform takes as a name of something."""

    max_length: int | None = None
    pattern: str = ""
    """A regular expression for the whole; `pattern_says` puts it in words."""
    pattern_says: str = ""
    reserved: frozenset[str] = frozenset()
    reserved_prefixes: tuple[str, ...] = ()

    def refuses(self, text: str) -> str | None:
        """Why the platform does not take the text, to be read after “takes …”; None where it does."""
        if self.max_length is not None and len(text) > self.max_length:
            return f"at most {self.max_length} characters, this has {len(text)}"
        if self.pattern and not re.fullmatch(self.pattern, text):
            return self.pattern_says
        if text in self.reserved:
            return f"no “{text}”: it keeps that word for itself"
        prefix = next((p for p in self.reserved_prefixes if text.startswith(p)), None)
        return f"nothing that starts with “{prefix}”: it keeps that for itself" if prefix else None


@dataclass(frozen=True)
class Destination:
    """One platform."""

    id: str
    """As a catalog names it; the name of its file."""
    title: str
    sends: Literal["id", "name"]
    sources: tuple[str, ...]
    event: Wording = Wording()
    """Of what is sent as the event."""
    label: Wording = Wording()
    """Of the event's name where people read it, when the ID is what is sent."""
    property: Wording = Wording()
    max_properties: int | None = None
    max_lists: int | None = None
    max_text: int | None = None
    """Of a text value."""


@cache
def destination_titles() -> dict[str, str]:
    """Name -> title of every destination, by title. Parses no file, so that a first screen can show it at once."""
    titles = {}
    for path in _FOLDER.glob("*.toml"):
        found = _TITLE.search(path.read_text(encoding="utf-8"))
        titles[path.stem] = found[1] if found else path.stem
    return dict(sorted(titles.items(), key=lambda item: item[1].casefold()))


@cache
def destination(name: str) -> Destination | None:
    """The destination of that name, or None where there is none."""
    from eventsmith.store import toml_table

    if name not in destination_titles():
        return None
    table = toml_table((_FOLDER / f"{name}.toml").read_bytes())
    return Destination(
        id=name,
        title=table["title"],
        sends=table["sends"],
        sources=tuple(table["sources"]),
        event=_wording(table.get("event", {})),
        label=_wording(table.get("label", {})),
        property=_wording(table.get("property", {})),
        max_properties=table.get("max_properties"),
        max_lists=table.get("max_lists"),
        max_text=table.get("max_text"),
    )


def _wording(table: Mapping[str, Any]) -> Wording:
    return Wording(
        max_length=table.get("max_length"),
        pattern=table.get("pattern", ""),
        pattern_says=table.get("pattern_says", ""),
        reserved=frozenset(table.get("reserved", ())),
        reserved_prefixes=tuple(table.get("reserved_prefixes", ())),
    )
