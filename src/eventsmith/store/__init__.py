"""Catalogs as TOML files: read with exact places, written without losing what people wrote."""

from eventsmith.store.document import Document
from eventsmith.store.emit import canonical
from eventsmith.store.problem import (
    CannotReadError,
    CannotSaveError,
    ChangedOnDiskError,
    NotYetDurableError,
    Problem,
)
from eventsmith.store.read import new_document, read_bytes, read_file, toml_table
from eventsmith.store.rewrite import formatted, rewritten
from eventsmith.store.save import save, save_formatted

__all__ = [
    "CannotReadError",
    "CannotSaveError",
    "ChangedOnDiskError",
    "Document",
    "NotYetDurableError",
    "Problem",
    "canonical",
    "formatted",
    "new_document",
    "read_bytes",
    "read_file",
    "rewritten",
    "save",
    "save_formatted",
    "toml_table",
]
