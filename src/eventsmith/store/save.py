"""Saving of a catalog: its bytes, and the check that no unread change of somebody else is overwritten."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from eventsmith.model import Catalog
from eventsmith.store.document import Document
from eventsmith.store.errors import CannotSaveError
from eventsmith.store.replace_file import replace_file
from eventsmith.store.rewrite import formatted_bytes, updated_bytes


@dataclass(frozen=True, slots=True)
class Saved:
    """The result of a save that took place."""

    document: Document
    """The file as it is on disk now. Its catalog is the very object that was saved."""
    durable: bool = True
    """Whether the disk confirmed that the file survives a power cut."""

    @property
    def warning(self) -> str:
        """What is not safe about the save, and what to do; empty where it is durable."""
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
    """Write the catalog to its file or to `path`; return the file as it is then, and whether it survives a power cut.

    Raises ChangedOnDiskError where that would lose a change that was never read (`overwrite` allows it), and
    CannotSaveError where the file cannot be written; then nothing is changed on disk. Without a change nothing is
    written. `anew` writes the whole file in canonical order, with every comment. `before` is called with the bytes
    before the disk is touched. A new file gets the permissions of the file `like`, so that it is no less private.
    """
    data = updated_bytes(document, catalog, anew=anew)
    if before is not None:
        before(data)
    return _save(document, data, catalog, path or document.path, overwrite=overwrite, like=like)


def save_formatted(document: Document) -> Saved:
    """Write the document's file in canonical order, with every comment. Raises as `save` does."""
    return _save(document, formatted_bytes(document), document.catalog, document.path, overwrite=False)


def _save(
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
    """Return whether the target is the file that the document was read from."""
    try:
        return document.path is not None and os.path.realpath(target) == os.path.realpath(document.path)
    except (OSError, ValueError):
        # replace_file reports what is wrong with the name.
        return False
