"""The new text of a catalog file, in which only what changed is written anew."""

from __future__ import annotations

from eventsmith.ground.gc_pause import paused
from eventsmith.model import Catalog, same
from eventsmith.store.canonical_text import Comments, canonical, written
from eventsmith.store.carried import carried
from eventsmith.store.comments import comments_of, settled
from eventsmith.store.document import Document
from eventsmith.store.draft import Draft, OverlapError
from eventsmith.store.errors import CannotSaveError, MiswrittenError
from eventsmith.store.items import edit_list
from eventsmith.store.layout import scan
from eventsmith.store.outline import Outline
from eventsmith.store.parse import MAX_BYTES
from eventsmith.store.tables import Editor
from eventsmith.store.verify import cannot_write, encoded, reads_back_as, unstorable

_BOM = b"\xef\xbb\xbf"


def rewritten(document: Document, catalog: Catalog, *, anew: bool = False) -> bytes:
    """Return the file's bytes for the new catalog; the same bytes where nothing changed.

    `anew` writes all of it in canonical order, with every comment. Raises CannotSaveError; MiswrittenError where the
    result does not read back as the catalog, which is a bug of ours.
    """
    if document.problems and not same(document.catalog, catalog, exact=True):
        raise CannotSaveError("The file has mistakes that a save would lose; put them right in the file first")
    if document.data and not anew and same(document.catalog, catalog, exact=True):
        return document.data
    is_edit = document.data and not anew
    try:
        # A search for garbage would hold up those who type meanwhile.
        with paused():
            text = edited(document, catalog) if is_edit else _dressed(_canonical(document, catalog), document)
            return _proven(document, _with_mark(encoded(text, catalog), document), catalog)
    except OverlapError:
        raise _miswritten(document, b"", catalog) from None
    except (TypeError, ValueError):
        raise cannot_write(catalog) from None


def formatted(document: Document) -> bytes:
    """Return the file in canonical order, spacing and quoting, with every comment. Raises as `rewritten` does."""
    if document.problems:
        raise CannotSaveError("The file has mistakes; put them right first")
    catalog = document.catalog
    return _proven(document, encoded(_canonical(document, catalog), catalog), catalog)


def edited(document: Document, catalog: Catalog) -> str:
    """Return the text with changes only where the catalog changed.

    Raises TypeError and ValueError for what TOML cannot hold, OverlapError where two changes overlap.
    """
    text, sections = document.text, document.sections
    eol = "\r\n" if text[: text.find("\n") + 1].endswith("\r\n") else "\n"
    is_cut = not text.endswith("\n")
    if is_cut:
        # Every section is whole lines, so that it can be moved.
        text += eol
        sections = scan(text)
    draft = Draft(Outline(text, sections), eol)
    Editor(draft, edit_list).noun(draft.outline.root, document.catalog, catalog)
    return draft.text().rstrip("\r\n") if is_cut else draft.text()


def _proven(document: Document, data: bytes, catalog: Catalog) -> bytes:
    """Return the bytes after checking that they read back as the catalog."""
    if len(data) > MAX_BYTES:
        words = f"The file would be larger than {MAX_BYTES // 2**20} MiB and could not be opened again"
        raise CannotSaveError(f"{words}; take something out")
    if reads_back_as(data, catalog):
        return data
    raise unstorable(catalog) or _miswritten(document, data, catalog)


def _miswritten(document: Document, data: bytes, catalog: Catalog) -> MiswrittenError:
    return MiswrittenError(document.data, data, canonical(catalog).encode("utf-8", "backslashreplace"))


def _canonical(document: Document, catalog: Catalog) -> str:
    notes = Comments()
    if "#" in document.text:
        notes = comments_of(document.text, document.sections)
        notes = settled(carried(notes, document.catalog, catalog), catalog)
    return written(catalog, notes)


def _dressed(text: str, document: Document) -> str:
    """Give a text of ours the line endings and the final line of the file."""
    old = document.text
    if old and not old.endswith("\n"):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if "\r\n" in old else text


def _with_mark(data: bytes, document: Document) -> bytes:
    return _BOM + data if document.data.startswith(_BOM) else data
