"""Export formats: one module per format, each a function from a catalog to files that somebody else writes."""

from collections.abc import Sequence
from functools import cache

from eventsmith.formats._catalog_schema import catalog_schema
from eventsmith.formats._format import Format, Written
from eventsmith.formats._values import json_text, limits_in_words
from eventsmith.ground.nearest import nearest_name
from eventsmith.ground.one_per_file import modules_in

__all__ = [
    "Format",
    "NoSuchFormatError",
    "Written",
    "all_formats",
    "catalog_schema",
    "format_named",
    "json_text",
    "limits_in_words",
]


class NoSuchFormatError(LookupError):
    """There is no format of that name. The text names the nearest one, or all."""


@cache
def all_formats() -> Sequence[Format]:
    """Return all formats, sorted by name."""
    found = [value for module in modules_in(__name__) for value in vars(module).values() if isinstance(value, Format)]
    return tuple(sorted(found, key=lambda format_: format_.name))


def format_named(name: str) -> Format:
    """Return the format of a name. Raises NoSuchFormatError."""
    formats = {format_.name: format_ for format_ in all_formats()}
    if name in formats:
        return formats[name]
    near = nearest_name(name, formats)
    cure = f"did you mean “{near}”?" if near else f"there are: {', '.join(formats)}"
    raise NoSuchFormatError(f"There is no format “{name}”; {cure}")
