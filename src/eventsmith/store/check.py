"""The last look before bytes are handed out: do they say what the catalog says? Knows no files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import BaseModel, ValidationError

from eventsmith.model import Catalog, Place, same, show_place
from eventsmith.store.emit import value_text
from eventsmith.store.guard import parsed
from eventsmith.store.problem import CannotReadError, CannotSaveError


def encoded(text: str, catalog: Catalog) -> bytes:
    """The text as UTF-8. Raises CannotSaveError that names what cannot be written so."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise cannot_write(catalog) from None


def says(data: bytes, catalog: Catalog) -> bool:
    """Whether the bytes, read again, are the catalog."""
    try:
        return same(Catalog.model_validate(parsed(data)[1]), catalog)
    except (CannotReadError, ValidationError):
        return False


def cannot_write(catalog: Catalog) -> CannotSaveError:
    """Why the catalog cannot be written, with the place of the first value that stands in the way."""
    for place, value in _values(catalog, ()):
        try:
            value_text(value).encode("utf-8")
        except (TypeError, ValueError):
            return CannotSaveError(f"The value at {show_place(place)} cannot be written to a file; enter it anew")
        if not says_value(value):
            return CannotSaveError(f"The value at {show_place(place)} would be read back as another; enter it anew")
    return CannotSaveError("The catalog could not be written so that it reads back the same; please report this")


def says_value(value: Any) -> bool:
    """Whether one value survives being written and read."""
    try:
        return same(parsed(f"v = {value_text(value)}\n".encode())[1]["v"], value)
    except CannotReadError:
        return False


def _values(node: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    if isinstance(node, BaseModel):
        for name in type(node).model_fields:
            if getattr(node, name) is not None:
                yield from _values(getattr(node, name), (*place, name))
    elif isinstance(node, Mapping):
        for key, value in node.items():
            yield (*place, key), key
            yield from _values(value, (*place, key))
    elif isinstance(node, (list, tuple)):
        for index, value in enumerate(node):
            yield from _values(value, (*place, index))
    else:
        yield place, node
