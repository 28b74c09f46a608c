"""The file's text with only what changed written anew. Knows texts and catalogs, not files."""

from __future__ import annotations

from collections.abc import Sequence

from eventsmith.model import Catalog, same
from eventsmith.store.check import cannot_write, encoded, says
from eventsmith.store.document import Document
from eventsmith.store.emit import Notes, written
from eventsmith.store.guard import MAX_BYTES
from eventsmith.store.items import edit_list
from eventsmith.store.layout import scan
from eventsmith.store.notes import carried, notes_of, settled
from eventsmith.store.problem import CannotSaveError
from eventsmith.store.splice import OverlapError, spliced
from eventsmith.store.stretch import Stretch, stretches, whole
from eventsmith.store.tables import Scribe, TooTangledError
from eventsmith.store.tree import tree

_BOM = b"\xef\xbb\xbf"


def rewritten(document: Document, catalog: Catalog) -> bytes:
    """The file's bytes for the new catalog; the same bytes where nothing changed. Raises CannotSaveError."""
    if document.data and same(document.catalog, catalog, exact=True):
        return document.data
    if document.problems:
        raise CannotSaveError("The file has mistakes that a save would lose; put them right in the file first")
    try:
        for parts in (stretches(document, catalog), [whole(document, catalog)]) if document.data else ():
            if parts and (data := edited(document, parts)):
                return _readable(data)
        data = _readable(_dressed(_canonical(document, catalog), document, catalog))
    except (TypeError, ValueError):
        raise cannot_write(catalog) from None
    if not says(data, catalog):
        raise cannot_write(catalog)
    return data


def _readable(data: bytes) -> bytes:
    if len(data) > MAX_BYTES:
        words = f"The file would be larger than {MAX_BYTES // 2**20} MiB and could not be opened again"
        raise CannotSaveError(f"{words}; take something out")
    return data


def formatted(document: Document) -> bytes:
    """The file in canonical order, spacing and quoting, with every comment. Raises CannotSaveError."""
    if document.problems:
        raise CannotSaveError("The file has mistakes; put them right first")
    data = _readable(encoded(_canonical(document, document.catalog), document.catalog))
    if not says(data, document.catalog):
        raise cannot_write(document.catalog)
    return data


def edited(document: Document, parts: Sequence[Stretch]) -> bytes | None:
    """The file with changes only where something changed, in these parts of it, each of which is read back.

    None where the text is laid out so that this cannot be done. Raises TypeError and ValueError for what TOML cannot
    hold.
    """
    pieces: list[bytes] = []
    here = 0
    for part in parts:
        changed = _edited(document, part)
        if changed is None:
            return None
        pieces += [document.data[here : part.start], changed]
        here = part.end
    return b"".join([*pieces, document.data[here:]])


def _edited(document: Document, part: Stretch) -> bytes | None:
    data, old = document.data, document.data[part.start : part.end]
    if len(old) < len(data):
        # What was read as a part of the whole may say something else by itself, or nothing.
        if not says(old, part.old):
            return None
        text = old.removeprefix(_BOM).decode()
        sections = scan(text)
    else:
        text, sections = document.text, document.sections
    eol = "\r\n" if data[: data.find(b"\n") + 1].endswith(b"\r\n") else "\n"
    is_cut = not text.endswith("\n")
    if is_cut:
        # Every block is whole lines, so that it can be moved.
        text += eol
        sections = scan(text)
    try:
        splices = Scribe(text, sections, edit_list, eol).noun(tree(sections), part.old, part.new)
        new = spliced(text, splices, 0, len(text))
    except (TooTangledError, OverlapError):
        return None
    if is_cut:
        new = new.removesuffix("\n").removesuffix("\r")
    changed = (_BOM if old.startswith(_BOM) else b"") + new.encode()
    is_whole_lines = changed.endswith(b"\n") or part.end == len(data)
    return changed if is_whole_lines and says(changed, part.new) else None


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
