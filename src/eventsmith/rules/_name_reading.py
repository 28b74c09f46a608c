"""A reading of event names that all rules share, so that each name is read once."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from eventsmith.naming import Reading, is_english_like, meaning_keys, read_name, split

# Reading a name is expensive, and each rule asks about all events in turn: in a catalog with more names than this, each
# rule would read them again.
_REMEMBERED = 1 << 17


class NameFacts(NamedTuple):
    """The reading of a name, and keys for finding names of the same meaning."""

    reading: Reading
    meaning: str
    """Equal for the same words in another order or form; empty if the name cannot be judged."""
    broad_meaning: str
    """Like `meaning`, but also equal for synonymous verbs."""


@lru_cache(maxsize=_REMEMBERED)
def name_facts(name: str) -> NameFacts:
    """Return the reading and the meaning of a name."""
    reading = read_name(name)
    # Of a gerund only the verb is read, so that “Song Playing” and “Video Playing” would mean the same.
    half_read = reading.form == "gerund" and not reading.object and len(split(name)) > 1
    keys = meaning_keys(name) if name.strip() and not half_read and is_english_like(name) else ("", "")
    return NameFacts(reading, *keys)
