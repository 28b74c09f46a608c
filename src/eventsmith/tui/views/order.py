"""Where an event goes that is moved by a key or put somewhere with the mouse. Draws nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.edits import Edit
    from eventsmith.model import Catalog
    from eventsmith.session.session import Session
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


def moved(session: Session, index: int, step: int) -> tuple[Edit | None, int]:
    """The edit that moves an event up or down within its stage, then into the next one, and where it then stands."""
    from eventsmith.edits import Move, Set, Together

    catalog = session.catalog
    event = catalog.events[index]
    label = f"move “{event.name}”"
    same = [i for i, other in enumerate(catalog.events) if other.stage == event.stage]
    at = same.index(index) + step
    if 0 <= at < len(same):
        return Move(("events", index), same[at], label), same[at]
    at = (catalog.stages.index(event.stage) if event.stage in catalog.stages else len(catalog.stages)) + step
    if not 0 <= at < len(catalog.stages):
        return None, index
    stage = catalog.stages[at]
    others = [i for i, other in enumerate(catalog.events) if other.stage == stage]
    target = index
    if others:
        target = min(index, others[0]) if step > 0 else max(index, others[-1])
    return Together([Set(("events", index, "stage"), stage), Move(("events", index), target, label)], label), target
