"""Destinations: the platforms that events are sent to, with their limits, one data file each.

A file says what a platform receives as the event (`sends`), what it accepts, and where that is documented
(`sources`). A platform that shows people exactly what it receives gets the name; one that takes only what program code
can spell gets the ID. An absent limit is one that the platform does not state; where its pages differ, the file has
the strictest and says so.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from eventsmith.destinations._destination import Destination
from eventsmith.destinations._refusals import all_of, excess, refusal
from eventsmith.destinations._wording import Wording

__all__ = [
    "Destination",
    "Wording",
    "all_of",
    "destination",
    "destination_titles",
    "excess",
    "read_destination",
    "refusal",
]

_FOLDER = Path(__file__).parent
_WORDINGS = ("event", "label", "property", "text")


@cache
def destination_titles() -> dict[str, str]:
    """Return the title of every destination by name, sorted by title. Parses no file, to keep start-up fast."""
    titles = {}
    for path in _FOLDER.glob("*.toml"):
        # Read no further than the first line, which is the title of each: the rest may be long.
        with path.open(encoding="utf-8") as file:
            titles[path.stem] = file.readline().partition('"')[2].rpartition('"')[0]
    return dict(sorted(titles.items(), key=lambda item: item[1].casefold()))


@cache
def destination(name: str) -> Destination | None:
    """Return the destination of that name, or None."""
    from eventsmith.store import toml_table

    if name not in destination_titles():
        return None
    return read_destination(name, toml_table((_FOLDER / f"{name}.toml").read_bytes()))


def read_destination(name: str, table: Mapping[str, Any]) -> Destination:
    """Build a destination from the contents of its data file. Raises TypeError for an unknown or a missing key."""
    facts = _frozen(table)
    for key in _WORDINGS:
        if key in facts:
            facts[key] = Wording(**_frozen(facts[key]))
    return Destination(id=name, **facts)


def _frozen(table: Mapping[str, Any]) -> dict[str, Any]:
    return {key: tuple(value) if isinstance(value, list) else value for key, value in table.items()}
