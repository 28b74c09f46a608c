"""What a form does to a catalog: which edit a value at a place is. Names and IDs take along what hangs on them."""

from __future__ import annotations

from typing import Any

from eventsmith.edits import Edit, Set, rename_event, rename_property, set_event_id
from eventsmith.model import Catalog, Place

_WORDS = {"when": "when it fires", "used_for": "what it is needed for", "id": "ID", "goal_event": "goal event"}


def edit_at(catalog: Catalog, place: Place, value: Any) -> Edit:
    """The edit that a form makes of a new value at a place."""
    if len(place) == 3 and place[0] == "events":
        if place[2] == "name":
            return rename_event(catalog, place, value)
        if place[2] == "id":
            return set_event_id(catalog, place, value)
    last = str(place[-1])
    if len(place) in (5, 7) and place[0] == "events" and last == "name":
        return rename_property(catalog, place[:-1], value)
    return Set(place, value, f"change {_WORDS.get(last, last.replace('_', ' '))}")
