"""A reading of event names that all rules share, so that each name is read once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from eventsmith.naming import Reading, is_english_like, meaning_keys, read_name, split

# Rules ask one after the other, each for all events, and reading a name is dear: in a catalog with more names than that
# it would be read anew for each rule.
_REMEMBERED = 1 << 17


class NameFacts(NamedTuple):
    """The form of a name, and keys for finding names of the same meaning."""

    reading: Reading
    meaning: str
    """Equal where the words are the same in another order or form; empty where the name cannot be judged."""
    broad_meaning: str
    """Like `meaning`, with synonymous verbs taken as one."""


@lru_cache(maxsize=_REMEMBERED)
def name_facts(name: str) -> NameFacts:
    """Read a name."""
    reading = read_name(name)
    # Of what is going on, only the verb is read: “Song Playing” and “Video Playing” would mean the same.
    half_read = reading.form == "gerund" and not reading.object and len(split(name)) > 1
    keys = meaning_keys(name) if name.strip() and not half_read and is_english_like(name) else ("", "")
    return NameFacts(reading, *keys)
