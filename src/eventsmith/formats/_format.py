"""What a format is, and how a format's file is turned into one. Knows no particular format.

A format is a decorated function from a catalog to the files it becomes, in a file named for the format; the first line
of the file's docstring is what help shows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sys import modules

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

    @property
    def summary(self) -> str:
        """One line for help."""
        return (modules[self.write.__module__].__doc__ or "").strip().partition("\n")[0].rstrip(".")


def one_file(suffix: str) -> Callable[[Callable[[Catalog], tuple[str, Iterable[str]]]], Format]:
    """Makes the decorated function, from catalog to text and losses, the format of its file, with one file of UTF-8."""

    def decorate(write_text: Callable[[Catalog], tuple[str, Iterable[str]]]) -> Format:
        def write(catalog: Catalog) -> Written:
            text, losses = write_text(catalog)
            return Written({f"catalog{suffix}": text.encode()}, tuple(map(visible, losses)))

        write.__module__ = write_text.__module__
        return Format(title_of(write_text.__module__), suffix, write)

    return decorate
