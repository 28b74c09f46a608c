"""What a format is, and how a format's file is turned into one. Knows no particular format.

A format is a decorated function from a catalog to the files it becomes, in a file named for the format; the first line
of the file's docstring is what help shows.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sys import modules

from eventsmith.formats._losses import Holds, not_held
from eventsmith.ground.one_per_file import title_of
from eventsmith.ground.sanitise import visible
from eventsmith.model import Catalog


@dataclass(frozen=True)
class Written:
    """What a catalog became."""

    files: dict[str, bytes]
    """By path within the folder that is to be written. No path is made of a catalog's text."""
    losses: tuple[str, ...] = ()
    """What the format cannot hold, a sentence each, in visible characters."""


@dataclass(frozen=True)
class Format:
    """One thing that a catalog can become."""

    name: str
    """As `eventsmith export --to` names it."""
    suffix: str
    """By convention the end of its file's name, with the dot."""
    write: Callable[[Catalog], Written]
    holds: Holds
    """What it keeps of the model; all else reports itself as lost."""

    @property
    def summary(self) -> str:
        """One line for help: its title, a colon, and what it is."""
        return _summary(self.write.__module__)


def one_file(suffix: str, *, holds: Holds) -> Callable[[Callable[[Catalog], tuple[str, Iterable[str]]]], Format]:
    """Make the decorated function, from catalog to text and losses, a format that writes one file of UTF-8.

    `holds` names the fields of each noun that it keeps, nouns within nouns by the field that they stand in. A field
    that is not named is told as lost wherever it has a value; the function itself tells only what becomes of some
    values of the fields that it keeps.
    """

    def decorate(write_text: Callable[[Catalog], tuple[str, Iterable[str]]]) -> Format:
        module = write_text.__module__

        def write(catalog: Catalog) -> Written:
            text, losses = write_text(catalog)
            title = re.split(r":| \(", _summary(module))[0]
            told = (*not_held(catalog, title, holds), *losses)
            return Written({f"catalog{suffix}": text.encode()}, tuple(map(visible, told)))

        write.__module__ = module
        return Format(title_of(module), suffix, write, holds)

    return decorate


def _summary(module: str) -> str:
    return (modules[module].__doc__ or "").strip().partition("\n")[0].rstrip(".")
