"""The last check before bytes reach a disk: read back as a whole, they must equal the catalog.

The check does not depend on how the bytes were made. A large text is read piece by piece, so that typing can go on
meanwhile: one call of a compiled parser holds up all threads. This proves the same, since a piece that ends with its
line and is TOML by itself means the same within the whole, as long as no other piece adds to the same table.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from hashlib import blake2b
from typing import Any
from weakref import WeakValueDictionary

from pydantic import BaseModel, ValidationError

from eventsmith.model import Campaign, Catalog, Event, Place, PropertyGroup, same, show_place
from eventsmith.store.canonical_text import value_text
from eventsmith.store.errors import CannotReadError, CannotSaveError
from eventsmith.store.parse import parse

AT_ONCE = 64 * 1024
"""The number of characters read in one go, which takes a few milliseconds."""

_PIECE = re.compile(r"^\[\[?([A-Za-z0-9_-]+)\]\]?[ \t]*(?:#[^\n]*)?\r?$", re.MULTILINE)
_LISTS: dict[str, type[BaseModel]] = {"property_groups": PropertyGroup, "events": Event, "campaigns": Campaign}
_SAYS: WeakValueDictionary[bytes, BaseModel] = WeakValueDictionary()
"""Items by the digest of the piece that they were read from. Both are immutable, so this stays true."""


def reads_back_as(data: bytes, catalog: Catalog, at_once: int = AT_ONCE) -> bool:
    """Return whether the bytes, read again, equal the catalog."""
    try:
        if len(data) <= at_once:
            return same(Catalog.model_validate(parse(data)[1]), catalog)
        return _says_in_pieces(data, catalog)
    except (CannotReadError, ValidationError):
        return False


def _says_in_pieces(data: bytes, catalog: Catalog) -> bool:
    numbers = dict.fromkeys(_LISTS, 0)
    rest: dict[str, Any] = {}
    holds = True
    try:
        # To the end, even after a difference: a later piece may show that the text cannot be read in pieces.
        for key, piece in _pieces(data.decode()):
            if key in rest:
                raise _NoPieceError
            if key not in _LISTS:
                rest.update(_read(key, piece))
                continue
            number, items = numbers[key], getattr(catalog, key)
            digest = blake2b(piece.encode(), digest_size=16).digest()
            if number < len(items) and _SAYS.get(digest) is items[number]:
                numbers[key] += 1
                continue
            said = _read(key, piece)[key]
            for item in said:
                number = numbers[key]
                numbers[key] += 1
                holds = holds and number < len(items) and same(_LISTS[key].model_validate(item), items[number])
            if holds and len(said) == 1:
                _SAYS[digest] = items[number]
    except (_NoPieceError, CannotReadError):
        # A table is spread over the text. The parser of the standard library lets other threads run.
        return same(Catalog.model_validate(parse(data, loads=tomllib.loads)[1]), catalog)
    apart = [key for key in _LISTS if key not in rest]
    settings = catalog.model_copy(update=dict.fromkeys(apart, ()))
    return (
        holds
        and all(numbers[key] == len(getattr(catalog, key)) for key in apart)
        and same(Catalog.model_validate(rest), settings)
    )


class _NoPieceError(Exception):
    """A piece of the text cannot be read without another."""


def _pieces(text: str) -> Iterator[tuple[str, str]]:
    """Yield the pieces of the text, each with the name of the table at its head; the first has none."""
    name, start = "", 0
    for header in _PIECE.finditer(text):
        yield name, text[start : header.start()]
        name, start = header[1], header.start()
    yield name, text[start:]


def _read(name: str, piece: str) -> dict[str, Any]:
    """Return the values of a piece read by itself. Raises _NoPieceError and CannotReadError."""
    said = parse(piece.encode())[1]
    if name and (said.keys() != {name} or (name in _LISTS and not piece.startswith("[["))):
        raise _NoPieceError
    return said


def encode(text: str, catalog: Catalog) -> bytes:
    """Encode the text as UTF-8. Raises CannotSaveError that names what cannot be encoded."""
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError:
        raise cannot_write_error(catalog) from None


def cannot_write_error(catalog: Catalog) -> CannotSaveError:
    """Return an error that says why the catalog cannot be written, with the place of the first value at fault."""
    return unstorable_error(catalog) or CannotSaveError("The catalog cannot be written; please report this")


def unstorable_error(catalog: Catalog) -> CannotSaveError | None:
    """Return an error for the first value that cannot be stored; None where every value can."""
    for place, value in _values(catalog, ()):
        try:
            value_text(value).encode("utf-8")
        except (TypeError, ValueError):
            return CannotSaveError(f"The value at {show_place(place)} cannot be written to a file; enter it again")
        if not survives_writing(value):
            words = f"The value at {show_place(place)} would be read back as another value"
            return CannotSaveError(f"{words}; enter it again")
    return None


def survives_writing(value: Any) -> bool:
    """Return whether a value survives being written and read."""
    try:
        return same(parse(f"v = {value_text(value)}\n".encode())[1]["v"], value)
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
