"""The file's text with only what changed written anew. Knows texts and catalogs, not files."""

from __future__ import annotations

from eventsmith.model import Catalog
from eventsmith.store.check import cannot_write, encoded, says
from eventsmith.store.document import Document
from eventsmith.store.emit import Notes, written
from eventsmith.store.items import edit_list
from eventsmith.store.layout import scan
from eventsmith.store.notes import carried, notes_of, settled
from eventsmith.store.problem import CannotSaveError
from eventsmith.store.same import same
from eventsmith.store.splice import OverlapError, spliced
from eventsmith.store.tables import Scribe, TooTangledError, line_end
from eventsmith.store.tree import tree

_BOM = b"\xef\xbb\xbf"


def rewritten(document: Document, catalog: Catalog) -> bytes:
    """The file's bytes for the new catalog; the same bytes where nothing changed. Raises CannotSaveError."""
    if document.data and same(document.catalog, catalog, exact=True):
        return document.data
    if document.problems:
        raise CannotSaveError("The file has mistakes that a save would lose; put them right in the file first")
    try:
        if document.data:
            data = edited(document, catalog)
            if data is not None and says(data, catalog):
                return data
        data = _dressed(_canonical(document, catalog), document, catalog)
    except (TypeError, ValueError):
        raise cannot_write(catalog) from None
    if not says(data, catalog):
        raise cannot_write(catalog)
    return data


def formatted(document: Document) -> bytes:
    """The file in canonical order, spacing and quoting, with every comment. Raises CannotSaveError."""
    if document.problems:
        raise CannotSaveError("The file has mistakes; put them right first")
    data = encoded(_canonical(document, document.catalog), document.catalog)
    if not says(data, document.catalog):
        raise cannot_write(document.catalog)
    return data


def edited(document: Document, catalog: Catalog) -> bytes | None:
    """With changes only where something changed; None where the text is laid out so that this cannot be done."""
    text = document.text
    # Every block is whole lines, so that it can be moved.
    whole = text if text.endswith("\n") else text + line_end(text)
    sections = document.sections if whole is text else scan(whole)
    try:
        splices = Scribe(whole, sections, edit_list).noun(tree(sections), document.catalog, catalog)
        new = spliced(whole, splices, 0, len(whole))
    except (TooTangledError, OverlapError):
        return None
    return _as_bytes(new if whole is text else new.removesuffix("\n").removesuffix("\r"), document, catalog)


def _canonical(document: Document, catalog: Catalog) -> str:
    notes = Notes()
    if "#" in document.text:
        notes = notes_of(document.text, document.sections)
        notes = settled(carried(notes, document.catalog, catalog), catalog)
    return written(catalog, notes)


def _dressed(text: str, document: Document, catalog: Catalog) -> bytes:
    """Text of ours with the byte order mark, the line endings and the end that the file had."""
    old = document.text
    if old and not old.endswith("\n"):
        text = text.removesuffix("\n")
    if "\r\n" in old:
        text = text.replace("\n", "\r\n")
    return _as_bytes(text, document, catalog)


def _as_bytes(text: str, document: Document, catalog: Catalog) -> bytes:
    data = encoded(text, catalog)
    return _BOM + data if document.data.startswith(_BOM) else data
