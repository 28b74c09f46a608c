"""A check that a place still refers to the same item after the catalog has changed."""

from __future__ import annotations

from eventsmith.model import Catalog, NoSuchPlaceError, Place, value_at
from eventsmith.store import origins


def is_still_at(before: Catalog, after: Catalog, place: Place) -> bool:
    """Return whether the event, property or campaign at a place is the same one before and after, even if edited.

    An undo may remove the item that a dialog is about, or an item before it.
    """
    for length, step in enumerate(place):
        if not isinstance(step, int):
            continue
        try:
            old, new = value_at(before, place[:length]), value_at(after, place[:length])
        except NoSuchPlaceError:
            return False
        if not 0 <= step < min(len(old), len(new)):
            return False
        alone = len(old) == len(new) and all(
            one is other or one == other for at, (one, other) in enumerate(zip(old, new, strict=True)) if at != step
        )
        if not alone and origins(old, new)[step] != step:
            return False
    return True
