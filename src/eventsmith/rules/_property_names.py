"""What a property's name may be whatever the destination, and the fix that respells one. Knows no particular rule."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache, partial
from unicodedata import category

from eventsmith.edits import rename_property
from eventsmith.model import Event, ListField
from eventsmith.naming import in_case
from eventsmith.rules._rule import Fix, Settings

_PLAIN = re.compile(r"[a-z0-9][A-Za-z0-9_]*")


def starts_right(name: str) -> bool:
    """Whether a name starts with a lowercase letter, a letter of a script without case, or a number."""
    first = name[:1]
    return first.isdecimal() or (first.isalpha() and first == first.lower())


@lru_cache(maxsize=4096)
def odd_characters(name: str) -> str:
    """The characters of a name that are neither letters, digits nor underscores, each once. Marks belong to letters."""
    if _PLAIN.fullmatch(name):
        return ""
    return "".join(dict.fromkeys(c for c in name if c != "_" and category(c)[0] not in "LMN"))


def is_well_formed(name: str) -> bool:
    """Whether a name starts right and has letters, digits and underscores only."""
    return starts_right(name) and not odd_characters(name)


def siblings(prop: ListField, event: Event) -> Sequence[ListField]:
    """The properties, or the fields of a list, among which this one stands; itself too."""
    for other in event.properties:
        if any(field is prop for field in other.fields):
            return other.fields
    return event.properties


def respell_fix(prop: ListField, event: Event, settings: Settings) -> Fix | None:
    """Puts the name into the catalog's case of properties; None where that gives no name, or one that is taken.

    Safe while the event is planned: from then on code sends the name.
    """
    name = in_case(prop.name, settings.naming.property_case)
    if name == prop.name or not is_well_formed(name) or any(other.name == name for other in siblings(prop, event)):
        return None
    return Fix(f"rename to “{name}”", partial(rename_property, name=name), event.status == "planned")
