"""The position in the story at which an event is dropped with the mouse."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventsmith.model import Catalog
    from eventsmith.tui.views.row import RowKey


def stage_at(keys: Sequence[RowKey], number: int) -> str | None:
    """Return the stage whose heading the row at an index is under; None above the first heading."""
    for at in range(number, -1, -1):
        if keys[at].kind == "stage":
            return keys[at].id
    return None


def stage_beside(stages: Sequence[str], stage: str, step: int) -> str | None:
    """Return the stage before (-1) or after (1) a stage; None at the ends."""
    at = (stages.index(stage) if stage in stages else len(stages)) + step
    return stages[at] if 0 <= at < len(stages) else None


def drop_target(catalog: Catalog, keys: Sequence[RowKey], dragged: RowKey, number: int) -> tuple[str, int]:
    """Return the stage, and the position within it, of a dragged event that is dropped on the row at index `number`.

    Dragged down, it goes after that row; dragged up, before it; on a heading, to the start of that stage.
    """
    stage = stage_at(keys, number) or ""
    others = [at for at, event in enumerate(catalog.events) if event.stage == stage and at != dragged.number]
    upwards = dragged in keys and keys.index(dragged) > number
    at = number
    while keys[at].kind != "stage" and (keys[at].kind != "event" or keys[at] == dragged):
        at -= 1
    if keys[at].kind == "stage":
        return stage, 0
    return stage, others.index(keys[at].number) + (at != number or not upwards)
