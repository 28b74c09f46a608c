"""What the name of an event says, read once for all rules that ask. Knows English names, and no particular rule."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from eventsmith.naming import Reading, is_english_like, meaning_keys, read_name, split

# Rules ask one after the other, each for all events, and reading a name is dear: in a catalog with more names than that
# it would be read anew for each rule.
_REMEMBERED = 1 << 17


class Said(NamedTuple):
    """How a name is put, and by which keys names of one meaning are found."""

    reading: Reading
    meaning: str
    """Equal where the words are the same in another order or form; empty where the name cannot be judged."""
    broad_meaning: str
    """The same, with verbs of one meaning taken as one."""


@lru_cache(maxsize=_REMEMBERED)
def said(name: str) -> Said:
    """What the name says."""
    reading = read_name(name)
    # Of what is going on, only the verb is read: “Song Playing” and “Video Playing” would mean the same.
    half_read = reading.form == "gerund" and not reading.object and len(split(name)) > 1
    keys = meaning_keys(name) if name.strip() and not half_read and is_english_like(name) else ("", "")
    return Said(reading, *keys)


def listed(words: str) -> frozenset[str]:
    """A list of words as it is best read: with spaces between them."""
    return frozenset(words.split())
