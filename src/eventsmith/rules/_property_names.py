"""Property names: the limits that hold for every destination, the words of a name, and the fix that respells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache, partial
from typing import Literal
from unicodedata import category

from eventsmith.edits import rename_property
from eventsmith.model import Event, PropertyField
from eventsmith.naming import in_case, same_key, split
from eventsmith.rules._event_properties import event_properties
from eventsmith.rules._name_cache import NameCache
from eventsmith.rules._rule import Fix, Settings

_PLAIN = re.compile(r"[a-z0-9][A-Za-z0-9_]*")


def starts_right(name: str) -> bool:
    """Return whether a name starts with a lowercase letter, a letter of a script without case, or a number."""
    first = name[:1]
    return first.isdecimal() or (first.isalpha() and first == first.lower())


def odd_characters(name: str) -> str:
    """Return the characters other than letters with their marks, digits and underscores, each once."""
    if _PLAIN.fullmatch(name):
        return ""
    return "".join(dict.fromkeys(c for c in name if c != "_" and category(c)[0] not in "LMN"))


Fault = Literal["", "missing", "start", "apart", "character"]
"""`apart`: the words are separated by spaces or dots, which many platforms accept."""
_APART = re.compile(r"\w+(?:[ .]\w+)+")


def _fault(name: str) -> Fault:
    if _PLAIN.fullmatch(name):
        return ""
    if not name.strip():
        return "missing"
    if not starts_right(name):
        return "start"
    if not odd_characters(name):
        return ""
    return "apart" if _APART.fullmatch(name) else "character"


FAULTS: NameCache[Fault] = NameCache(_fault)
"""By name: its first fault. One fix cures all faults of a name, so they are one issue."""


def is_well_formed(name: str) -> bool:
    """Return whether a name starts right and has only letters, digits and underscores."""
    return not FAULTS[name]


@lru_cache(maxsize=1 << 17)
def words_of(name: str) -> tuple[str, ...]:
    """Return the words of a name in lower case, equal for “orderID” and “order_id”."""
    return tuple(word.lower() for word in split(name))


def siblings(prop: PropertyField, event: Event) -> Sequence[PropertyField]:
    """Return all properties, or all fields of one list or object, among which a property or field stands."""
    return event_properties(event).siblings(prop)


def respell_fix(prop: PropertyField, event: Event, settings: Settings) -> Fix | None:
    """Return a fix that puts the name into the catalog's case; None as for `rename_property_fix`."""
    return rename_property_fix(prop, event, settings, in_case(prop.name, settings.naming.property_case))


def rename_property_fix(prop: PropertyField, event: Event, settings: Settings, name: str) -> Fix | None:
    """Return a fix that gives the property another name; None if that is the old one, invalid, taken or refused.

    Safe only while the event is planned: after that, code sends the name.
    """
    if (
        name == prop.name
        or not is_well_formed(name)
        or name in event_properties(event).computed(siblings(prop, event), _names)
    ):
        return None
    if any(place.property.refuses(name) for place in settings.destinations):
        return None
    return Fix(f"rename to “{name}”", partial(rename_property, name=name), not event.is_sent)


def has_duplicate(prop: PropertyField, event: Event) -> bool:
    """Return whether another sibling has the same name, ignoring case and separators."""
    return event_properties(event).computed(siblings(prop, event), _keys)[same_key(prop.name)] > 1


def _names(props: Sequence[PropertyField]) -> set[str]:
    return {prop.name for prop in props}


def _keys(props: Sequence[PropertyField]) -> Counter[str]:
    return Counter(same_key(prop.name) for prop in props)
