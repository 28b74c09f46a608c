"""Catalogs as TOML files: read with exact positions, written without losing what people wrote."""

from eventsmith.store.canonical_text import canonical_toml
from eventsmith.store.document import Document
from eventsmith.store.errors import (
    CannotReadError,
    CannotSaveError,
    ChangedOnDiskError,
    MiswrittenError,
    Problem,
)
from eventsmith.store.match import origins
from eventsmith.store.parse import MAX_BYTES
from eventsmith.store.read import bytes_of, new_document, read_bytes, read_file, read_table, table_of, toml_table
from eventsmith.store.rewrite import formatted_bytes, updated_bytes
from eventsmith.store.save import Saved, save, save_formatted
from eventsmith.store.validate import Where

__all__ = [
    "MAX_BYTES",
    "CannotReadError",
    "CannotSaveError",
    "ChangedOnDiskError",
    "Document",
    "MiswrittenError",
    "Problem",
    "Saved",
    "Where",
    "bytes_of",
    "canonical_toml",
    "formatted_bytes",
    "new_document",
    "origins",
    "read_bytes",
    "read_file",
    "read_table",
    "save",
    "save_formatted",
    "table_of",
    "toml_table",
    "updated_bytes",
]
