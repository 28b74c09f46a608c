"""Where an event goes that is put somewhere with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Catalog
    from eventsmith.tui.views.row import RowKey


def stage_at(keys: Sequence[RowKey], number: int) -> str | None:
    """The stage under whose heading a row stands; None above the first heading."""
    for at in range(number, -1, -1):
        if keys[at].kind == "stage":
            return keys[at].id
    return None


def dropped(catalog: Catalog, keys: Sequence[RowKey], taken: RowKey, number: int) -> tuple[Edit, int]:
    """The edit that puts a taken event where a row stands, and the event's number from then on.

    Downwards it goes behind that row, upwards before it; on a heading, to the start of that stage.
    """
    from eventsmith.edits import move_event

    index = taken.number
    stage = stage_at(keys, number) or ""
    others = [at for at, event in enumerate(catalog.events) if event.stage == stage and at != index]
    upwards = taken in keys and keys.index(taken) > number
    at = number
    while keys[at].kind != "stage" and (keys[at].kind != "event" or keys[at] == taken):
        at -= 1
    place = 0 if keys[at].kind == "stage" else others.index(keys[at].number) + (at != number or not upwards)
    edit = move_event(catalog, index, stage, place)
    after = edit.apply(catalog).events
    mine = [at for at, event in enumerate(after) if event.stage == stage]
    return edit, mine[place]
