"""Catalogs as TOML files: read with exact places, written without losing what people wrote."""

from eventsmith.store.document import Document
from eventsmith.store.emit import canonical
from eventsmith.store.guard import MAX_BYTES
from eventsmith.store.match import origins
from eventsmith.store.problem import (
    CannotReadError,
    CannotSaveError,
    ChangedOnDiskError,
    MiswrittenError,
    NotYetDurableError,
    Problem,
)
from eventsmith.store.read import bytes_of, new_document, read_bytes, read_file, read_table, toml_table
from eventsmith.store.rewrite import formatted, rewritten
from eventsmith.store.save import save, save_formatted
from eventsmith.store.shape import Where

__all__ = [
    "MAX_BYTES",
    "CannotReadError",
    "CannotSaveError",
    "ChangedOnDiskError",
    "Document",
    "MiswrittenError",
    "NotYetDurableError",
    "Problem",
    "Where",
    "bytes_of",
    "canonical",
    "formatted",
    "new_document",
    "origins",
    "read_bytes",
    "read_file",
    "read_table",
    "rewritten",
    "save",
    "save_formatted",
    "toml_table",
]
