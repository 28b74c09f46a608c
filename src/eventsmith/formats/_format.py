"""The type of export formats, and the decorator that makes one of a function.

A format is a decorated function from a catalog to files, in a module named for the format; help shows the first line of
the module's docstring.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from sys import modules

from eventsmith.formats._losses import Holds, not_held
from eventsmith.ground.one_per_file import title_of
from eventsmith.ground.sanitise import visible
from eventsmith.model import Catalog, without_ideas


@dataclass(frozen=True)
class Written:
    """The files that a format made of a catalog."""

    files: dict[str, bytes]
    """Contents by path within the destination folder. No path is made of a catalog's text."""
    losses: tuple[str, ...] = ()
    """What the format cannot hold, in one sentence each, sanitised by `visible`."""


@dataclass(frozen=True)
class Format:
    """An export format."""

    name: str
    """The name for `eventsmith export --to`."""
    suffix: str
    """The conventional suffix of its files, with the dot."""
    write: Callable[[Catalog], Written]
    holds: Holds
    """The fields of the model that it keeps; all others are reported as lost."""

    @property
    def summary(self) -> str:
        """A line for help: the title of the format, a colon, and what it is for."""
        return _summary(self.write.__module__)


def one_file(suffix: str, *, holds: Holds) -> Callable[[Callable[[Catalog], tuple[str, Iterable[str]]]], Format]:
    """Turn the decorated function, from a catalog to text and losses, into a format that writes one UTF-8 file.

    `holds` names the fields that the format keeps of each noun; for a noun within a noun, also the field it is in. Any
    other field is reported as lost wherever it has a value, so the function only reports what happens to some values of
    the fields that are kept.
    """

    def decorate(write_text: Callable[[Catalog], tuple[str, Iterable[str]]]) -> Format:
        module = write_text.__module__

        def write(catalog: Catalog) -> Written:
            kept = without_ideas(catalog)
            text, losses = write_text(kept)
            title = re.split(r":| \(", _summary(module))[0]
            ideas = len(catalog.events) - len(kept.events)
            parked = [f"{title} is written without ideas ({ideas})"] if ideas else []
            told = (*not_held(kept, title, holds), *losses, *parked)
            return Written({f"catalog{suffix}": text.encode()}, tuple(map(visible, told)))

        write.__module__ = module
        return Format(title_of(module), suffix, write, holds)

    return decorate


def _summary(module: str) -> str:
    return (modules[module].__doc__ or "").strip().partition("\n")[0].rstrip(".")
