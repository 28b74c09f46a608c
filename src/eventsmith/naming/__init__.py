"""Names of events: recognises, rewrites and compares them, derives IDs. Knows words and scripts, no catalogs."""

from eventsmith.naming.cases import Case, case_of, fits_case, in_case
from eventsmith.naming.form import AnyForm, Form, Reading, is_english_like, read_name
from eventsmith.naming.ids import derive_id, make_unique
from eventsmith.naming.rewrite import rewrite, verb_behind
from eventsmith.naming.same import meaning_key, meaning_keys, same_key
from eventsmith.naming.words import split

__all__ = [
    "AnyForm",
    "Case",
    "Form",
    "Reading",
    "case_of",
    "derive_id",
    "fits_case",
    "in_case",
    "is_english_like",
    "make_unique",
    "meaning_key",
    "meaning_keys",
    "read_name",
    "rewrite",
    "same_key",
    "split",
    "verb_behind",
]
