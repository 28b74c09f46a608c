"""Saving a catalog: what it becomes as bytes, and that nothing is overwritten which nobody read. See replace_file."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from eventsmith.model import Catalog
from eventsmith.store.document import Document
from eventsmith.store.errors import CannotSaveError
from eventsmith.store.replace_file import replace_file
from eventsmith.store.rewrite import formatted, rewritten


@dataclass(frozen=True, slots=True)
class Saved:
    """A save that did happen."""

    document: Document
    """What stands on disk now. Its catalog is the very object that was saved."""
    durable: bool = True
    """Whether the disk has confirmed that a power cut would leave it."""

    @property
    def warning(self) -> str:
        """What is not safe about it, and what to do, in words; empty where it is durable."""
        if self.durable:
            return ""
        words = f"{self.document.path} was written, but the disk did not confirm that it is safe from a power cut"
        return f"{words}; check the disk, or save elsewhere, too"


def save(
    document: Document,
    catalog: Catalog,
    path: Path | None = None,
    *,
    overwrite: bool = False,
    anew: bool = False,
    before: Callable[[bytes], None] | None = None,
    like: Path | None = None,
) -> Saved:
    """Write the catalog, and return what then stands on disk, and whether a power cut would leave it.

    Raises ChangedOnDiskError when that would lose what nobody read here (`overwrite` allows it), CannotSaveError when
    it cannot be written; nothing is changed on disk then. Without a change nothing is written. `anew` writes the whole
    file in canonical order, with every comment. `before` is told the bytes before the disk is touched. A new file is
    as private as the one it is to be `like`.
    """
    data = rewritten(document, catalog, anew=anew)
    if before is not None:
        before(data)
    return _saved(document, data, catalog, path or document.path, overwrite=overwrite, like=like)


def save_formatted(document: Document) -> Saved:
    """Put the file of the document into canonical text, comments kept. Raises as `save` does."""
    return _saved(document, formatted(document), document.catalog, document.path, overwrite=False)


def _saved(
    document: Document,
    data: bytes,
    catalog: Catalog,
    target: Path | None,
    *,
    overwrite: bool,
    like: Path | None = None,
) -> Saved:
    if target is None:
        raise CannotSaveError("The catalog has no file yet; say where to save it")
    result = replace(document, path=target, data=data, catalog=catalog)
    known = document.data if document.data and _is_own(document, target) else None
    return Saved(result, durable=replace_file(target, data, known, overwrite=overwrite, like=like))


def _is_own(document: Document, target: Path) -> bool:
    """Whether the target is the file that the document was read from."""
    try:
        return document.path is not None and os.path.realpath(target) == os.path.realpath(document.path)
    except (OSError, ValueError):
        # What is wrong with the name is said where the file is written.
        return False
