"""The new text of a catalog file: only what changed in the catalog is changed in the text."""

from __future__ import annotations

from eventsmith.ground.gc_pause import paused
from eventsmith.model import Catalog, same
from eventsmith.store.canonical_text import Comments, canonical_toml
from eventsmith.store.comment_transfer import transfer_comments
from eventsmith.store.comments import comments_of, move_to_written_items
from eventsmith.store.document import Document
from eventsmith.store.draft import Draft, OverlapError
from eventsmith.store.errors import CannotSaveError, MiswrittenError
from eventsmith.store.items import edit_list
from eventsmith.store.layout import scan
from eventsmith.store.outline import Outline
from eventsmith.store.parse import MAX_BYTES
from eventsmith.store.tables import Editor
from eventsmith.store.verify import cannot_write_error, encode, reads_back_as, unstorable_error

_BOM = b"\xef\xbb\xbf"


def updated_bytes(document: Document, catalog: Catalog, *, anew: bool = False) -> bytes:
    """Return a file's bytes for the new catalog; the same bytes where nothing changed.

    `anew` writes all of it in canonical order, with every comment. Raises CannotSaveError; MiswrittenError where the
    result does not read back as the catalog, which is a bug of ours.
    """
    if document.problems and not same(document.catalog, catalog, exact=True):
        raise CannotSaveError("The file has mistakes that a save would lose; put them right in the file first")
    if document.data and not anew and same(document.catalog, catalog, exact=True):
        return document.data
    is_edit = document.data and not anew
    try:
        # A garbage collection would hold up the threads of somebody who is typing.
        with paused():
            text = (
                updated_text(document, catalog)
                if is_edit
                else _match_line_endings(_canonical(document, catalog), document)
            )
            return _verify(document, _with_bom(encode(text, catalog), document), catalog)
    except OverlapError:
        raise _miswritten_error(document, b"", catalog) from None
    except (TypeError, ValueError):
        raise cannot_write_error(catalog) from None


def formatted_bytes(document: Document) -> bytes:
    """Return the file in canonical order, spacing and quoting, with every comment. Raises as `updated_bytes` does."""
    if document.problems:
        raise CannotSaveError("The file has mistakes; put them right first")
    catalog = document.catalog
    return _verify(document, encode(_canonical(document, catalog), catalog), catalog)


def updated_text(document: Document, catalog: Catalog) -> str:
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


def _verify(document: Document, data: bytes, catalog: Catalog) -> bytes:
    """Return the bytes after checking that they read back as the catalog."""
    if len(data) > MAX_BYTES:
        words = f"The file would be larger than {MAX_BYTES // 2**20} MiB and could not be opened again"
        raise CannotSaveError(f"{words}; remove something")
    if reads_back_as(data, catalog):
        return data
    raise unstorable_error(catalog) or _miswritten_error(document, data, catalog)


def _miswritten_error(document: Document, data: bytes, catalog: Catalog) -> MiswrittenError:
    return MiswrittenError(document.data, data, canonical_toml(catalog).encode("utf-8", "backslashreplace"))


def _canonical(document: Document, catalog: Catalog) -> str:
    comments = Comments()
    if "#" in document.text:
        comments = comments_of(document.text, document.sections)
        comments = move_to_written_items(transfer_comments(comments, document.catalog, catalog), catalog)
    return canonical_toml(catalog, comments)


def _match_line_endings(text: str, document: Document) -> str:
    """Return canonical text with the line endings of the file, and a final one only where the file has it."""
    old = document.text
    if old and not old.endswith("\n"):
        text = text.removesuffix("\n")
    return text.replace("\n", "\r\n") if "\r\n" in old else text


def _with_bom(data: bytes, document: Document) -> bytes:
    return _BOM + data if document.data.startswith(_BOM) else data
